"""The calendar's exceptions as an administrator enters them in the chat (A23), and what its page knows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from domain.municipality import CalendarException, DayKind, Municipality
from domain.setup.errors import DayUnread, YearUnread
from domain.words.days_in_words import DaysInWords, read_days
from domain.worktime.unusual import UnusualDays

SHORTER_BY = 60
"""Minutes, where nothing else is said (TK RF, art. 95)."""

DECREED_IN = 10
"""The month by which the government has usually moved the next year's days off."""

_YEAR: Final = re.compile(r"([0-9]{4})")


@dataclass(frozen=True, slots=True)
class CalendarPicture:
    """What is unusual from today on, and how far all that is known reaches.

    `provisional`: years whose data have a single source. `regional_until`: the last regional day off known, None where
    the region is not set or nothing is known of it. `declared`: years from today's on that the municipality declared
    known itself; `later`: what of the next such year lies beyond `unusual`.
    """

    today: date
    unusual: tuple[UnusualDays, ...]
    known_until: date
    provisional: tuple[int, ...] = ()
    regional_until: date | None = None
    declared: tuple[int, ...] = ()
    later: tuple[UnusualDays, ...] = ()

    @property
    def missing_year(self) -> int | None:
        """The year that has to be known by now and is not."""
        return find_missing_year(self.known_until, self.today)


def find_missing_year(known_until: date, today: date) -> int | None:
    """The year whose days off have to be known by now and are not: from October on the next one."""
    missing = known_until.year + 1
    return missing if missing <= today.year + (today.month >= DECREED_IN) else None


def with_days(municipality: Municipality, kind: DayKind, words: str, now: datetime) -> Municipality:
    """With the days that the words name; each replaces what stood for its date. `now` is local. Raises DayUnread."""
    read = read_days(words, now=now)
    if read is None:
        raise DayUnread
    new = [_exception(day, kind, read) for day in read.days]
    return _with(municipality, [*_without(municipality, read.days), *new])


def without_day(municipality: Municipality, day: str) -> Municipality:
    """Without the exception of this date, which may be gone already."""
    return _with(municipality, _without(municipality, [date.fromisoformat(day)]))


def with_year(municipality: Municipality, words: str) -> Municipality:
    """With a year declared known: from now on it has what the Labour Code says. Raises YearUnread."""
    found = _YEAR.fullmatch(words.strip())
    if found is None:
        raise YearUnread
    return replace(municipality, calendar_years=tuple(sorted({*municipality.calendar_years, int(found[1])})))


def without_year(municipality: Municipality, year: str) -> Municipality:
    """Without the declaration, which may be gone already."""
    kept = tuple(one for one in municipality.calendar_years if str(one) != year)
    return replace(municipality, calendar_years=kept)


def count_days(municipality: Municipality, year: int) -> int:
    """How many exceptions of a year have been entered."""
    return sum(one.date.year == year for one in municipality.calendar)


def find_exception(municipality: Municipality, day: str) -> CalendarException | None:
    """The municipality's own exception of this date."""
    return next((one for one in municipality.calendar if one.date.isoformat() == day), None)


def _exception(day: date, kind: DayKind, read: DaysInWords) -> CalendarException:
    match kind:
        case DayKind.WORKING:
            return CalendarException(day, kind, read.reason, hours=read.like)
        case DayKind.SHORTENED:
            return CalendarException(day, kind, read.reason, minutes=read.minutes or SHORTER_BY)
    return CalendarException(day, kind, read.reason)


def _without(municipality: Municipality, days: Iterable[date]) -> list[CalendarException]:
    gone = set(days)
    return [one for one in municipality.calendar if one.date not in gone]


def _with(municipality: Municipality, exceptions: Iterable[CalendarException]) -> Municipality:
    return replace(municipality, calendar=tuple(sorted(exceptions, key=lambda one: one.date)))
