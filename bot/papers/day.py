"""`report day`: the figures of the day's summary on paper, or as its picture (R11, Grozny, алг. 7)."""

import asyncio
from dataclasses import asdict
from datetime import date, datetime, time
from functools import partial
from typing import Any, Final

from bot.papers.orders import ONE_DAY, Order
from bot.papers.source import Source, open_source
from bot.papers.writing import deliver, ensure_possible
from bot.reckoning import reckon
from bot.settings import Settings
from bot.setup_texts import Say
from domain.rhythm.days import Period, find_present, list_periods_before, period_of
from domain.rhythm.figures import DayFigures, WorkItem
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError
from locales.texts import Texts
from reports.daily.words import DAYS_BEFORE, day_picture
from reports.papers.day import DayFields, day_fields
from reports.papers.words import moment_words
from storage.connection import open_reader
from storage.figures import Figures

_LISTED: Final = 50
"""Overdue ones that the paper names."""
_PICTURE: Final = ".png"


def write_day(settings: Settings, day: date, order: Order, texts: Texts, *, now: datetime, say: Say) -> None:
    """A working day from the closing before it to its own, as the summary in the chat has it; a day off by the clock."""
    from reports.daily.picture import draw_day

    ensure_possible(order, {_PICTURE: draw_day})
    source = open_source(settings, order.departments)
    period = _period_of(source, day)
    is_over = period.until <= now
    told = period if is_over else Period(day, min(period.since, now), now, is_whole=False)
    figures, items = asyncio.run(_read(source, told, now))
    moment = moment_words(now.astimezone(source.zone))
    so_far = "" if is_over else texts.plain("paper-so-far", moment=moment)
    fields = day_fields(source.town, figures, items, so_far, texts)
    drawn = {_PICTURE: partial(draw_day, picture=day_picture(source.town, figures, texts))}
    deliver(settings, "day", order, _told(day, fields), fields, say=say, drawn=drawn)


def _period_of(source: Source, day: date) -> Period:
    calendar = reckon(source.town).town
    try:
        if calendar.is_working_day(day):
            return period_of(calendar, day)
    except CalendarError:
        pass
    first = datetime.combine(day, time(), source.zone)
    return Period(day, first, datetime.combine(day + ONE_DAY, time(), source.zone))


async def _read(source: Source, period: Period, now: datetime) -> tuple[DayFigures, list[WorkItem]]:
    calendar = reckon(source.town).town
    before = list_periods_before(calendar, period.day, DAYS_BEFORE)
    reader = await open_reader(source.path)
    try:
        figures = Figures(reader)
        items = await figures.list_overdue(period.until, limit=_LISTED, scope=source.scope)
        present = _find_present(calendar, period, now)
        return await figures.read_day(period, now=present, scope=source.scope, before=before), items
    finally:
        await reader.close()


def _find_present(calendar: WorkCalendar, period: Period, now: datetime) -> datetime | None:
    try:
        return find_present(calendar, period, now)
    except CalendarError:
        return None


def _told(day: date, fields: DayFields) -> dict[str, Any]:
    wanted = ("received", "answered", "closed", "overdue", "channels", "departments", "overdue_list")
    told = asdict(fields)
    return {"date": f"{day}", **{name: told[name] for name in wanted}}
