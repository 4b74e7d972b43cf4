"""Ends of what everybody has in mind alike: «до конца недели», «конец месяца», «к новому году», «в IV квартале 2026»."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

_Reader = Callable[[re.Match[str], date], date | None]


def list_ends(
    folded: str, today: date, *, asked: bool = False
) -> Iterator[tuple[re.Match[str], date | None]]:
    """Each end that the words name, with its day; None: nobody knows which. They are in small letters, without «ё».

    The words have to say that it is a term («до», «к»); where one was `asked` for, «конец недели» alone is one, too.
    """
    for pattern, read in (*_TERMS, *_ALONE) if asked else _TERMS:
        for match in pattern.finditer(folded):
            yield match, read(match, today)


def without_ends(folded: str) -> str:
    """The words with blanks in the place of every end."""
    for pattern, _ in _TERMS:
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    return folded


def _end_of_week(match: re.Match[str], today: date) -> date | None:
    """Its Friday; on a Saturday nobody knows which week is meant."""
    if today.weekday() > _FRIDAY and not match["next"]:
        return None
    return today + timedelta(days=_FRIDAY - today.weekday() + (7 if match["next"] else 0))


def _end_of_month(match: re.Match[str], today: date) -> date:
    later = today.month if match["next"] else today.month - 1
    return _last_day(today.year + later // 12, later % 12 + 1)


def _end_of_named_month(match: re.Match[str], today: date) -> date:
    month = next(number for number, stem in enumerate(_MONTH_STEMS, 1) if match["m"].startswith(stem))
    if match["y"]:
        return _last_day(int(match["y"]), month)
    return _last_day(today.year + (month < today.month), month)


def _end_of_year(match: re.Match[str], today: date) -> date:
    year = int(match["y"]) if match["y"] else today.year + bool(match["next"])
    return date(year, 12, 31)


def _end_of_quarter(_: re.Match[str], today: date) -> date:
    return _last_day(today.year, (today.month + 2) // 3 * 3)


def _named_quarter(match: re.Match[str], _: date) -> date:
    said = match["q"]
    number = next(at for at, names in enumerate(_QUARTERS, 1) if said.startswith(names))
    return _last_day(int(match["y"]), number * 3)


def _end_of_day(_: re.Match[str], today: date) -> date:
    return today


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _new_year(_: re.Match[str], today: date) -> date:
    return date(today.year, 12, 31)


_FRIDAY: Final = 4
_MONTH_STEMS: Final = ("янв", "фев", "март", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
MONTH: Final = (
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яюе]|марта|марту|марте"
    r"|августа|августу|августе|мая|маю|мае"
)
_QUARTERS: Final = (("1", "перв"), ("2", "втор"), ("3", "трет"), ("4", "четверт"))
UNTIL: Final = r"\b(?:до|к|ко|не\s+позднее|не\s+позже)\s+"
_END: Final = r"кон(?:ца|цу|ец)\s+"
_THIS_OR_NEXT: Final = r"(?:(?P<next>следующ\w+)\s+|(?:эт\w+|текущ\w+|рабоч\w+|наст\w+|календарн\w+)\s+)*"
QUARTER_NAME: Final = r"(?P<q>[1-4]|перв|втор|трет|четверт)(?:-?\w*)\s+квартал\w*"
_FORMS: Final[tuple[tuple[str, _Reader], ...]] = (
    (rf"{_END}{_THIS_OR_NEXT}(?:дня|суток)\b", _end_of_day),
    (rf"{_END}{_THIS_OR_NEXT}недел\w+", _end_of_week),
    (rf"{_END}{_THIS_OR_NEXT}месяц\w*", _end_of_month),
    (rf"{_END}(?P<m>{MONTH})\b(?:\s+(?P<y>20\d\d))?", _end_of_named_month),
    (rf"{_END}(?:(?P<y>20\d\d)\s+|{_THIS_OR_NEXT})год\w*", _end_of_year),
    (rf"{_END}(?:(?:эт\w+|текущ\w+)\s+)?квартал\w*", _end_of_quarter),
    (r"нов(?:ого|ому|ый)\s+год[ау]?\b", _new_year),
)
_QUARTER: Final = (re.compile(rf"{QUARTER_NAME}\s+(?P<y>20\d\d)"), _named_quarter)
_TERMS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = (
    _QUARTER,
    *((re.compile(rf"{UNTIL}{form}"), read) for form, read in _FORMS),
)
_ALONE: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = tuple(
    (re.compile(rf"^\s*{form}[\s.!]*$"), read) for form, read in _FORMS
)
