"""Fields of a `worktime` line: what JSON holds, turned into domain values or into one sentence about the mistake."""

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain.municipality import Weekday
from domain.workdays import WorkCalendar
from domain.worktime.hours import parse_day, parse_week
from domain.worktime.pauses import Pause

_E = TypeVar("_E", bound=StrEnum)
_T = TypeVar("_T")
_CALENDAR_KEYS = ("name", "tz", "hours", "holidays", "extra_working_days", "shortened", "overrides")
_MIDNIGHT = re.compile(r"(?P<day>.{8,10})[T ]24:?00(?::?00(?:\.0+)?)?(?P<zone>Z|[+-].*)?")
_SHOWN = 60


class LineMistake(Exception):
    """The sentence that becomes the `error` of the line."""


class Fields:
    """A line as an object of fields; whoever reads one that is missing or wrong raises LineMistake, which names it."""

    def __init__(self, line: str) -> None:
        self._fields = _mapping("the line", _loads(line))

    @property
    def calendar(self) -> WorkCalendar:
        """The calendar; the same one for the same text, since its tables make the next line fast."""
        return _calendar(json.dumps(self._required("calendar"), sort_keys=True))

    def choice(self, key: str, words: type[_E], default: _E | None = None) -> _E:
        """One of the words of an enumeration."""
        if default is not None and not self.has(key):
            return default
        return _one_of(key, words, self._required(key))

    def has(self, key: str) -> bool:
        """Whether the line holds the field."""
        return self._fields.get(key) is not None

    def moment(self, key: str, tz: ZoneInfo) -> datetime:
        """An aware moment; a naive one is local, a date alone is its first moment."""
        return _moment(key, self._required(key), tz)

    def pauses(self, tz: ZoneInfo) -> list[Pause]:
        """Pairs of moments, none where the field is left out."""
        return [_pause(pair, tz) for pair in _list("pauses", _given(self._fields, "pauses", []))]

    def number(self, key: str) -> int | float:
        """A finite number."""
        value = self._required(key)
        if not _is_number(value):
            raise LineMistake(f"{key}: {_shown(value)} is not a number")
        number: int | float = value
        return number

    def _required(self, key: str) -> Any:
        if not self.has(key):
            raise LineMistake(f"{key} is missing")
        return self._fields[key]


def _is_number(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _loads(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise LineMistake("the line is not JSON") from None


@lru_cache(maxsize=64)
def _calendar(text: str) -> WorkCalendar:
    written = _mapping("calendar", json.loads(text))
    for key in sorted(written.keys() - set(_CALENDAR_KEYS)):
        raise LineMistake(f"calendar: {_shown(key)} is none of {', '.join(_CALENDAR_KEYS)}")
    return WorkCalendar(
        tz=_zone(written.get("tz")),
        week=parse_week(_mapping("hours", _given(written, "hours", {}))),
        holidays=frozenset(
            _date("holidays", day) for day in _list("holidays", _given(written, "holidays", []))
        ),
        extra_working_days=_by_date("extra_working_days", written, lambda _, of: _replaced(of)),
        shortened=_by_date("shortened", written, lambda _, minutes: _minutes(minutes)),
        overrides=_by_date("overrides", written, parse_day),
        name=_name(_given(written, "name", "")),
    )


def _by_date(key: str, written: Mapping[str, Any], read: Callable[[str, Any], _T]) -> dict[date, _T]:
    entries = _mapping(key, _given(written, key, {}))
    return {_date(key, day): read(day, value) for day, value in entries.items()}


def _replaced(weekday: Any) -> Weekday | None:
    return None if weekday is None else _one_of("extra_working_days", Weekday, weekday)


def _minutes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise LineMistake(f"shortened: {_shown(value)} is not a number of minutes")
    return value


def _zone(name: Any) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (TypeError, ValueError, KeyError, OSError):
        raise LineMistake(f"tz: {_shown(name)} is not a time zone") from None


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise LineMistake(f"name: {_shown(value)} is not a text")
    return _shown(value) if value.strip() else ""


def _pause(pair: Any, tz: ZoneInfo) -> Pause:
    ends = [_moment("pauses", end, tz) for end in _list("pauses", pair)]
    if len(ends) != 2:
        raise LineMistake(f"pauses: {_shown(pair)} is not a pair of moments")
    return ends[0], ends[1]


def _moment(key: str, text: Any, tz: ZoneInfo) -> datetime:
    try:
        moment = _closing_midnight(text) or datetime.fromisoformat(text)
    except (TypeError, ValueError, OverflowError):
        raise LineMistake(f"{key}: {_shown(text)} is not a date or a time as 2026-03-02T09:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=tz)


def _closing_midnight(text: Any) -> datetime | None:
    """As in hours, 24:00 is the end of its day, which the standard library does not read."""
    found = _MIDNIGHT.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return None
    return datetime.fromisoformat(f"{found['day']}T00:00{found['zone'] or ''}") + timedelta(days=1)


def _date(key: str, text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise LineMistake(f"{key}: {_shown(text)} is not a date as 2026-03-02") from None


def _one_of(key: str, words: type[_E], value: Any) -> _E:
    if value not in tuple(words):
        raise LineMistake(f"{key}: {_shown(value)} is none of {', '.join(words)}")
    return words(value)


def _given(fields: Mapping[str, Any], key: str, default: Any) -> Any:
    value = fields.get(key)
    return default if value is None else value


def _mapping(key: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise LineMistake(f"{key}: {_shown(value)} is not an object")
    return value


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise LineMistake(f"{key}: {_shown(value)} is not a list")
    return value


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
