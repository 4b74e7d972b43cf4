"""Why a deadline is when it is: the arithmetic behind it, day by day, as a clerk would do it on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from domain.appeal import Appeal
from domain.assignments import Assignment
from domain.casefile import Card
from domain.deadlines import KeptDeadline, Reckoning, Running
from domain.errors import NoTermNow
from domain.ids import DepartmentCode
from domain.regulation.due import due_at
from domain.regulation.terms import Stage, Term, Unit
from domain.shown_terms import find_explained
from domain.workdays import Roll, WorkCalendar
from domain.worktime.pauses import Pause

_DAY = timedelta(days=1)


class Why(StrEnum):
    """Why a day was not worked. DECREED: a regional or local day off, whose reason is known (A23)."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DECREED = "decreed"


@dataclass(frozen=True, slots=True)
class Worked:
    """What one local date gave to the term: its intervals, cut off where the term begins and ends."""

    day: date
    intervals: tuple[tuple[datetime, datetime], ...]

    @property
    def length(self) -> timedelta:
        """Working time of the day that counts."""
        return sum((end - start for start, end in self.intervals), timedelta(0))


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days in a row on which nobody worked, for one reason; both dates included."""

    first: date
    last: date
    why: Why
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """The term that did not count, because it would have ended later (A9)."""

    term: Term
    since: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Explanation:
    """The arithmetic of one deadline.

    `department`: by whose hours it runs; None: by the town's (A5). `worked` is filled for terms in working time, for
    those in days `last_day` and, where it was moved off a day off (A12), `rolled_from`. `kept`: until when it stands
    where that is not what the arithmetic says: nothing is moved into the past (A17, A23).
    `extended_days`: by how many it was moved (R07), from `at_first`. `pauses`: while the citizen was asked (A16).
    """

    stage: Stage
    term: Term
    act: str
    department: DepartmentCode | None
    since: datetime
    due: datetime
    worked: tuple[Worked, ...] = ()
    days_off: tuple[DaysOff, ...] = ()
    last_day: date | None = None
    rolled_from: date | None = None
    other: Other | None = None
    kept: datetime | None = None
    extended_days: int = 0
    at_first: datetime | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def stands(self) -> datetime:
        """Until when it really is."""
        return self.kept or self.due


def explain_card(
    reckoning: Reckoning,
    card: Card,
    appeal: Appeal,
    deadlines: Sequence[KeptDeadline],
    assignments: Sequence[Assignment],
) -> Explanation:
    """The deadline that this card shows, or the promise that is owed. Raises NoTermNow where it shows none, CalendarError where it can't be computed."""
    shown = find_explained(deadlines, card, appeal)
    if shown is None:
        raise NoTermNow(appeal.number)
    parts = [one for one in assignments if one.is_open and not one.is_lead]
    runs = reckoning.list_running(appeal, parts)
    found = next(
        (one for one in runs if (one.stage, one.department) == (shown.stage, shown.department)), None
    )
    if found is None:
        raise NoTermNow(appeal.number)
    return explain(reckoning, found, shown.due_at)


def explain(reckoning: Reckoning, running: Running, kept: datetime | None = None) -> Explanation:
    """The arithmetic of one term; `kept`: until when it stands in the register. Raises CalendarError."""
    counts, due = reckoning.decide(running)
    calendar, term = reckoning.calendar_for(counts), counts.term
    first, last = calendar.date_of(counts.since), calendar.due_on(due)
    at_first = reckoning.decide(replace(counts, extended_days=0, at_most=None))[1]
    unrolled = _last_before_roll(calendar, counts, at_first)
    other = _other(reckoning, running, counts)
    return Explanation(
        stage=running.stage,
        term=term,
        act=reckoning.regulation.act,
        department=counts.department,
        since=counts.since,
        due=due,
        worked=() if term.span.is_days else tuple(_worked(calendar, counts, at_first)),
        days_off=tuple(list_days_off(calendar, reckoning.reasons, *_walked(counts, first, unrolled, last))),
        last_day=last if term.span.is_days else None,
        rolled_from=unrolled if unrolled != last else None,
        other=other,
        kept=kept if kept != due else None,
        extended_days=counts.extended_days,
        at_first=at_first,
        pauses=tuple(one for one in counts.pauses if one[1] > counts.since and one[0] < due),
    )


def list_days_off(
    calendar: WorkCalendar, reasons: Mapping[date, str], first: date, last: date
) -> Iterator[DaysOff]:
    """From the first date to the last, both included, those of one reason in a row together."""
    days = (first + _DAY * count for count in range((last - first).days + 1))
    for (why, reason), run in groupby(days, key=lambda day: _why_off(calendar, reasons, day)):
        if why is not None:
            dates = list(run)
            yield DaysOff(dates[0], dates[-1], why, reason)


def _why_off(calendar: WorkCalendar, reasons: Mapping[date, str], day: date) -> tuple[Why | None, str]:
    if calendar.hours_of(day):
        return None, ""
    if day in reasons:
        return Why.DECREED, reasons[day]
    return (Why.HOLIDAY if calendar.week[day.weekday()] else Why.WEEKEND), ""


def _walked(running: Running, first: date, unrolled: date, last: date) -> tuple[date, date]:
    """The days among which days off did not count: of calendar days only those over which the end was moved."""
    if running.term.span.unit is Unit.CALENDAR_DAYS or running.extended_days:
        return min(unrolled, last), max(unrolled, last)
    return first, last


def _last_before_roll(calendar: WorkCalendar, running: Running, at_first: datetime) -> date:
    if running.extended_days:
        return calendar.due_on(at_first) + _DAY * running.extended_days
    if running.term.span.unit is not Unit.CALENDAR_DAYS:
        return calendar.due_on(at_first)
    count = running.term.span.count
    return calendar.due_on(calendar.calendar_days(running.since, count, Roll.NONE, running.pauses))


def _worked(calendar: WorkCalendar, running: Running, due: datetime) -> Iterator[Worked]:
    intervals = calendar.intervals(running.since, due, running.pauses)
    for day, those in groupby(intervals, key=lambda one: calendar.date_of(one[0])):
        yield Worked(day, tuple(those))


def _other(reckoning: Reckoning, running: Running, counts: Running) -> Other | None:
    if running.at_most is None:
        return None
    loser = running if counts is running.at_most else running.at_most
    calendar, day_due = reckoning.calendar_for(loser), reckoning.regulation.day_due
    return Other(loser.term, loser.since, due_at(loser.term, loser.since, calendar, day_due, loser.pauses))
