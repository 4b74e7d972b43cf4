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
