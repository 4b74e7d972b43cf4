"""A missed deadline climbs: to the coordinators at once, then to the curator, then to the leadership (R54-R56).

The documents say to whom and not when (Krasnoufimsk No. 83, п. 22-25); these amounts are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.ids import AppealId, DepartmentCode
from domain.regulation.terms import Holder, Stage
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

LOUD_A_DAY: Final = 5
"""So many calls a day are heard in the leadership's chat; what comes after them is silent."""

BOUNCED_OFTEN: Final = 2
"""So many departments have said that it is not theirs: the coordinators read all their reasons in one message."""


class Level(StrEnum):
    """Who hears of it."""

    COORDINATORS = "coordinators"
    CURATOR = "curator"
    LEADERSHIP = "leadership"


AFTER: Final[Mapping[Level, timedelta]] = {
    Level.COORDINATORS: timedelta(),
    Level.CURATOR: timedelta(hours=2),
    Level.LEADERSHIP: timedelta(hours=4),
}
"""Working time of the town after the deadline."""
URGENT_AFTER: Final[Mapping[Level, timedelta]] = {
    Level.COORDINATORS: timedelta(),
    Level.CURATOR: timedelta(minutes=30),
    Level.LEADERSHIP: timedelta(hours=1),
}
"""Time by the clock, nights and days off included: what is of high importance does not wait for the morning (A21)."""


@dataclass(frozen=True, slots=True)
class Climb:
    """Deadlines before `ordinary_before`, and urgent ones before `urgent_before`, climb to the level now.

    `ordinary_before`: None while nobody is to be disturbed. `only`: of this holder alone; `but`: not of this stage.
    """

    level: Level
    urgent_before: datetime
    ordinary_before: datetime | None
    only: Holder | None = None
    but: Stage | None = None

    def concerns(self, overdue: "Overdue") -> bool:
        """Whether the level hears of it at all."""
        return self.only in {None, overdue.holder} and self.but is not overdue.stage


@dataclass(frozen=True, slots=True)
class Overdue:
    """A deadline that has been missed, of an appeal that somebody has to hear of."""

    deadline_id: int
    appeal_id: AppealId
    stage: Stage
    holder: Holder
    department: DepartmentCode | None
    executor_name: str | None
    due_at: datetime
    urgent: bool
    mayor_knows: bool


def list_climbs(calendar: WorkCalendar, now: datetime) -> list[Climb]:
    """What climbs at this moment. A curator hears of departments alone; who keeps an appeal too long without returning
    it (R40) is no matter for the leadership: the term of the answer is.
    """
    only = {Level.CURATOR: Holder.DEPARTMENT}
    but = {Level.LEADERSHIP: Stage.RETURN}
    speaks = is_day(calendar, now)
    return [
        Climb(
            level,
            urgent_before=now - URGENT_AFTER[level],
            ordinary_before=_before(calendar, now, AFTER[level]) if speaks else None,
            only=only.get(level),
            but=but.get(level),
        )
        for level in Level
    ]


def is_day(calendar: WorkCalendar, now: datetime) -> bool:
    """Whether people are at work, breaks included; not where the calendar does not know."""
    try:
        hours = calendar.intervals_of(calendar.date_of(now))
    except CalendarError:
        return False
    return bool(hours) and hours[0][0] <= now < hours[-1][1]


def _before(calendar: WorkCalendar, now: datetime, term: timedelta) -> datetime | None:
    try:
        return calendar.subtract(now, term)
    except CalendarError:
        return None


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """An appeal in a list of what is missed: which stage since when, `department` and `executor_name` who has it.

    `every`: how many there are in all; of them those not accepted, or not read, in time. All others are overdue.
    """

    appeal_id: AppealId
    number: str
    status: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    department: str | None
    executor_name: str | None
    stage: Stage
    due_at: datetime
    every: int
    unaccepted: int
    unread: int
