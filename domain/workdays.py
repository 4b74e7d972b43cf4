"""The working calendar: whose time counts, and when a term runs out (R36-R38, Krasnoufimsk No. 83, п. 9; A3-A14)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from domain.municipality import CalendarException, DayKind, Weekday
from domain.worktime.errors import ExceptionsContradict, NegativeTerm
from domain.worktime.hours import MIDNIGHT, WEEKDAYS, DayHours, Week, ordinary_hours, shorten
from domain.worktime.pauses import Pause, merge_pauses, outside
from domain.worktime.table import MICROSECOND, Stretch, instant_of, wall_instant
from domain.worktime.timeline import Timeline

_DAY = timedelta(days=1)
_T = TypeVar("_T")


class Roll(StrEnum):
    """Where a term in calendar days goes that ends on a day off (A12): R38 says next, some rules under 59-ФЗ previous."""

    NONE = "none"
    NEXT = "next"
    PREV = "prev"


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working time of one authority, department or institution (A5).

    For a date `overrides` beat everything, then come `extra_working_days` (date to the weekday whose hours it has; where
    that has none, or for None, the ordinary ones), `holidays` and the `week`; `shortened` takes minutes off the end of all but overrides.
    With `known_years` set, whatever needs another year raises CalendarDataMissing. `name` is for errors only.
    Moments are aware, answers are in `tz`; working time is real elapsed time, exact to the microsecond.
    """

    tz: ZoneInfo
    week: Week
    holidays: frozenset[date] = frozenset()
    extra_working_days: Mapping[date, Weekday | None] = field(default_factory=dict, hash=False)
    shortened: Mapping[date, int] = field(default_factory=dict, hash=False)
    overrides: Mapping[date, DayHours] = field(default_factory=dict, hash=False)
    known_years: range | None = None
    name: str = ""
    _special: dict[date, DayHours] = field(init=False, repr=False, compare=False)
    _line: Timeline = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        dates = {*self.holidays, *self.extra_working_days, *self.shortened, *self.overrides}
        object.__setattr__(self, "_special", {day: self._special_hours(day) for day in dates})
        object.__setattr__(self, "_line", Timeline(self.tz, self._hours, self.known_years, self.name))

    def with_exceptions(self, exceptions: Iterable[CalendarException]) -> "WorkCalendar":
        """The calendar with regional and local exceptions (A23); each replaces what stood for its date.

        Raises ExceptionsContradict where a date is both off and working.
        """
        listed = list(exceptions)
        off = {it.date for it in listed if it.kind is DayKind.OFF}
        working = {it.date: it.hours for it in listed if it.kind is DayKind.WORKING}
        shorter = {it.date: it.minutes for it in listed if it.kind is DayKind.SHORTENED}
        for day in sorted(off & working.keys()):
            raise ExceptionsContradict(day)
        named = off | working.keys()
        return replace(
            self,
            holidays=self.holidays | off,
            extra_working_days=_without(self.extra_working_days, off) | working,
            shortened=_without(self.shortened, named) | shorter,
            overrides=_without(self.overrides, named | shorter.keys()),
        )

    def hours_of(self, day: date) -> DayHours:
        """Working intervals of the date in minutes since local midnight; none on a day off."""
        self._line.ensure_known(day.year)
        return self._hours(day)

    def intervals_of(self, day: date) -> list[tuple[datetime, datetime]]:
        """Working intervals of the date, each from opening to closing."""
        start, end = (self._line.local(wall_instant(self.tz, it)) for it in (day, day + _DAY))
        return list(self.intervals(start, end))

    def is_working_day(self, day: date) -> bool:
        """Whether any work is done on the date."""
        return any(self._line.days_between(day, day))

    def list_working_days(self, first: date, last: date) -> list[date]:
        """Working days from the first date to the last, both included."""
        return list(self._line.days_between(first, last))

    def working_day_from(self, day: date) -> date:
        """The date itself where it is a working day, else the next one."""
        return next(self._line.days(day))

    def working_day_before(self, day: date) -> date:
        """The last working day before the date."""
        return next(self._line.days(day - _DAY, -1))

    def closing(self, day: date) -> datetime:
        """Close of business (A11; ГК РФ, ст. 194); on a day off when it would be were this an ordinary day."""
        return self._line.local(self._closing(day))

    def date_of(self, moment: datetime) -> date:
        """The local date, by which terms in days count."""
        return self._line.local(instant_of(moment)).date()

    def due_on(self, due: datetime) -> date:
        """The date to which a due moment belongs: a day that closes at 24:00, and not the one that begins then."""
        day, at = self.date_of(due), instant_of(due)
        if at == wall_instant(self.tz, day) == self._closing(day - _DAY):
            return day - _DAY
        return day

    def business_days(self, start: datetime, count: int, pauses: Iterable[Pause] = ()) -> datetime:
        """Close of business of the `count`-th working day after the date of `start`.

        0 is the date itself, or the next working day where it is a day off. Days wholly in pauses do not count.
        """
        if count == 0:
            return self.calendar_days(start, 0, Roll.NEXT)
        tomorrow = self.date_of(start) + _DAY
        self._later(tomorrow, count)
        counted = self._counted(self._line.days(tomorrow), pauses)
        return self.closing(next(islice(counted, count - 1, None)))

    def calendar_days(
        self, start: datetime, count: int, roll: Roll = Roll.NEXT, pauses: Iterable[Pause] = ()
    ) -> datetime:
        """Close of business `count` days after the date of `start`, which is day 0 (A10; ГК РФ, ст. 191, 193).

        Days wholly in pauses do not count. Roll.PREV leads before `start` where only days off lie between.
        """
        today = self.date_of(start)
        due = self._later(today, count)
        for since, until in map(self._whole_days, merge_pauses(pauses)):
            if since <= due:
                due = self._later(due, max((until - max(since, today + _DAY)).days, 0))
        return self.closing(self._rolled(due, roll))

    def business_days_before(self, end: datetime, count: int) -> datetime:
        """Close of business of the `count`-th working day before the date of `end`, from 1 on."""
        days = self._line.days(self._line.later(self.date_of(end), -1), -1)
        return self.closing(next(islice(days, count - 1, None)))

    def calendar_days_before(self, end: datetime, count: int, roll: Roll = Roll.NEXT) -> datetime:
        """Close of business `count` days before the date of `end`."""
        return self.closing(self._rolled(self._line.later(self.date_of(end), -count), roll))

    def working_days_between(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> int:
        """Working days after the date of `start` up to that of `end`, which counts: the inverse of `business_days`.

        Days wholly in pauses do not count.
        """
        days = self._line.days_between(self.date_of(start) + _DAY, self.due_on(end))
        return sum(1 for _ in self._counted(days, pauses))

    def calendar_days_between(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> int:
        """Days after the date of `start` up to that of `end`, without those wholly in pauses: what `calendar_days` adds."""
        first, last = self.date_of(start), self.due_on(end)
        whole = map(self._whole_days, merge_pauses(pauses))
        paused = ((min(until, last + _DAY) - max(since, first + _DAY)).days for since, until in whole)
        return (last - first).days - sum(days for days in paused if days > 0)

    def is_open(self, moment: datetime) -> bool:
        """Whether work goes on: at the moment of opening it does, at closing it does not."""
        return self._line.is_open(instant_of(moment))

    def next_opening(self, moment: datetime) -> datetime:
        """When work on what arrives now begins: at once, or at the next opening (A3).

        Raises NoWorkingTime where a whole year holds none.
        """
        return self._line.local(self._line.open_from(instant_of(moment)))

    def intervals(
        self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()
    ) -> Iterator[tuple[datetime, datetime]]:
        """Working time from `start` to `end`, cut off at both, without the pauses."""
        for stretch in outside(instant_of(start), instant_of(end), merge_pauses(pauses)):
            for opening, closing in self._line.intervals(*stretch):
                yield self._line.local(opening), self._line.local(closing)

    def between(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> timedelta:
        """Working time passed from `start` to `end` outside the pauses; below zero where `end` is the earlier."""
        since, until = instant_of(start), instant_of(end)
        if until < since:
            return -self.between(end, start, pauses)
        stretches = outside(since, until, merge_pauses(pauses))
        return sum(self._line.elapsed(*stretch) for stretch in stretches) * MICROSECOND

    def add(self, start: datetime, term: timedelta, pauses: Iterable[Pause] = ()) -> datetime:
        """The earliest moment, from `start` on, by which so much working time outside the pauses has passed (R37).

        A term used up exactly at closing is due at closing (A14); one of zero at `start` itself.
        Raises NegativeTerm, NoWorkingTime, CalendarDataMissing, OutOfReach.
        """
        at, left = instant_of(start), _length(term)
        for since, until in merge_pauses(pauses):
            if not left or self._line.after(at, left) <= since:
                break
            left -= self._line.elapsed(at, max(at, since))
            at = max(at, until)
        return self._line.local(self._line.after(at, left))

    def subtract(self, end: datetime, term: timedelta) -> datetime:
        """The latest moment from which so much working time is left until `end`: for reminders ahead of it (A21)."""
        return self._line.local(self._line.before(instant_of(end), _length(term)))

    def _hours(self, day: date) -> DayHours:
        hours = self._special.get(day)
        return self.week[day.weekday()] if hours is None else hours

    def _special_hours(self, day: date) -> DayHours:
        if day in self.overrides:
            return self.overrides[day]
        return shorten(self._full_hours(day), self.shortened.get(day, 0))

    def _full_hours(self, day: date) -> DayHours:
        if day in self.extra_working_days:
            replaced = self.extra_working_days[day]
            own = self.week[WEEKDAYS.index(replaced)] if replaced else ()
            return own or ordinary_hours(self.week, day)
        return () if day in self.holidays else self.week[day.weekday()]

    def _closing(self, day: date) -> int:
        hours = self.hours_of(day) or ordinary_hours(self.week, day) or ((0, MIDNIGHT),)
        return wall_instant(self.tz, day, hours[-1][1])

    def _later(self, day: date, count: int) -> date:
        if count < 0:
            raise NegativeTerm
        return self._line.later(day, count)

    def _rolled(self, day: date, roll: Roll) -> date:
        if roll is Roll.NONE:
            return day
        return next(self._line.days(day, 1 if roll is Roll.NEXT else -1))

    def _whole_days(self, pause: Stretch) -> tuple[date, date]:
        """The first date that lies wholly in the pause, and the first after it that does not."""
        since, until = (self._line.local(end).date() for end in pause)
        return since if pause[0] == wall_instant(self.tz, since) else since + _DAY, until

    def _counted(self, days: Iterator[date], pauses: Iterable[Pause]) -> Iterator[date]:
        stops = merge_pauses(pauses)
        return (day for day in days if not stops or self._has_time(day, stops))

    def _has_time(self, day: date, stops: Sequence[Stretch]) -> bool:
        stretches = outside(wall_instant(self.tz, day), wall_instant(self.tz, day + _DAY), stops)
        return any(self._line.elapsed(*stretch) for stretch in stretches)


def _length(term: timedelta) -> int:
    if term < timedelta(0):
        raise NegativeTerm
    return term // MICROSECOND


def _without(days: Mapping[date, _T], dropped: Collection[date]) -> dict[date, _T]:
    return {day: what for day, what in days.items() if day not in dropped}
