"""What the buttons of the coordinators' menus carry, besides those that many cards have."""

from aiogram.filters.callback_data import CallbackData

from domain.register.marks import ApplicantKind
from views.callbacks import Count


class TerritoryCallback(CallbackData, prefix="tr"):
    """A territory by its code; without one `Без территории`."""

    appeal: Count
    territory: str


class ApplicantCallback(CallbackData, prefix="ak"):
    """Who applies, of what came by the bot."""

    appeal: Count
    kind: ApplicantKind
