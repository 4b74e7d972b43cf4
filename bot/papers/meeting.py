"""`report meeting`: the paper for the head's meeting on some days, as things stood at their end (R65)."""

import asyncio
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from bot.papers.orders import ONE_DAY, Order, Stretch
from bot.papers.source import Source, open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible
from bot.settings import Settings
from bot.setup_texts import Say
from domain.papers.meeting import NEAR
from domain.rhythm.days import Period
from locales.texts import Texts
from reports.meeting import MeetingFigures, Standing, count_meeting
from reports.papers.meeting import meeting_fields
from reports.papers.words import day_words
from reports.timeliness import LONGEST_TERM, Given
from storage.connection import open_reader
from storage.figures import Figures
from storage.meeting import Meeting
from storage.register import Moment

_OVERDUE = 1000
"""Overdue ones that are grouped by departments; a town with more of them has other troubles than a paper."""


def write_meeting(
    settings: Settings, days: Stretch, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """Of these days; where they are not over, as of now."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    given = _read(source, days)
    at = max(min(now, given.until), given.since)
    today = min(at.astimezone(source.zone).date(), days.last)
    standing = asyncio.run(_stand(source, days, given.since, at, today))
    figures = count_meeting(
        source.town,
        given,
        due_finder(source.town),
        standing,
        source.load_board(at),
        today=today,
        scope=source.scope,
    )
    told = texts.plain("paper-period", first=day_words(days.first), last=day_words(days.last))
    fields = meeting_fields(source.town, (told, say_so_far(source, days, now, texts)), figures, texts)
    deliver(settings, "meeting", order, _told(days, figures), fields, say=say)


def _read(source: Source, days: Stretch) -> Given:
    since, until = days.moments(source.zone)
    span = days.last - days.first + ONE_DAY
    return Given(
        since=since,
        until=until,
        received=source.list_rows(days),
        answered=source.list_rows(days, Moment.ANSWERED),
        earlier=source.list_rows(Stretch(days.first - max(LONGEST_TERM, span), days.first - ONE_DAY)),
    )


async def _stand(source: Source, days: Stretch, since: datetime, at: datetime, today: date) -> Standing:
    reader = await open_reader(source.path)
    try:
        figures, meeting = Figures(reader), Meeting(reader, source.scope)
        period = Period(days.last, since, at)
        return Standing(
            at=at,
            day=await figures.read_day(period, now=None, scope=source.scope),
            overdue=tuple(await figures.list_overdue(at, limit=_OVERDUE, scope=source.scope)),
            controlled=tuple(await meeting.list_controlled(at)),
            ordered=tuple(await meeting.list_ordered(since, at)),
            promised=tuple(await meeting.list_promised(at, today + timedelta(days=NEAR))),
        )
    finally:
        await reader.close()


def _told(days: Stretch, figures: MeetingFigures) -> dict[str, Any]:
    standing = figures.standing
    return {
        "from": f"{days.first}",
        "to": f"{days.last}",
        "at": standing.at.isoformat(),
        "received": figures.received,
        "former_received": figures.former_received,
        "answered": figures.answered,
        "overdue": standing.day.overdue,
        "terms": {**asdict(figures.times), "in_time_percent": figures.times.percent},
        "growth": [_plain(asdict(one)) for one in figures.growth],
        "departments": [_plain(asdict(one)) for one in standing.day.departments],
        "overdue_list": [
            {"number": one.number, "department": one.department, "due": one.due_at.isoformat()}
            for one in standing.overdue
        ],
        "controlled": [_plain(asdict(one)) for one in standing.controlled],
        "instructions": [_plain(asdict(one)) for one in standing.ordered],
        "promises": [_plain(asdict(one)) for one in standing.promised],
        "road_map": [_plain(asdict(one)) for one in figures.road],
    }


def _plain(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in figures.items()}
