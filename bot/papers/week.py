"""`report week`: the analytical note on the week that holds a day (R69), beside the week before it."""

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from bot.papers.orders import ONE_DAY, Order, Stretch
from bot.papers.ranking import own_places, rank_days
from bot.papers.source import Source, open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible, flat
from bot.settings import Settings
from bot.setup_texts import Say
from locales.texts import Texts
from reports.papers.ranking import list_places
from reports.papers.week import week_fields
from reports.papers.words import day_words
from reports.ranking import Ranking
from reports.timeliness import LONGEST_TERM, Given
from reports.week import WeekFigures, count_week
from storage.register import Moment

RANKED = timedelta(weeks=4)
"""Over so long, ending with the week, departments are ranked: a week alone has too few messages to tell them apart."""


def write_week(settings: Settings, day: date, order: Order, texts: Texts, *, now: datetime, say: Say) -> None:
    """From Monday to Sunday."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    week = _week_of(day)
    given = _read(source, week)
    board = source.load_board(now)
    figures = count_week(source.town, given, due_finder(source.town), now, board, source.scope)
    words = texts.plain("paper-week", first=day_words(week.first), last=day_words(week.last))
    so_far = say_so_far(source, week, now, texts)
    ranking = _rank(source, week, now)
    fields = week_fields(
        source.town, (words, so_far), figures, list_places(source.town, ranking, texts), texts
    )
    deliver(settings, "week", order, _told(week, figures), fields, say=say)


def _rank(source: Source, week: Stretch, now: datetime) -> Ranking:
    return own_places(source, rank_days(source, Stretch(week.last - RANKED + ONE_DAY, week.last), now)[0])


def _week_of(day: date) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    return Stretch(monday, monday + timedelta(days=6))


def _read(source: Source, week: Stretch) -> Given:
    since, until = week.moments(source.zone)
    return Given(
        since=since,
        until=until,
        received=source.list_rows(week),
        answered=source.list_rows(week, Moment.ANSWERED),
        earlier=source.list_rows(Stretch(week.first - LONGEST_TERM, week.first - ONE_DAY)),
    )


def _told(week: Stretch, figures: WeekFigures) -> dict[str, Any]:
    told = flat(asdict(figures))
    times = told.pop("times")
    told["road_map"] = [{**line, "due": line["due"] and f"{line['due']}"} for line in told.pop("road")]
    topics = [{**topic, "change": topic["count"] - topic["former"]} for topic in told.pop("topics")]
    return {
        "from": f"{week.first}",
        "to": f"{week.last}",
        **told,
        "topics": topics,
        **times,
        "in_time_percent": figures.times.percent,
    }
