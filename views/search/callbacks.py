"""What the buttons under a search carry."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from views.callbacks import Count


class FoundCallback(CallbackData, prefix="fp"):
    """`◀`, `▶`: a page of a search; `page` counts from 0."""

    search: Count
    page: Annotated[int, Field(ge=0, lt=100_000)]


class HistoryCallback(CallbackData, prefix="hs"):
    """`История` of what alone was found."""

    appeal: Count


class HistoryPageCallback(CallbackData, prefix="ht"):
    """`◀`, `▶` under a history; `page` counts from 0."""

    appeal: Count
    page: Annotated[int, Field(ge=0, lt=10_000)]


class HitCallback(CallbackData, prefix="fh"):
    """A number under what was found: its card is put up."""

    appeal: Count
