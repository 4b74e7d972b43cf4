"""Which days of the coming months are not as their weekday: what people look up in a production calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.workdays import WorkCalendar
from domain.worktime.hours import DayHours

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class UnusualDays:
    """A run of days off, or one working day with other hours than usual; no `hours`: days off."""

    first: date
    last: date
    hours: DayHours
    is_shorter: bool
    reason: str


def list_unusual(
    calendar: WorkCalendar, reasons: Mapping[date, str], first: date, last: date
) -> list[UnusualDays]:
    """From the first date to the last, both included, in order; ordinary weekends beside a holiday belong to its run."""
    found: list[UnusualDays] = []
    run: list[date] = []
    day = first
    while day <= last:
        hours = calendar.hours_of(day)
        if hours:
            found += [*_days_off(calendar, reasons, run), *_working_day(calendar, reasons, day, hours)]
            run = []
        else:
            run.append(day)
        day += _DAY
    return [*found, *_days_off(calendar, reasons, run)]


def _days_off(calendar: WorkCalendar, reasons: Mapping[date, str], run: list[date]) -> Iterator[UnusualDays]:
    named = list(dict.fromkeys(reasons[day] for day in run if reasons.get(day)))
    if named or any(calendar.week[day.weekday()] for day in run):
        yield UnusualDays(run[0], run[-1], (), is_shorter=False, reason=", ".join(named))


def _working_day(
    calendar: WorkCalendar, reasons: Mapping[date, str], day: date, hours: DayHours
) -> Iterator[UnusualDays]:
    usual = calendar.week[day.weekday()]
    if hours != usual:
        is_shorter = bool(usual) and _minutes(hours) < _minutes(usual)
        yield UnusualDays(day, day, hours, is_shorter, reasons.get(day, ""))


def _minutes(hours: DayHours) -> int:
    return sum(end - start for start, end in hours)
