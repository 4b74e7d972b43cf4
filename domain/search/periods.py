"""The stretch of days that a question to the register names: «с 1 по 15 марта», «за февраль», «вчера»."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.words.dates_in_words import Find, Toward, list_finds

_STEMS: Final = ("янв", "фев", "март", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH: Final = (
    "январ[ьея]|феврал[ьея]|март[ае]?|апрел[ьея]|ма[йея]|июн[ьея]|июл[ьея]|август[ае]?"
    "|сентябр[ьея]|октябр[ьея]|ноябр[ьея]|декабр[ьея]"
)
_SHARED_MONTH: Final = re.compile(
    rf"\bс\s+(?P<first>\d{{1,2}})(?:-?го)?\s+(?:по|до)\s+(?P<last>\d{{1,2}})(?:-?го)?\s+(?P<month>{_MONTH})\b"
    r"(?P<year>\s+\d{4})?"
)
_WHOLE_MONTH: Final = re.compile(
    rf"(?<!\d\s)(?:\b(?P<said>за|в)\s+)?\b(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}})\b(?:\s+года?\b)?)?"
)
_WHOLE_YEAR: Final = re.compile(r"\b(?:за|в)\s+(?P<year>20\d{2})\b(?:\s+год[уа]?\b)?")
_LATELY: Final = re.compile(r"\bза\s+(?:последн\w+\s+)?(?P<unit>сутки|день|неделю|месяц|квартал|год)\b")
_DAYS: Final = {"сутки": 0, "день": 0, "неделю": 6, "месяц": 29, "квартал": 90, "год": 364}
_BEFORE: Final = re.compile(r"(?:^|\s)(?P<said>с|со|от|после|по|до|за|в|во)\s+$")
_SINCE: Final = frozenset({"с", "со", "от", "после"})
_UNTIL: Final = frozenset({"по", "до"})


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it; None: open on that side."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class _Bound:
    said: str
    day: date
    lacks_year: bool


def cut_period(folded: str, today: date) -> tuple[Period, str]:
    """The period, and the words without it; they are in small letters, without «ё».

    A day and a month alone («8 марта») are a street: they count as a day where «с», «до», «за» and the like stand before.
    """
    folded = _SHARED_MONTH.sub(r"с \g<first> \g<month>\g<year> по \g<last> \g<month>\g<year>", folded)
    for pattern, read in ((_WHOLE_MONTH, _read_month), (_WHOLE_YEAR, _read_year), (_LATELY, _read_lately)):
        for match in pattern.finditer(folded):
            period = read(match, today)
            if period is not None:
                return period, _cut(folded, *match.span())
    return _read_bounds(folded, today)


def _cut(folded: str, start: int, end: int) -> str:
    return f"{folded[:start]} {folded[end:]}"


def _read_month(match: re.Match[str], today: date) -> Period | None:
    if not (match["said"] or match["year"]):
        return None
    month = next(number for number, stem in enumerate(_STEMS, 1) if match["month"].startswith(stem))
    year = int(match["year"]) if match["year"] else today.year - (month > today.month)
    if not 2000 <= year <= 2100:
        return None
    first = date(year, month, 1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _read_year(match: re.Match[str], _: date) -> Period:
    return Period(date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31))


def _read_lately(match: re.Match[str], today: date) -> Period:
    return Period(today - timedelta(days=_DAYS[match["unit"]]), today)


def _read_bounds(folded: str, today: date) -> tuple[Period, str]:
    since: _Bound | None = None
    until: _Bound | None = None
    rest = folded
    for find in sorted(list_finds(folded, today, Toward.PAST), key=lambda one: one.start):
        before = _BEFORE.search(folded[: find.start])
        said = before["said"] if before else ""
        if find.day is None or not _is_day(find, said, has_since=since is not None):
            continue
        bound = _Bound(said, find.day, find.lacks_year)
        since = bound if said not in _UNTIL else since
        until = bound if said not in _SINCE else until
        start = before.start() if before else find.start
        rest = rest[:start] + " " * (find.end - start) + rest[find.end :]
    return _period(since, until), rest


def _is_day(find: Find, said: str, *, has_since: bool) -> bool:
    """«по 8 марта» is a walk along a street where no beginning was named; a bare «в» needs a day of the week."""
    if said == "по":
        return has_since
    return bool(said) or not find.lacks_year


def _period(since: _Bound | None, until: _Bound | None) -> Period:
    """The end lies after the beginning: without a year of its own it takes that of the beginning."""
    if since is not None and until is not None and until.day < since.day and until.lacks_year:
        until = _Bound(until.said, _in_year(until.day, since.day.year), lacks_year=True)
    return Period(since.day if since else None, until.day if until else None)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
