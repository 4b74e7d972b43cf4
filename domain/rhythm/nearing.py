"""Outside the slots: only what is urgent, or has less than half an hour left, once for each deadline (R32, A21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.ids import DepartmentCode
from domain.rhythm.slots import is_daytime
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

AHEAD: Final = timedelta(minutes=30)
"""So much working time before a deadline whoever has to act is told, if it was longer in these hands than twice that."""


@dataclass(frozen=True, slots=True)
class Nearing:
    """A deadline that ends soon. `since`: from when it was in these hands; `department`: whose it is, None: the town's."""

    id: int
    appeal_id: int
    department: DepartmentCode | None
    for_approvers: bool
    urgent: bool
    since: datetime
    due_at: datetime


def is_to_be_told(one: Nearing, calendar: WorkCalendar, now: datetime) -> bool:
    """Whether its moment has come: half an hour of work before the end, or half of what there was, where that was less.

    In working hours alone; what is urgent at any hour (A21). What is over already is named by the next digest.
    """
    try:
        return now < one.due_at and _is_near(one, calendar, now) and _may_speak(one, calendar, now)
    except CalendarError:
        return False


def _is_near(one: Nearing, calendar: WorkCalendar, now: datetime) -> bool:
    had = calendar.between(one.since, one.due_at)
    return calendar.between(now, one.due_at) <= min(AHEAD, had / 2)


def _may_speak(one: Nearing, calendar: WorkCalendar, now: datetime) -> bool:
    return one.urgent or (calendar.is_open(now) and is_daytime(calendar, now))


@dataclass(frozen=True, slots=True)
class Window:
    """In one calendar: deadlines after `until` are not near; those at `closing` end with the working day itself."""

    until: datetime
    closing: datetime


def list_windows(calendars: Iterable[WorkCalendar], now: datetime) -> list[Window]:
    """One for each calendar that knows its days; of the others the administrators are warned."""
    found = []
    for calendar in calendars:
        try:
            found.append(Window(calendar.add(now, AHEAD), calendar.closing(calendar.date_of(now))))
        except CalendarError:
            continue
    return found
