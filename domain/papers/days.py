"""Which days a paper may be of: what is offered on buttons, the likely one first, and what words mean."""

import re
from datetime import date, timedelta
from typing import Final

from domain.papers.errors import PaperDaysNotUnderstood
from domain.papers.kinds import Paper, Stretch
from domain.search.periods import Period, cut_period

_DAY: Final = timedelta(days=1)
_EARLIEST: Final = date(2000, 1, 1)
"""The register knows nothing older."""
_NEW_MONTH: Final = 5
"""In its first days the month before is what is asked for."""
_NEW_WEEK: Final = 1
"""Monday and Tuesday: the week before."""
_OF_ANY_DAYS: Final = frozenset(
    {Paper.PERIOD, Paper.RANKING, Paper.MAP, Paper.MEETING, Paper.REGISTER, Paper.CENTRE}
)
_RUN: Final = re.compile(r"(\d{1,2}\.\d{1,2}(?:\.\d{2,4})?)\s*[-–—]\s*(\d{1,2}\.\d{1,2}(?:\.\d{2,4})?)")


def find_likely(today: date) -> tuple[Paper, Stretch]:
    """What most would want on this day."""
    if today.day <= _NEW_MONTH:
        return Paper.MONTH, _month_before(today)
    if today.weekday() <= _NEW_WEEK:
        return Paper.WEEK, _week_of(today - 7 * _DAY)
    return Paper.DAY, Stretch(today, today)


def list_stretches(paper: Paper, today: date) -> list[Stretch]:
    """What is offered, the likely one first."""
    month, before = Stretch(today.replace(day=1), today), _month_before(today)
    year = Stretch(date(today.year, 1, 1), today)
    week = _week_of(today)
    offered = {
        Paper.DAY: [Stretch(today, today), Stretch(today - _DAY, today - _DAY)],
        Paper.WEEK: [_week_of(today - 7 * _DAY), week],
        Paper.MONTH: [before, _month_of(today), _month_before(before.first)],
        Paper.PERIOD: [
            year,
            *_quarters(today),
            Stretch(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        ],
        Paper.MEETING: [Stretch(today - 6 * _DAY, today), Stretch(today - 13 * _DAY, today), month],
        Paper.RANKING: [before, month, *_quarters(today), year],
        Paper.MAP: [before, month, *_quarters(today), year],
        Paper.REGISTER: [before, month, year, Stretch(_EARLIEST, today)],
        Paper.CENTRE: [before, month, _week_of(today - 7 * _DAY), *_quarters(today), year],
    }[paper]
    return list(dict.fromkeys(offered))


def find_finished(paper: Paper, begun: date) -> Stretch:
    """The week or the month that was over when this one began."""
    return _month_before(begun) if paper is Paper.MONTH else _week_of(begun - _DAY)


def is_everything(days: Stretch) -> bool:
    """Whether it begins before anything was registered."""
    return days.first <= _EARLIEST


def is_month(days: Stretch) -> bool:
    """Whether it is a whole one, that can be called by its name."""
    return days == _month_of(days.first)


def read_stretch(paper: Paper, words: str, today: date) -> Stretch:
    """«март 2026», «с 1 по 15 марта», «01.01.2026–31.03.2026», «вчера». Raises `PaperDaysNotUnderstood`.

    Nothing is guessed: days to come are none that anybody can be told of.
    """
    folded = _RUN.sub(r"с \1 по \2", words.strip().lower().replace("ё", "е"))
    for tried in (folded, f"за {folded}"):
        period, _ = cut_period(tried, today)
        stretch = _fit(paper, period, today)
        if stretch is not None:
            return stretch
    raise PaperDaysNotUnderstood(paper)


def fits(paper: Paper, days: Stretch, today: date) -> bool:
    """Whether a button may carry these days: a forged one is none of ours."""
    return _fit(paper, Period(days.first, days.last), today) == days


def _fit(paper: Paper, period: Period, today: date) -> Stretch | None:
    first = period.since
    last = period.until or (today if paper in _OF_ANY_DAYS else first)
    if first is None or last is None or not _EARLIEST <= first <= min(last, today):
        return None
    match paper:
        case Paper.DAY:
            return Stretch(first, first) if first == last else None
        case Paper.WEEK:
            week = _week_of(first)
            return week if last <= week.last else None
        case Paper.MONTH:
            month = _month_of(first)
            return month if last <= month.last else None
    return Stretch(first, min(last, today))


def _week_of(day: date) -> Stretch:
    monday = day - day.weekday() * _DAY
    return Stretch(monday, monday + 6 * _DAY)


def _month_of(day: date) -> Stretch:
    first = day.replace(day=1)
    return Stretch(first, (first + 31 * _DAY).replace(day=1) - _DAY)


def _month_before(day: date) -> Stretch:
    return _month_of(day.replace(day=1) - _DAY)


def _quarters(today: date) -> list[Stretch]:
    """The one before this, and this one so far."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    last = first - _DAY
    return [Stretch(date(last.year, last.month - 2, 1), last), Stretch(first, today)]
