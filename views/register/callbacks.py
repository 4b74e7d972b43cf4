"""What the buttons of an entry carry; every value is checked by the verb, since anyone can send any of it."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.register.entry import EntryField
from views.callbacks import Count


class EntryAct(StrEnum):
    """What a press on a whole entry means."""

    REGISTER = "reg"
    DROP = "drop"
    DONE = "done"
    BACK = "back"


class EntryCallback(CallbackData, prefix="en"):
    """`Зарегистрировать`, `Не регистрировать`, `Готово`, `Назад`."""

    act: EntryAct
    entry: Count


class EntryMenuCallback(CallbackData, prefix="em"):
    """`✎` with a field: its values, or the question for words."""

    field: EntryField
    entry: Count


class EntryAskCallback(CallbackData, prefix="ea"):
    """`Другое…` among a field's values: words for it."""

    field: EntryField
    entry: Count


class EntryValueCallback(CallbackData, prefix="ev"):
    """A value of a field: a code, a number, the appeal that names a body."""

    field: EntryField
    entry: Count
    value: str


class OccasionAskCallback(CallbackData, prefix="oa"):
    """`Записать…`: words about a reception day, calls, a meeting."""


class OccasionDropCallback(CallbackData, prefix="od"):
    """`Убрать`: it is counted no more."""

    occasion: Count


class InquiryCallback(CallbackData, prefix="iq"):
    """A body under `Запрос в…`; `like`: an earlier request to it."""

    appeal: Count
    like: Count


class BodyInquiryCallback(CallbackData, prefix="ib"):
    """A body of the directory under `Запрос в…`."""

    appeal: Count
    body: str


class DropInquiryCallback(CallbackData, prefix="ix"):
    """A request that was noted by mistake."""

    inquiry: Count


class CorrectCallback(CallbackData, prefix="cr"):
    """`Поправить сведения` of what was entered by hand."""

    appeal: Count
