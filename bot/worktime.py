"""`python -m bot worktime`: questions about working time as JSON lines in, answers as JSON lines out.

Who computes terms elsewhere (a script, a spreadsheet, another program) gets exactly the deadlines of the bot. One line's
mistake is that line's `error`; the next line is answered all the same. `result` is for
`add` a moment (below zero: before `start`), `between` a number in `unit` (below zero where `end` is the earlier), `intervals` a list of pairs of moments, `is_working_day` true or false for
the date of `start`, `working_days_between` how many working days lie after the date of `start` up to that of `end`.
A calendar's `name` stands in the errors about it. Fields that are not known are left alone, so that a line may carry a
mark of its own.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.worktime_fields import Fields, LineMistake
from domain.workdays import Roll, WorkCalendar
from domain.worktime.errors import CalendarError
from domain.worktime.table import instant_of


class Op(StrEnum):
    """What a line asks."""

    ADD = "add"
    BETWEEN = "between"
    INTERVALS = "intervals"
    IS_WORKING_DAY = "is_working_day"
    WORKING_DAYS_BETWEEN = "working_days_between"


class Unit(StrEnum):
    """In what a term is counted."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    BUSINESS_DAYS = "business_days"
    CALENDAR_DAYS = "calendar_days"


_LENGTHS = {
    Unit.SECONDS: timedelta(seconds=1),
    Unit.MINUTES: timedelta(minutes=1),
    Unit.HOURS: timedelta(hours=1),
}
_SENTENCES = {
    "error-hours": "hours of {where}: {problem}: {text}",
    "error-term-negative": "add: a term is never below zero",
    "error-pause": "pauses: {end} is before {start}",
    "error-no-working-time": "{calendar}: there is no working time in the whole of {year}",
    "error-calendar-out-of-reach": "{calendar}: the year {year} is out of reach of it",
}
_PROBLEMS = {
    "weekday": "not one of mon, tue, wed, thu, fri, sat, sun",
    "list": "not a list of intervals",
    "form": "not an interval as 08:00-12:00",
    "time": "not a time from 00:00 to 24:00",
    "order": "the end is not after the start; work past midnight belongs to two days",
    "overlap": "this interval begins before another ends",
}


def run(lines: Iterable[str]) -> Iterator[str]:
    """Answer every line that is not blank, in order, one line each."""
    for line in lines:
        if question := line.strip("\ufeff \t\r\n"):
            yield json.dumps(_answer(question), ensure_ascii=False)


def _answer(line: str) -> Mapping[str, Any]:
    try:
        fields = Fields(line)
        return {"result": _OPS[fields.choice("op", Op)](fields)}
    except LineMistake as mistake:
        return {"error": _printable(str(mistake))}
    except CalendarError as error:
        return {"error": _printable(_sentence(error))}


def _add(fields: Fields) -> str:
    calendar = fields.calendar
    start, pauses = fields.moment("start", calendar.tz), fields.pauses(calendar.tz)
    if fields.number("add") < 0:
        return _subtract(fields, calendar, start).isoformat()
    match _unit(fields):
        case Unit.BUSINESS_DAYS:
            due = calendar.business_days(start, _count(fields), pauses)
        case Unit.CALENDAR_DAYS:
            roll = fields.choice("roll", Roll, Roll.NONE)
            due = calendar.calendar_days(start, _count(fields), roll, pauses)
        case unit:
            due = calendar.add(start, _term(fields, unit), pauses)
    return due.isoformat()


def _subtract(fields: Fields, calendar: WorkCalendar, start: datetime) -> datetime:
    """The latest moment from which so much is left until `start`; of days the close of business of the day."""
    if fields.pauses(calendar.tz):
        raise LineMistake("pauses: a term below zero takes none")
    match _unit(fields):
        case Unit.BUSINESS_DAYS:
            return calendar.business_days_before(start, -_count(fields))
        case Unit.CALENDAR_DAYS:
            return calendar.calendar_days_before(
                start, -_count(fields), fields.choice("roll", Roll, Roll.NONE)
            )
        case unit:
            return calendar.subtract(start, -_term(fields, unit))


def _between(fields: Fields) -> float:
    calendar = fields.calendar
    start, end = fields.moment("start", calendar.tz), fields.moment("end", calendar.tz)
    if instant_of(end) < instant_of(start):
        return -_amount(fields, calendar, end, start)
    return _amount(fields, calendar, start, end)


def _amount(fields: Fields, calendar: WorkCalendar, start: datetime, end: datetime) -> float:
    pauses = fields.pauses(calendar.tz)
    match _unit(fields):
        case Unit.BUSINESS_DAYS:
            return calendar.working_days_between(start, end, pauses)
        case Unit.CALENDAR_DAYS:
            return calendar.calendar_days_between(start, end, pauses)
        case unit:
            return _in_units(calendar.between(start, end, pauses), unit)


def _intervals(fields: Fields) -> list[list[str]]:
    calendar = fields.calendar
    found = calendar.intervals(*_bounds(fields, calendar), fields.pauses(calendar.tz))
    return [[opening.isoformat(), closing.isoformat()] for opening, closing in found]


def _is_working_day(fields: Fields) -> bool:
    calendar = fields.calendar
    return calendar.is_working_day(calendar.date_of(fields.moment("start", calendar.tz)))


def _working_days_between(fields: Fields) -> int:
    calendar = fields.calendar
    return calendar.working_days_between(*_bounds(fields, calendar), fields.pauses(calendar.tz))


_OPS: Mapping[Op, Callable[[Fields], Any]] = {
    Op.ADD: _add,
    Op.BETWEEN: _between,
    Op.INTERVALS: _intervals,
    Op.IS_WORKING_DAY: _is_working_day,
    Op.WORKING_DAYS_BETWEEN: _working_days_between,
}


def _unit(fields: Fields) -> Unit:
    return fields.choice("unit", Unit, Unit.SECONDS)


def _bounds(fields: Fields, calendar: WorkCalendar) -> tuple[datetime, datetime]:
    start, end = fields.moment("start", calendar.tz), fields.moment("end", calendar.tz)
    if instant_of(end) < instant_of(start):
        raise LineMistake(f"end: {end.isoformat()} is before start, {start.isoformat()}")
    return start, end


def _term(fields: Fields, unit: Unit) -> timedelta:
    number = fields.number("add")
    try:
        return number * _LENGTHS[unit]
    except OverflowError:
        raise LineMistake(f"add: {number} {unit} are more than a calendar holds") from None


def _count(fields: Fields) -> int:
    number = fields.number("add")
    if number != int(number):
        raise LineMistake(f"add: {number} is not a whole number of days")
    return int(number)


def _in_units(worked: timedelta, unit: Unit) -> float:
    whole, rest = divmod(worked, _LENGTHS[unit])
    return worked / _LENGTHS[unit] if rest else whole


def _sentence(error: CalendarError) -> str:
    facts = {**error.facts}
    if "problem" in facts:
        facts["problem"] = _PROBLEMS[str(facts["problem"])]
    if "calendar" in facts:
        facts["calendar"] = f"calendar {facts['calendar']}".rstrip()
    return _SENTENCES[error.code].format(**facts)


def _printable(text: str) -> str:
    """JSON may hold half of a character, which no output can be made of."""
    return text.encode(errors="backslashreplace").decode()
