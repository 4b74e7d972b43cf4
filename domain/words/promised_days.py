"""By which day an answer promises something: «до 24.12», «до конца месяца», «15 января», «через две недели».

Only what is certain is a day. A past day, a day too far off, several days or «во втором квартале» are a flaw: whoever
wrote the words is asked, and nothing is guessed silently.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.words.dates_in_words import Find, list_finds

FURTHEST: Final = timedelta(days=366)
_NEARER_BEHIND: Final = timedelta(days=183)
"""A day without a year that lies nearer behind than ahead is rather over than almost a year away."""


class PromiseFlaw(StrEnum):
    """Why words that speak of a term name no day that can be kept under control."""

    PAST = "past"
    TOO_FAR = "too_far"
    SEVERAL = "several"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class PromisedDay:
    """The day, or why there is none; neither where the words promise no day at all."""

    day: date | None = None
    flaw: PromiseFlaw | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """`is_term`: the words say that it is a term («до», «к», «не позднее»), and not only a day."""

    day: date | None
    is_term: bool
    is_over: bool = False


def find_promised_day(words: str, *, today: date) -> PromisedDay:
    """What an answer promises. A term counts more than a day that is only named; a past day that is only named tells
    what was done, and promises nothing.
    """
    folded = words.lower().replace("ё", "е")
    named = list(_list_named(folded, today))
    terms = [one for one in named if one.is_term]
    days = {one.day for one in terms or named if not one.is_over}
    if not days:
        over = PromisedDay(flaw=PromiseFlaw.PAST) if terms else PromisedDay()
        return PromisedDay(flaw=PromiseFlaw.UNCLEAR) if _VAGUE.search(folded) else over
    if len(days) > 1:
        return PromisedDay(flaw=PromiseFlaw.SEVERAL)
    return _judged(days.pop(), today)


def read_promised_day(words: str, *, today: date) -> PromisedDay:
    """The same of words that were asked for and are the term alone: «24.12», «конец месяца»."""
    bare = _IN_FRONT.sub("", words.strip())
    found = find_promised_day(f"до {bare}", today=today)
    return found if found != PromisedDay() else PromisedDay(flaw=PromiseFlaw.UNCLEAR)


def _judged(day: date | None, today: date) -> PromisedDay:
    if day is None:
        return PromisedDay(flaw=PromiseFlaw.UNCLEAR)
    if day < today:
        return PromisedDay(flaw=PromiseFlaw.PAST)
    if day - today > FURTHEST:
        return PromisedDay(flaw=PromiseFlaw.TOO_FAR)
    return PromisedDay(day)


def _list_named(folded: str, today: date) -> Iterator[_Named]:
    for pattern, read in _ENDS:
        for match in pattern.finditer(folded):
            yield _Named(read(match, today), is_term=True)
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    for find in list_finds(folded, today):
        named = _named(find, folded, today)
        if named is not None:
            yield named


def _named(find: Find, folded: str, today: date) -> _Named | None:
    """None where the day is a beginning, the date of a paper, or a word that only looks like a day."""
    before, words = folded[: find.start], folded[find.start : find.end]
    is_term = _TERM_BEFORE.search(before) is not None or words.startswith(("через", "в течение"))
    if _NO_TERM_BEFORE.search(before) or words.startswith("за "):
        return None
    if _WEEKDAY_LIKE.match(words):
        return _weekday(find.day, before, words, is_term=is_term)
    if find.day is None:
        return _Named(None, is_term) if is_term else None
    is_over = find.day < today or (find.lacks_year and find.day - today >= _NEARER_BEHIND)
    return _Named(find.day, is_term, is_over) if is_term or find.day > today else None


def _weekday(day: date | None, before: str, words: str, *, is_term: bool) -> _Named | None:
    """«До пятницы» is a term; «в пятницу» may be the last one or the next."""
    if _WEEKDAY.fullmatch(words) is None:
        return None
    if is_term:
        return _Named(day, is_term=True)
    return _Named(None, is_term=False) if re.search(r"\bво?\s*$", before) else None


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


_FRIDAY: Final = 4
_MONTH_STEMS: Final = ("янв", "фев", "март", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH: Final = (
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[яюе]|марта|марту|марте"
    r"|августа|августу|августе|мая|маю|мае"
)
_QUARTERS: Final = (("1", "перв"), ("2", "втор"), ("3", "трет"), ("4", "четверт"))
_UNTIL: Final = r"\b(?:до|к|ко|не\s+позднее|не\s+позже)\s+"
_END: Final = rf"{_UNTIL}кон(?:ца|цу|ец)\s+"
_THIS_OR_NEXT: Final = r"(?:(?P<next>следующ\w+)\s+|(?:эт\w+|текущ\w+|рабоч\w+|наст\w+|календарн\w+)\s+)*"
_QUARTER_NAME: Final = r"(?P<q>[1-4]|перв|втор|трет|четверт)(?:-?\w*)\s+квартал\w*"
_ENDS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...]] = (
    (re.compile(rf"{_QUARTER_NAME}\s+(?P<y>20\d\d)"), _named_quarter),
    (re.compile(rf"{_END}{_THIS_OR_NEXT}(?:дня|суток)\b"), _end_of_day),
    (re.compile(rf"{_END}{_THIS_OR_NEXT}недел\w+"), _end_of_week),
    (re.compile(rf"{_END}{_THIS_OR_NEXT}месяц\w*"), _end_of_month),
    (re.compile(rf"{_END}(?P<m>{_MONTH})\b(?:\s+(?P<y>20\d\d))?"), _end_of_named_month),
    (re.compile(rf"{_END}(?:(?P<y>20\d\d)\s+|{_THIS_OR_NEXT})год\w*"), _end_of_year),
    (re.compile(rf"{_END}(?:(?:эт\w+|текущ\w+)\s+)?квартал\w*"), _end_of_quarter),
)
"""Ends of what everybody has in mind alike."""
_TERM_BEFORE: Final = re.compile(r"\b(?:до|к|ко|по|срок\w*|не\s+позднее|не\s+позже)[\s:—–-]*$")
_NO_TERM_BEFORE: Final = re.compile(r"(?:\b(?:с|со|от|ст|п|пп|тел|дом|д|кв)\.?|№|\bпосле|\bначиная с)\s*$")
_IN_FRONT: Final = re.compile(r"^(?:во?|на)\s+(?!следующ|теч)", re.IGNORECASE)
"""Asked for a day, «в пятницу» is the coming one; in an answer it may be the last."""
_WEEKDAY_LIKE: Final = re.compile(
    r"(?:следующ\w+\s+)?(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|(?:пн|вт|ср|чт|пт|сб|вс)\b)"
)
_WEEKDAY: Final = re.compile(
    r"(?:следующ\w+\s+)?(?:(?:понедельник|вторник|четверг)[ау]?|(?:сред|пятниц|суббот)[уые]|воскресень[еяю])"
    r"|пн|вт|ср|чт|пт|сб|вс"
)
_VAGUE: Final = re.compile(
    rf"\b{_QUARTER_NAME}|\b(?:[1-4]|i|ii|iii|iv)\s+квартал\w*|{_UNTIL}(?:{_MONTH})\b"
    r"|\b(?:через|в\s+течение)\s+\w+\s+(?:рабоч\w+\s+дн|месяц)|\bв\s+течение\s+месяца"
    r"|\b(?:на|в)\s+следующ\w+\s+(?:недел|месяц|год)|\bво?\s+(?:\w+\s+)?(?:полугоди)"
    rf"|{_UNTIL}(?:весн|лет[ау]\b|осен|зим)"
)
"""It speaks of a term, and of no day."""
