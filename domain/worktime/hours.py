"""Working hours as people write them: `"08:00-12:00"`, or a pair of times, several a day."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from domain.municipality import Weekday
from domain.worktime.errors import HoursMistake, HoursProblem

DayHours = tuple[tuple[int, int], ...]
"""Working intervals of one day in minutes since its local midnight, in order, never overlapping; 1440 is 24:00."""

Week = tuple[DayHours, ...]
"""Seven days, Monday first; an empty day is a day off."""

WrittenHours = Mapping[Weekday, Any] | Mapping[str, Any]
"""Weekday to its list of intervals, as read from a file or a line: what it holds is yet to be checked."""

WEEKDAYS = tuple(Weekday)
MIDNIGHT = 24 * 60

_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_DASH = re.compile(r"\s*[-–—]\s*")


def parse_week(hours: WrittenHours) -> Week:
    """Read the hours of a municipality or department (R36: each has its own); a day left out is a day off.

    Raises HoursMistake, which names the weekday.
    """
    for name in hours:
        if name not in WEEKDAYS:
            raise HoursMistake(str(name), str(name), HoursProblem.WEEKDAY)
    return tuple(parse_day(day.value, hours.get(day, ())) for day in WEEKDAYS)


def parse_day(where: str, intervals: object) -> DayHours:
    """Read the intervals of one day, in any order; the lunch break is what lies between two (A4).

    An interval that goes on past midnight belongs to two days: to 24:00 and from 00:00.
    """
    if not isinstance(intervals, list | tuple):
        raise HoursMistake(where, str(intervals), HoursProblem.LIST)
    spans = sorted(_parse_interval(where, interval) for interval in intervals)
    for (_, end), (start, stop) in pairwise(spans):
        if start < end:
            raise HoursMistake(where, f"{write_minute(start)}-{write_minute(stop)}", HoursProblem.OVERLAP)
    return tuple(spans)


def shorten(hours: DayHours, minutes: int) -> DayHours:
    """Take working minutes off the end of a day (TK RF, art. 95; A13); a lunch break is not work and does not count."""
    kept = list(hours)
    while kept and minutes > 0:
        start, end = kept.pop()
        if end - start > minutes:
            kept.append((start, end - minutes))
        minutes -= end - start
    return tuple(kept)


def ordinary_hours(week: Week, day: date) -> DayHours:
    """Hours of the weekday of `day`, or where it has none those of the last weekday before it that has."""
    own = day.weekday()
    return next((week[own - back] for back in range(7) if week[own - back]), ())


def write_minute(minute: int) -> str:
    """The inverse of reading: `480` is `"08:00"`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _parse_interval(where: str, interval: object) -> tuple[int, int]:
    written, ends = _ends(interval)
    if ends is None:
        raise HoursMistake(where, written, HoursProblem.FORM)
    start, end = (_parse_minute(where, text) for text in ends)
    if end <= start:
        raise HoursMistake(where, written, HoursProblem.ORDER)
    return start, end


def _ends(interval: object) -> tuple[str, list[str] | None]:
    parts = _DASH.split(interval.strip()) if isinstance(interval, str) else interval
    if not isinstance(parts, list | tuple):
        return str(interval), None
    texts = [part for part in parts if isinstance(part, str)]
    return "-".join(map(str, parts)), texts if len(texts) == len(parts) == 2 else None


def _parse_minute(where: str, text: str) -> int:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise HoursMistake(where, text, HoursProblem.TIME)
    hour, minute = int(found[1]), int(found[2])
    if minute > 59 or hour * 60 + minute > MIDNIGHT:
        raise HoursMistake(where, text, HoursProblem.TIME)
    return hour * 60 + minute
