"""What the buttons under a summary carry."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class SummaryView(StrEnum):
    """What a summary's message shows: the day, what is overdue, the departments."""

    DAY = "day"
    OVERDUE = "overdue"
    DEPARTMENTS = "departments"


class LookCallback(CallbackData, prefix="lk"):
    """`Просмотрено`: a channel in the list of a day, which is a number of the calendar."""

    channel: str
    day: Annotated[int, Field(ge=1, le=date.max.toordinal())]


class UploadCallback(CallbackData, prefix="up"):
    """`Выгружено`: the month by its first day, a number of the calendar."""

    month: Annotated[int, Field(ge=1, le=date.max.toordinal())]


class SummaryCallback(CallbackData, prefix="sm"):
    """`Просроченные`, `По отделам`, `Сводка`; `day` as a number of the calendar, 0: so far; `page` counts from 0."""

    view: SummaryView
    day: Annotated[int, Field(ge=0, le=date.max.toordinal())]
    page: Annotated[int, Field(ge=0, lt=10_000)] = 0
