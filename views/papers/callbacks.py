"""What the buttons for papers carry."""

from datetime import date
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from domain.papers.kinds import Paper
from views.callbacks import Count

Day = Annotated[int, Field(ge=1, le=date.max.toordinal())]
"""A number of the calendar."""


class PaperCallback(CallbackData, prefix="rp"):
    """`День`, `Неделя`, `Месяц`, `Период`, `Реестр`: of which days?"""

    paper: Paper


class AppealPaperCallback(CallbackData, prefix="rq"):
    """`Карточка на бумаге`, `Отчёт о мерах` of what alone was found."""

    paper: Paper
    appeal: Count


class PaperDaysCallback(CallbackData, prefix="rd"):
    """A paper of these days, both included."""

    paper: Paper
    first: Day
    last: Day


class PaperWordsCallback(CallbackData, prefix="rw"):
    """`Другие дни`: in words."""

    paper: Paper
