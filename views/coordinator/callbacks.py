"""What the buttons of the coordinators' menus carry, besides those that many cards have."""

from aiogram.filters.callback_data import CallbackData

from views.callbacks import Count


class TerritoryCallback(CallbackData, prefix="tr"):
    """A territory by its code; without one `Без территории`."""

    appeal: Count
    territory: str
