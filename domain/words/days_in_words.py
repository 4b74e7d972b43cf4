"""Exceptions of the calendar as an administrator writes them: «24 апреля, Радоница», «9–11 апреля Ураза», «27.04 как в пн, перенос».

As with a single day, nothing is guessed: what may mean two things is not read at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.municipality import Weekday
from domain.words.dates_in_words import read_day

LONGEST_RUN: Final = 31
"""Days; more at once is rather a slip of the pen than a decree."""


@dataclass(frozen=True, slots=True)
class DaysInWords:
    """The days with what is said of them; `like` and `minutes` None where nothing is."""

    days: tuple[date, ...]
    reason: str
    like: Weekday | None = None
    minutes: int | None = None


def read_days(words: str, *, now: datetime) -> DaysInWords | None:
    """One day or a run of days, then the reason; `now` is local time. None where it is not clear which days are meant."""
    like, rest = _take(_LIKE, words)
    minutes, rest = _take(_MINUTES, rest)
    tokens = rest.replace("\n", ", ").split()
    for count in range(1, len(tokens) + 1):
        head, tail = " ".join(tokens[:count]), " ".join(tokens[count:])
        is_whole = head.endswith((",", ";", ":")) or not re.search(r"\d", tail)
        days = _read(head, now) if is_whole else ()
        if days:
            return DaysInWords(days, _reason(tail), _weekday(like), _length(minutes))
    return None


def _take(pattern: re.Pattern[str], words: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(words)
    return found, words if found is None else f"{words[: found.start()]} {words[found.end() :]}".strip()


def _weekday(found: re.Match[str] | None) -> Weekday | None:
    if found is None:
        return None
    named = found["day"].lower()
    return next(day for names, day in zip(_WEEKDAYS, Weekday, strict=True) if named in names)


def _length(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    if found["half"]:
        return 30
    return int(found["count"] or 1) * (60 if found["unit"].lower().startswith("ч") else 1)


def _reason(tail: str) -> str:
    return re.sub(r"^(?:г\.|год[а]?\b)?[\s,;:.–—-]*", "", tail)


def _read(head: str, now: datetime) -> tuple[date, ...]:
    head = head.strip(" ,;:").lower()
    run = _RUN.fullmatch(head)
    last = _day(run["last"], now) if run else None
    if run is None or last is None:
        one = None if head.startswith("с ") else _day(head, now)
        return (one,) if one else ()
    first = _first(run["first"], last, now)
    return tuple(_between(first, last)) if first and first < last else ()


def _first(text: str, last: date, now: datetime) -> date | None:
    """The number alone is of the same month as the last day."""
    if not text.isdecimal():
        return _day(text, now)
    return last.replace(day=int(text)) if 0 < int(text) < last.day else None


def _day(text: str, now: datetime) -> date | None:
    """A day without an hour, with no number beside it that says something else."""
    found = read_day(text, now=now)
    if found is None or found.hour is not None or re.search(r"\d", _DATE.sub("", text, count=1)):
        return None
    return found.day


def _between(first: date, last: date) -> Iterator[date]:
    count = (last - first).days + 1
    return (first + timedelta(days=step) for step in range(count if count <= LONGEST_RUN else 0))


_WEEKDAYS: Final = (
    ("пн", "понедельник"),
    ("вт", "вторник"),
    ("ср", "среду"),
    ("чт", "четверг"),
    ("пт", "пятницу"),
    ("сб", "субботу"),
    ("вс", "воскресенье"),
)
_LIKE: Final = re.compile(
    rf"[\s,]*\bкак\s+(?:во?\s+)?(?P<day>{'|'.join(name for names in _WEEKDAYS for name in names)})\b",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(
    r"[\s,]*\bна\s+(?:(?P<half>полчаса)|(?:(?P<count>\d{1,3})\s*)?(?P<unit>мин\w*|ч|час\w*))\b", re.IGNORECASE
)
_DATE: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}(?:-?го)?\s+[^\W\d]+(?:\s+\d{4})?"
)
_RUN: Final = re.compile(r"(?:с\s+)?(?P<first>\d{1,2}(?:[.\s][\w.]+?)?)\s*(?:[–—-]|\sпо\s)\s*(?P<last>.+)")
