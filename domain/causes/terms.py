"""Until when a measure is to be done: what is offered, what words mean, and on which day the department is reminded."""

from datetime import date, datetime, timedelta
from typing import Final

from domain.causes.errors import MeasureDayWrong
from domain.rhythm.slots import find_turn
from domain.words.dates_in_words import read_day
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

FURTHEST: Final = timedelta(days=3 * 366)
"""A road map for longer is a programme of its own."""
_OFFERED: Final = (7, 14, 30)
"""Days from today."""
_NEAR: Final = timedelta(days=45)
"""The end of a quarter that is nearer than this is not offered: the one after it is."""


def list_terms(today: date) -> list[date]:
    """In a week, in two, in thirty days, and the end of a quarter."""
    return [*(today + timedelta(days=days) for days in _OFFERED), _end_of_quarter(today)]


def _end_of_quarter(today: date) -> date:
    end = _last_day((today.month - 1) // 3 * 3 + 3, today.year)
    return end if end - today >= _NEAR else _end_of_quarter(end + timedelta(days=1))


def _last_day(month: int, year: int) -> date:
    after = date(year + (month == 12), month % 12 + 1, 1)
    return after - timedelta(days=1)


def read_term(words: str, now: datetime) -> date:
    """The one day that the words name; `now` in local time. Raises `MeasureDayWrong`."""
    said = read_day(words, now=now)
    if said is None:
        raise MeasureDayWrong("unclear")
    ensure_ahead(said.day, now.date())
    return said.day


def ensure_ahead(due: date, today: date) -> None:
    """Raise `MeasureDayWrong` unless it can still be kept."""
    if due < today:
        raise MeasureDayWrong("past")
    if due - today > FURTHEST:
        raise MeasureDayWrong("far")


def is_day_of(calendar: WorkCalendar, due: date, now: datetime) -> bool:
    """Whether the department is reminded today: on the day itself, or on the last working day before it, once work goes on."""
    turn = find_turn(calendar, now)
    if turn is None:
        return False
    try:
        return due < calendar.working_day_from(turn.day + timedelta(days=1))
    except CalendarError:
        return due <= turn.day
