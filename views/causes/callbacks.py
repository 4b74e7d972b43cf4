"""What the buttons about causes carry; every value is checked by the verb, since anyone can send any of it."""

from aiogram.filters.callback_data import CallbackData

from domain.causes.pages import CauseAct, CauseAsk, CausePage
from views.callbacks import Count


class CauseGo(CallbackData, prefix="cg"):
    """Another page on the same message."""

    page: CausePage
    of: str = ""
    at: Count = 0


class CauseSet(CallbackData, prefix="cs"):
    """A decision about a cause or a measure; `value`: a day, a department, a person."""

    act: CauseAct
    of: Count
    value: str = ""


class CauseWords(CallbackData, prefix="cw"):
    """A decision that needs words."""

    ask: CauseAsk
    of: str
