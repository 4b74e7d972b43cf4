"""What people type, as the settings keep it: codes out of names, working hours out of a line, words out of a list."""

import re
from collections.abc import Container, Iterator
from typing import Final

from domain.municipality import Weekday, WeeklyHours
from domain.setup.errors import HoursUnread

LONGEST_CODE: Final = 24
_LATIN: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "h",
            "ts",
            "ch",
            "sh",
            "sch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
_DAYS: Final = dict(zip(("пн", "вт", "ср", "чт", "пт", "сб", "вс"), Weekday, strict=True))
_DAY: Final = "|".join(_DAYS)
_GROUP: Final = re.compile(rf"(?:{_DAY})(?:\s*[-–—]\s*(?:{_DAY})|(?:\s*,\s*(?:{_DAY}))+)?")
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?")


def code_for(name: str, taken: Container[str]) -> str:
    """A code for a name: in Latin letters, of 24 signs at most, and nobody else's."""
    latin = "".join(_LATIN.get(sign, sign) for sign in name.lower())
    plain = re.sub(r"[^a-z0-9]+", "_", latin).strip("_")[:LONGEST_CODE].strip("_") or "x"
    return next(code for code in _numbered(plain) if code not in taken)


def _numbered(code: str) -> Iterator[str]:
    yield code
    for number in range(2, 10**6):
        tail = f"-{number}"
        yield code[: LONGEST_CODE - len(tail)] + tail


def read_words(text: str) -> tuple[str, ...]:
    """Words and phrases between commas, semicolons or on lines of their own, each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(part.lower() for part in parts if part))


def read_topic(text: str) -> tuple[str, tuple[str, ...]]:
    """`Водоснабжение: вода, прорыв трубы`: the name and the words; without a colon the name alone."""
    name, _, words = text.partition(":")
    return " ".join(name.split()), read_words(words)


def read_hours(text: str) -> WeeklyHours:
    """`пн-чт 8:00-12:00, 13:00-17:00; пт 8-16`: days, then their times. Raises `HoursUnread`."""
    line = " ".join(text.lower().split())
    groups = list(_GROUP.finditer(line))
    if not groups or line[: groups[0].start()].strip():
        raise HoursUnread
    ends = [group.start() for group in groups[1:]] + [len(line)]
    hours: WeeklyHours = {}
    for group, end in zip(groups, ends, strict=True):
        times = _read_times(line[group.end() : end])
        hours |= dict.fromkeys(_read_days(group[0]), times)
    return {day: hours[day] for day in Weekday if day in hours}


def _read_days(group: str) -> list[Weekday]:
    named = [_DAYS[day] for day in re.findall(_DAY, group)]
    if len(named) == 2 and "," not in group:
        every = list(Weekday)
        first, last = every.index(named[0]), every.index(named[1])
        return every[first : last + 1] if first <= last else [*every[first:], *every[: last + 1]]
    return named


def _read_times(text: str) -> tuple[str, ...]:
    rest = _TIME.sub("", text).strip(" ,;.:и")
    times = tuple(
        f"{int(hour):02}:{minute or '00'}-{int(till):02}:{end or '00'}"
        for hour, minute, till, end in _TIME.findall(text)
    )
    if rest or not times:
        raise HoursUnread
    return times
