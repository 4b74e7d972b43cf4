"""What the buttons under a search carry."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from views.callbacks import Count


class FoundCallback(CallbackData, prefix="fp"):
    """`◀`, `▶`: a page of a search; `page` counts from 0."""

    search: Count
    page: Annotated[int, Field(ge=0, lt=100_000)]


class HitCallback(CallbackData, prefix="fh"):
    """A number under what was found: its card is put up."""

    appeal: Count
