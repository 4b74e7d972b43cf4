"""The moments of a working day at which reminders come: one digest each, never at night, never on days off (R32, A21)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

MERGED_WITHIN: Final = timedelta(minutes=45)
"""A slot that comes so soon after another one is left out: a day with other hours has fewer digests, not denser ones."""
REMINDED_BEFORE: Final = (1, 3)
"""Working days before the day of a promise; on the day itself it is due like everything else."""
_MORNING: Final = time(7)
_EVENING: Final = time(22)
"""Whoever works around the clock has slots in the daytime alone."""
_LEFT_AT_LAST: Final = timedelta(hours=1)
_LATE_MORNING: Final = time(11)
_AFTERNOON: Final = time(14)


class Slot(StrEnum):
    """In the order of the day. LAST: an hour of work before closing."""

    OPENING = "opening"
    LATE_MORNING = "late_morning"
    AFTERNOON = "afternoon"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Turn:
    """A slot of one day. `until`: what is due by then is named in it: by this day's closing, in the last slot by that of
    the next working day, so that nobody is surprised in the morning. `ahead`: promises for these days are named, too.
    """

    slot: Slot
    day: date
    at: datetime
    until: datetime
    ahead: tuple[date, ...] = ()


def find_turn(calendar: WorkCalendar, now: datetime) -> Turn | None:
    """The last slot of today that has passed, while the day's work goes on (lunch included).

    What was missed on a day that is over is caught up by the next opening, which names all that is due. None also where
    the calendar does not know: the administrators are warned of that.
    """
    try:
        return _find_turn(calendar, now)
    except CalendarError:
        return None


def _find_turn(calendar: WorkCalendar, now: datetime) -> Turn | None:
    day = calendar.date_of(now)
    passed = [(slot, at) for slot, at in list_slots(calendar, day) if at <= now]
    if not passed or now >= calendar.closing(day) or not is_daytime(calendar, now):
        return None
    slot, at = passed[-1]
    last = calendar.working_day_from(day + timedelta(days=1)) if slot is Slot.LAST else day
    return Turn(slot, day, at, calendar.closing(last), list_ahead(calendar, day))


def list_ahead(calendar: WorkCalendar, day: date) -> tuple[date, ...]:
    """The working days of whose promises a department is reminded beforehand; none where the calendar ends."""
    days, coming = [], day
    try:
        for _ in range(max(REMINDED_BEFORE)):
            coming = calendar.working_day_from(coming + timedelta(days=1))
            days.append(coming)
    except CalendarError:
        return ()
    return tuple(days[before - 1] for before in REMINDED_BEFORE)


def list_slots(calendar: WorkCalendar, day: date) -> list[tuple[Slot, datetime]]:
    """Opening, 11:00, 14:00 and an hour before closing, those of them that lie in the day's work; after a break where
    they fall into one. Raises CalendarError.
    """
    kept: list[tuple[Slot, datetime]] = []
    candidates = dict(_candidates(calendar, day))
    last = candidates.get(Slot.LAST)
    for slot, at in candidates.items():
        is_near_last = last is not None and slot is not Slot.LAST and last - at < MERGED_WITHIN
        if not kept or (at - kept[-1][1] >= MERGED_WITHIN and not is_near_last):
            kept.append((slot, at))
    return kept


def _candidates(calendar: WorkCalendar, day: date) -> Iterator[tuple[Slot, datetime]]:
    hours = calendar.intervals_of(day)
    if not hours:
        return
    opening, closing = hours[0][0], hours[-1][1]
    wanted = (
        (Slot.OPENING, max(opening, _at(calendar, day, _MORNING))),
        (Slot.LATE_MORNING, _at(calendar, day, _LATE_MORNING)),
        (Slot.AFTERNOON, _at(calendar, day, _AFTERNOON)),
        (Slot.LAST, calendar.subtract(closing, _LEFT_AT_LAST)),
    )
    for slot, at in wanted:
        begins = calendar.next_opening(at) if opening <= at < closing else closing
        if begins < closing and is_daytime(calendar, begins):
            yield slot, begins


def _at(calendar: WorkCalendar, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, calendar.tz)


def is_daytime(calendar: WorkCalendar, moment: datetime) -> bool:
    """Whether the hour is one at which people are awake, whatever their shift."""
    return _MORNING <= moment.astimezone(calendar.tz).time() < _EVENING
