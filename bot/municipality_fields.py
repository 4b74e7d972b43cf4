"""What a single value of the municipality file may be; a refusal's type is the key of its text."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Annotated, LiteralString
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, Strict, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from domain.regulation.regulation import BUILT_IN
from domain.territories.points import Circle
from domain.territories.streets import Claim, StreetMistake

CALENDAR_YEARS = range(2016, 2200)
"""From the first production calendar that comes with the program to where no term leads any more."""
LANGUAGES = ("ru", "en")
CODE_SHAPE = re.compile(r"[a-z0-9_-]{1,24}")
"""Codes travel in callback data, whose 64 bytes they share with a prefix, an id and a version."""

_ID_LIMIT = 2**52
"""Telegram's ids have at most 52 significant bits."""
_INTERVAL = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)")
_REGION = re.compile(r"RU-[A-Z]{2,3}")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def refuse(key: LiteralString, **facts: str) -> PydanticCustomError:
    """The error to raise for a value that is wrong in a way of its own."""
    return PydanticCustomError(key, key, facts)


def _shaped(shape: re.Pattern[str], key: LiteralString) -> Callable[[str], str]:
    def check(value: str) -> str:
        if not shape.fullmatch(value):
            raise refuse(key)
        return value

    return check


def _empty_or(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: check(value) if value else value


def _one_line(value: str) -> str:
    if not value.isprintable():
        raise refuse("setup-not-one-line")
    return value


def _chat(value: int) -> int:
    if value == 0:
        raise refuse("setup-zero-chat")
    if abs(value) > _ID_LIMIT:
        raise refuse("setup-no-such-id")
    return value


def _group(value: int) -> int:
    if value > 0:
        raise refuse("setup-private-chat")
    return value


def _timezone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise refuse("setup-unknown-timezone") from None
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise refuse("setup-not-one-of", expected=", ".join(LANGUAGES))
    return value


def _regulation(value: str, info: ValidationInfo) -> str:
    """A built-in name as it is, a path absolute, so that it still leads there from any working directory."""
    if value in BUILT_IN:
        return value
    context: dict[str, Path] = info.context or {}
    path = context["folder"] / value
    if not path.is_file():
        raise refuse("setup-unknown-regulation", expected=", ".join(BUILT_IN), path=str(path))
    return str(path.resolve())


def _interval(value: str) -> str:
    match = _INTERVAL.fullmatch(value)
    if match is None:
        raise refuse("setup-bad-interval")
    if match[1] >= match[2]:
        raise refuse("setup-reversed-interval")
    return value


def _street(value: str) -> str:
    try:
        Claim.of(value)
    except StreetMistake as mistake:
        raise refuse("setup-bad-street", part=mistake.part) from None
    return value


def _point(value: str) -> str:
    try:
        Circle.of(value)
    except ValueError:
        raise refuse("setup-bad-point") from None
    return value


def _in_order(intervals: tuple[str, ...]) -> tuple[str, ...]:
    for earlier, later in pairwise(intervals):
        if later[:5] < earlier[-5:]:
            raise refuse("setup-overlapping-intervals", earlier=earlier, later=later)
    return intervals


Flag = Annotated[bool, Strict()]
Code = Annotated[str, AfterValidator(_shaped(CODE_SHAPE, "setup-bad-code"))]
CalendarYear = Annotated[int, Strict(), Field(ge=CALENDAR_YEARS.start, le=CALENDAR_YEARS[-1])]
UserNumber = Annotated[int, Strict(), Field(ge=1, le=_ID_LIMIT)]
ChatNumber = Annotated[int, Strict(), AfterValidator(_chat)]
GroupNumber = Annotated[ChatNumber, AfterValidator(_group)]
ThreadNumber = Annotated[int, Strict(), Field(ge=0, le=_ID_LIMIT)]

_Stripped = StringConstraints(strip_whitespace=True)
_OneLine = AfterValidator(_one_line)
Name = Annotated[str, _Stripped, Field(min_length=1, max_length=200), _OneLine]
Word = Annotated[str, _Stripped, Field(min_length=1, max_length=100), _OneLine]
Short = Annotated[str, _Stripped, Field(max_length=40), _OneLine]
Note = Annotated[str, _Stripped, Field(max_length=500), _OneLine]
Passage = Annotated[str, Field(max_length=3000)]
"""A text of several lines that still leaves room beside it in a message of 4096 units."""

TimeZone = Annotated[str, AfterValidator(_timezone)]
Language = Annotated[str, AfterValidator(_language)]
Region = Annotated[str, AfterValidator(_empty_or(_shaped(_REGION, "setup-bad-region")))]
WebAddress = Annotated[Note, AfterValidator(_empty_or(_shaped(_WEB_ADDRESS, "setup-bad-web-address")))]
Email = Annotated[Note, AfterValidator(_empty_or(_shaped(_EMAIL, "setup-bad-email")))]
Street = Annotated[Note, AfterValidator(_street)]
Point = Annotated[Short, AfterValidator(_point)]
Regulation = Annotated[Name, AfterValidator(_regulation)]
Intervals = Annotated[
    tuple[Annotated[str, AfterValidator(_interval)], ...],
    AfterValidator(_in_order),
]
