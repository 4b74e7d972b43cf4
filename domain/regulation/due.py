"""Until when one term is kept, by whose calendar it runs."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final

from domain.regulation.terms import DayDue, Term, Unit
from domain.workdays import Roll, WorkCalendar
from domain.worktime.pauses import Pause

_LAST_SECOND: Final = time(23, 59, 59)


def due_at(
    term: Term,
    since: datetime,
    calendar: WorkCalendar,
    day_due: DayDue = DayDue.CLOSING,
    pauses: Iterable[Pause] = (),
) -> datetime:
    """Until when the term is kept, itself included (A22); raises CalendarError, which names the calendar.

    Where a roll backwards would end the term before it has begun, it goes to the next working day instead.
    """
    count = term.span.count
    match term.span.unit:
        case Unit.MINUTES:
            return calendar.add(since, timedelta(minutes=count), pauses)
        case Unit.HOURS:
            return calendar.add(since, timedelta(hours=count), pauses)
        case Unit.WORKING_DAYS:
            return at_hour(calendar.business_days(since, count, pauses), since, calendar, day_due)
        case Unit.CALENDAR_DAYS:
            due = calendar.calendar_days(since, count, term.roll, pauses)
            if due < since:
                due = calendar.calendar_days(since, count, Roll.NEXT, pauses)
            return at_hour(due, since, calendar, day_due)


def at_hour(due: datetime, since: datetime, calendar: WorkCalendar, day_due: DayDue) -> datetime:
    """A term in days ends with its last day's work, at midnight, or at the hour at which it began (A11)."""
    if day_due is DayDue.CLOSING:
        return due
    day = calendar.due_on(due)
    at = _LAST_SECOND if day_due is DayDue.MIDNIGHT else since.astimezone(calendar.tz).time()
    return datetime.combine(day, at, calendar.tz)
