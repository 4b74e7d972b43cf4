"""A day, perhaps with an hour, as people write it: «завтра», «24.11», «до 15:00», «в пятницу», «через три дня»,
«до конца недели».

What may mean two things, or no day of the calendar at all, is not guessed: there is no answer, and whoever asked
asks again.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.words.ends import list_ends


class Toward(StrEnum):
    """Where a day without a year lies: a term is still to come, the date of a letter is not."""

    COMING = "coming"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class DayInWords:
    """The day that the words name, on the clocks of whoever wrote them; `hour` None where none is named."""

    day: date
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class Find:
    """A day and where the words name it; `day` None: there is no such day. `exact`: it stands with its month in words or
    its year. `lacks_year`: a day and a month alone.
    """

    day: date | None
    start: int
    end: int
    exact: bool = False
    lacks_year: bool = False


_Reader = Callable[[re.Match[str], date, Toward], date | None]

_MONTHS: Final = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_WEEKDAYS: Final = (
    ("понедельник", "пн"),
    ("вторник", "вт"),
    ("сред", "ср"),
    ("четверг", "чт"),
    ("пятниц", "пт"),
    ("суббот", "сб"),
    ("воскресень", "вс"),
)
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            "один одного",
            "два две двух",
            "три трех",
            "четыре четырех",
            "пять пяти",
            "шесть шести",
            "семь семи",
            "восемь восьми",
            "девять девяти",
            "десять десяти",
        ),
        1,
    )
    for word in words.split()
}
_NEAR: Final = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}
_LONGEST_TERM: Final = 366


def read_days_more(words: str) -> int | None:
    """So many days more: «+5», «на 5 дней», «ещё на 10», «5 дней». A bare number may be a day of the month: None."""
    said = _DAYS_MORE.fullmatch(words.casefold())
    return int(said["more"] or said["days"]) if said else None


def read_day(words: str, *, now: datetime, toward: Toward = Toward.COMING) -> DayInWords | None:
    """The one day that the words name; `now` is local time. None where they name none, several, or a wrong one.

    An hour alone is today's if it is still to come; the hour of a past day counts for nothing.
    """
    folded = words.lower().replace("ё", "е")
    finds = list(list_finds(folded, now.date(), toward))
    rest = _without(folded, finds)
    hour = _read_hour(rest) if toward is Toward.COMING else _NO_HOUR
    days = {find.day for find in finds if find.exact} or {find.day for find in finds}
    if not days and toward is Toward.COMING:
        days = {day for _, day in list_ends(folded, now.date(), asked=True)}
    if hour is None or None in days:
        return None
    if not days and hour.at is not None:
        is_today = hour.at > now.time() and _ANOTHER_DAY.search(rest) is None
        return DayInWords(now.date(), hour.at) if is_today else None
    day = next(iter(days)) if len(days) == 1 else None
    return DayInWords(day, hour.at) if day is not None else None


def list_finds(folded: str, today: date, toward: Toward = Toward.COMING) -> Iterator[Find]:
    """Every day that the words name; they are in small letters, without «ё»."""
    taken: list[tuple[int, int]] = []
    for pattern, read, exact in _PATTERNS:
        for match in pattern.finditer(folded):
            start, end = match.span()
            if any(start < until and since < end for since, until in taken):
                continue
            taken.append((start, end))
            named = match.groupdict()
            lacks_year = "m" in named and not named["y"]
            yield Find(read(match, today, toward), start, end, exact, lacks_year)


def _without(folded: str, finds: list[Find]) -> str:
    for find in finds:
        folded = folded[: find.start] + " " * (find.end - find.start) + folded[find.end :]
    return folded


def _named(match: re.Match[str], _: date, __: Toward) -> date | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _numbered(match: re.Match[str], today: date, toward: Toward) -> date | None:
    return _in_year(match["y"], int(match["m"]), int(match["d"]), today, toward)


def _worded(match: re.Match[str], today: date, toward: Toward) -> date | None:
    month = next(number for number, stem in enumerate(_MONTHS, 1) if match["m"].startswith(stem))
    return _in_year(match["y"], month, int(match["d"]), today, toward)


def _in_year(year: str | None, month: int, number: int, today: date, toward: Toward) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, number)
    step = 1 if toward is Toward.COMING else -1
    days = (_day(today.year + step * away, month, number) for away in range(2))
    return next((day for day in days if day is not None and (day - today).days * step >= 0), None)


def _near(match: re.Match[str], today: date, _: Toward) -> date | None:
    return today + timedelta(days=_NEAR[match[0]])


def _weekday(match: re.Match[str], today: date, toward: Toward) -> date | None:
    """«В следующую пятницу» is to one the nearest, to another that of the next week: no day."""
    if match["next"]:
        return None
    wanted = next(number for number, stems in enumerate(_WEEKDAYS) if match["w"].startswith(stems))
    if toward is Toward.PAST:
        return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _term(match: re.Match[str], today: date, toward: Toward) -> date | None:
    said = match["n"] or "1"
    count = int(said) if said.isdigit() else _NUMBERS[said]
    days = count * (7 if match["u"].startswith("нед") else 1)
    is_term = toward is Toward.COMING and 0 < days <= _LONGEST_TERM
    return today + timedelta(days=days) if is_term else None


def _day(year: int, month: int, number: int) -> date | None:
    if not (2000 <= year <= 2100 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


@dataclass(frozen=True, slots=True)
class _Hour:
    at: time | None


_NO_HOUR: Final = _Hour(None)


def _read_hour(folded: str) -> _Hour | None:
    """The hour, or that none is named; None where it is none of the clock's, or one of several."""
    found = {(int(match["h"] or match["h2"]), int(match["min"] or 0)) for match in _HOUR.finditer(folded)}
    if not found:
        return _NO_HOUR
    ((hour, minute), *others) = found
    if others or hour > 23 or minute > 59:
        return None
    return _Hour(time(hour, minute))


_WEDNESDAY: Final = (
    r"(?:(?<![а-я]\s)|(?<=эту\s)|(?<=дующую\s)|(?<=айшую\s)|(?<=\bв\s)|(?<=\bна\s))среду"
    r"|(?<![а-я]\s)среда"
    r"|(?:(?<![а-я]\s)|(?<=\bдо\s)|(?<=\bсо\s)|(?<=дующей\s)|(?<=позднее\s)|(?<=позже\s))среды"
    r"|(?:(?<![а-я]\s)|(?<=\bк\s)|(?<=дующей\s))среде"
)
"""«Городская среда» is no day: the word needs its preposition."""
_WEEKDAY: Final = (
    r"(?:понедельник|вторник|четверг)\w{0,3}|(?:пятниц|суббот)[ауыюе]\w{0,2}|воскресень\w{1,3}"
    rf"|{_WEDNESDAY}|пн|вт|ср|чт|пт|сб|вс"
)
_COUNT: Final = rf"(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_ANOTHER_DAY: Final = re.compile(r"\b\d{1,2}(?:-?го\b|\s+числ)|\bчерез\b|\bследующ|\bмесяц|\bнедел")
"""Beside it an hour alone is not today's: «24-го до 15:00», «через месяц к 9:00»."""
_UNIT: Final = r"(?P<u>ден[ья]|дн\w*|недел\w*)\b"
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Reader, bool], ...]] = (
    (re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"), _named, True),
    (
        re.compile(r"(?<![\d./-])(?P<d>\d{1,2})(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})(?![\d/-])"),
        _numbered,
        True,
    ),
    (
        re.compile(
            rf"\b(?P<d>\d{{1,2}})(?:-?го)?\s+(?P<m>(?:{'|'.join(set(_MONTHS) - {'ма', 'мар'})})\w*|марта|мая)\b"
            r"(?:\s+(?P<y>\d{4}))?"
        ),
        _worded,
        True,
    ),
    (
        re.compile(r"(?<![\d./:-])(?P<d>\d{1,2})\.(?P<m>0[1-9]|1[0-2])(?P<y>)?(?![\d:/-])(?!\.\d)"),
        _numbered,
        False,
    ),
    (re.compile(rf"\b(?:{'|'.join(_NEAR)})\b"), _near, False),
    (re.compile(rf"\b(?P<next>следующ\w+\s+)?(?P<w>{_WEEKDAY})\b"), _weekday, False),
    (re.compile(rf"\b(?:через|за|в\s+течение)\s+(?:{_COUNT}\s+)?{_UNIT}"), _term, False),
    (re.compile(rf"^\s*{_COUNT}\s+{_UNIT}[\s.!]*$"), _term, False),
)
_HOUR: Final = re.compile(
    r"(?<![\d:.,])(?P<h>\d{1,2})[:.](?P<min>\d{2})(?![\d:.])"
    r"|\b(?:до|к|в)\s+(?P<h2>\d{1,2})(?:\s*(?:ч\b|час\w*)|(?=\s*$|[,;!]|\.\s|\.$))"
)
_DAYS_MORE: Final = re.compile(
    r"\s*(?:(?:\+|(?:ещ[её]\s+)?на\s+)\s*(?P<more>\d{1,3})(?:\s*д\w*)?|(?P<days>\d{1,3})\s*д\w*)[\s.!]*"
)
