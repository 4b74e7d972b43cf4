"""What the buttons about more time for an answer carry."""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from views.callbacks import Count


class ExtendAction(StrEnum):
    """What becomes of a request for more time."""

    GRANT = "grant"
    REFUSE = "refuse"


class ExtendCallback(CallbackData, prefix="ex"):
    """`Продлить`, `Отказать`: about this request and no later one."""

    action: ExtendAction
    request: Count


class MoreDaysCallback(CallbackData, prefix="md"):
    """`+5 дней`, counted from the term that stood when the button was drawn."""

    prompt: Count
    days: Annotated[int, Field(ge=1, le=3650)]


class PromiseAction(StrEnum):
    """What becomes of a promise."""

    KEPT = "kept"
    MOVED = "moved"
    DROP = "drop"


class PromiseCallback(CallbackData, prefix="pm"):
    """`Обещание выполнено`, `Перенести срок`, `Снять обещание` on a card."""

    action: PromiseAction
    appeal: Count


class PromiseWords(StrEnum):
    """What words about a promise say."""

    KEPT = "kept"
    MOVED = "moved"


class PromiseWordsCallback(CallbackData, prefix="pw"):
    """`Обещание выполнено`, `Перенести до 15.01.2027`: sends a previewed draft about a promise to approval."""

    words: PromiseWords
    draft: Count


class BodyCallback(CallbackData, prefix="bd"):
    """`Контакты: …`: a body of the directory, whose contacts go to a previewed draft."""

    draft: Count
    body: str


class DayAction(StrEnum):
    """What is said of the day that was found in a draft."""

    CHANGE = "change"
    NONE = "none"


class PromisedDayCallback(CallbackData, prefix="pd"):
    """`Другой день`, `Не обещание`."""

    action: DayAction
    draft: Count
