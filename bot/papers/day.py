"""`report day`: the figures of the day's summary on paper (R11, Grozny, алг. 7)."""

import asyncio
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any, Final

from bot.papers.orders import ONE_DAY, Order
from bot.papers.source import Source, open_source
from bot.papers.writing import deliver, ensure_possible
from bot.reckoning import reckon
from bot.settings import Settings
from bot.setup_texts import Say
from domain.rhythm.days import Period, period_of
from domain.rhythm.figures import DayFigures, WorkItem
from domain.worktime.errors import CalendarError
from locales.texts import Texts
from reports.papers.day import DayFields, day_fields
from reports.papers.words import moment_words
from storage.connection import open_reader
from storage.figures import Figures

_LISTED: Final = 50
"""Overdue ones that the paper names."""


def write_day(settings: Settings, day: date, order: Order, texts: Texts, *, now: datetime, say: Say) -> None:
    """A working day from the closing before it to its own, as the summary in the chat has it; a day off by the clock."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    period = _period_of(source, day)
    is_over = period.until <= now
    told = period if is_over else Period(day, min(period.since, now), now, is_whole=False)
    figures, items = asyncio.run(_read(source, told))
    moment = moment_words(now.astimezone(source.zone))
    so_far = "" if is_over else texts.plain("paper-so-far", moment=moment)
    fields = day_fields(source.town, figures, items, so_far, texts)
    deliver(settings, "day", order, _told(day, fields), fields, say=say)


def _period_of(source: Source, day: date) -> Period:
    calendar = reckon(source.town).town
    try:
        if calendar.is_working_day(day):
            return period_of(calendar, day)
    except CalendarError:
        pass
    first = datetime.combine(day, time(), source.zone)
    return Period(day, first, datetime.combine(day + ONE_DAY, time(), source.zone))


async def _read(source: Source, period: Period) -> tuple[DayFigures, list[WorkItem]]:
    reader = await open_reader(source.path)
    try:
        figures = Figures(reader)
        items = await figures.list_overdue(period.until, limit=_LISTED, scope=source.scope)
        return await figures.read_day(period, now=None, scope=source.scope), items
    finally:
        await reader.close()


def _told(day: date, fields: DayFields) -> dict[str, Any]:
    wanted = ("received", "answered", "closed", "overdue", "channels", "departments", "overdue_list")
    told = asdict(fields)
    return {"date": f"{day}", **{name: told[name] for name in wanted}}
