"""Which days are over and not told of yet, and when it may be told: all read off the working calendar, nothing guessed."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

GRACE: Final = timedelta(hours=3)
"""After closing: so long a summary still goes at once; what is later waits for the next opening, nobody is woken."""
LATE_AFTER: Final = timedelta(minutes=15)
"""What is told so much after its moment says that it is late."""
REMEMBERED: Final = timedelta(days=14)
"""Days before that are told of no more: after a long silence the register and the reports tell, not the chat."""
WAKING: Final = range(8, 20)
"""Local hours in which a sound wakes nobody; for a year that the calendar does not know, where nobody can say which are worked."""
_DAY: Final = timedelta(days=1)


class Beat(StrEnum):
    """What the rhythm does, each once for a chat and a local date."""

    SUMMARY = "summary"
    REMINDER_NOTE = "reminder_note"
    CALENDAR_WARNING = "calendar_warning"
    WATCH = "watch"
    WEEK_PAPER = "week_paper"
    MONTH_PAPER = "month_paper"
    SSTU = "sstu"


@dataclass(frozen=True, slots=True)
class Told:
    """What was done already. `since`: the town's settings are whole since then, None: not yet; what was before is not told of.

    The dates: the last local one of each up to today; a date beyond was written by a clock that was wrong.
    """

    since: datetime | None
    summary: date | None = None
    note: date | None = None
    watch: date | None = None
    week_paper: date | None = None
    month_paper: date | None = None
    sstu: date | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What the summary of `day` tells of: after `since` up to `until`, so that days off belong to the next working day."""

    day: date
    since: datetime
    until: datetime
    is_whole: bool = True

    @property
    def spans_days_off(self) -> bool:
        """Whether days off lie in it."""
        return self.day - self.since.date() > _DAY


def list_days_due(calendar: WorkCalendar, told: Told, now: datetime) -> list[date]:
    """Closed working days without a summary, oldest first (R11); none while nobody is to be disturbed.

    Also none where the calendar does not know its days: the administrators are warned of that, nothing is guessed.
    """
    try:
        return _list_closed(calendar, told, now) if may_speak(calendar, now) else []
    except CalendarError:
        return []


def _list_closed(calendar: WorkCalendar, told: Told, now: datetime) -> list[date]:
    since, today = told.since, calendar.date_of(now)
    if since is None:
        return []
    first = max(today - REMEMBERED, told.summary + _DAY) if told.summary else today - REMEMBERED
    days = calendar.list_working_days(first, today)
    return [day for day in days if since < calendar.closing(day) <= now]


def may_speak(calendar: WorkCalendar, now: datetime) -> bool:
    """From opening until a while after closing, breaks included; never at night and never on days off.

    Raises CalendarError.
    """
    today = calendar.date_of(now)
    hours = (calendar.intervals_of(day) for day in (today - _DAY, today))
    return any(day[0][0] <= now < day[-1][1] + GRACE for day in hours if day)


def find_week_due(calendar: WorkCalendar, told: Told, now: datetime) -> date | None:
    """The Monday of the week whose reminder notes are due: from the first opening of the week on, while work goes on (R78)."""
    try:
        monday, opening = _week_of(calendar, now)
    except CalendarError:
        return None
    is_new = told.since is not None and told.since <= opening and (told.note is None or told.note < monday)
    return monday if is_new and opening <= now and calendar.is_open(now) else None


def list_papers_due(calendar: WorkCalendar, told: Told, now: datetime) -> list[tuple[Beat, date]]:
    """Which papers nobody was sent, with the Monday and the first of the month since which they are due (R69, R72):
    from the first opening on, while work goes on.
    """
    today = calendar.date_of(now)
    begun = {
        Beat.WEEK_PAPER: (today - today.weekday() * _DAY, told.week_paper),
        Beat.MONTH_PAPER: (today.replace(day=1), told.month_paper),
    }
    try:
        if told.since is None or not calendar.is_open(now):
            return []
        return [
            (beat, day)
            for beat, (day, last) in begun.items()
            if (last is None or last < day) and told.since <= opening_of_week(calendar, day) <= now
        ]
    except CalendarError:
        return []


def find_month_begun(calendar: WorkCalendar, told: Told, now: datetime) -> date | None:
    """The first of this month, from its first opening on while work goes on, where nobody was asked for the last one's
    results (R82).
    """
    begun = calendar.date_of(now).replace(day=1)
    if told.since is None or (told.sstu is not None and told.sstu >= begun):
        return None
    try:
        is_due = calendar.is_open(now) and told.since <= opening_of_week(calendar, begun) <= now
    except CalendarError:
        return None
    return begun if is_due else None


def find_day_to_watch(calendar: WorkCalendar, told: Told, now: datetime) -> date | None:
    """Today, from its opening on while work goes on, where nobody was asked yet to look through groups and pages (R18)."""
    today = calendar.date_of(now)
    if told.since is None or (told.watch is not None and told.watch >= today):
        return None
    try:
        return today if calendar.is_open(now) else None
    except CalendarError:
        return None


def opening_of_week(calendar: WorkCalendar, monday: date) -> datetime:
    """When the first working day from this date on begins: of the week or, where it has none, of a later one. Raises CalendarError."""
    return calendar.intervals_of(calendar.working_day_from(monday))[0][0]


def _week_of(calendar: WorkCalendar, now: datetime) -> tuple[date, datetime]:
    today = calendar.date_of(now)
    monday = today - today.weekday() * _DAY
    return monday, opening_of_week(calendar, monday)


def period_of(calendar: WorkCalendar, day: date) -> Period:
    """A closed working day, from the closing before it. Raises CalendarError."""
    return Period(day, _closing_before(calendar, day), calendar.closing(day))


def period_so_far(calendar: WorkCalendar, now: datetime) -> Period:
    """Today until now; on a day off everything since the last closing. Raises CalendarError."""
    today = calendar.date_of(now)
    return Period(today, _closing_before(calendar, today), now, is_whole=False)


def list_periods_before(calendar: WorkCalendar, day: date, count: int) -> list[Period]:
    """The working days before this date, the oldest first; fewer where the calendar knows no more."""
    found: list[Period] = []
    try:
        while len(found) < count:
            found.append(period_of(calendar, calendar.working_day_before(found[-1].day if found else day)))
    except CalendarError:
        pass
    return found[::-1]


def _closing_before(calendar: WorkCalendar, day: date) -> datetime:
    return calendar.closing(calendar.working_day_before(day))


def is_last_closed(calendar: WorkCalendar, day: date, now: datetime) -> bool:
    """Whether no later working day is over yet. Raises CalendarError."""
    today = calendar.date_of(now)
    return not any(calendar.closing(later) <= now for later in calendar.list_working_days(day + _DAY, today))


def find_present(calendar: WorkCalendar, period: Period, now: datetime) -> datetime | None:
    """Now, as long as no later day is over: then it belongs to the period how things stand. Raises CalendarError."""
    return now if not period.is_whole or is_last_closed(calendar, period.day, now) else None


def is_late(due: datetime, now: datetime) -> bool:
    """Whether it has to be said that it comes late."""
    return now - due > LATE_AFTER
