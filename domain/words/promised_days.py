"""By which day an answer promises something: «до 24.12», «до конца месяца», «15 января», «через две недели».

Only what is certain is a day. A past day, a day too far off, several days or «во втором квартале» are a flaw: whoever
wrote the words is asked, and nothing is guessed silently.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.words.dates_in_words import Find, list_finds, read_day
from domain.words.ends import MONTH, QUARTER_NAME, UNTIL, list_ends, without_ends

FURTHEST: Final = timedelta(days=366)
_NEARER_BEHIND: Final = timedelta(days=183)
"""A day without a year that lies nearer behind than ahead is rather over than almost a year away."""

_LATELY_BEHIND: Final = timedelta(days=300)
"""«До 24.11» in March is the coming November: what is promised lies ahead, unless the day has passed in the last two months."""


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
    if found not in {PromisedDay(), PromisedDay(flaw=PromiseFlaw.UNCLEAR)}:
        return found
    said = read_day(bare, now=datetime.combine(today, time.max))
    return _judged(said.day if said else None, today)


def _judged(day: date | None, today: date) -> PromisedDay:
    if day is None:
        return PromisedDay(flaw=PromiseFlaw.UNCLEAR)
    if day < today:
        return PromisedDay(flaw=PromiseFlaw.PAST)
    if day - today > FURTHEST:
        return PromisedDay(flaw=PromiseFlaw.TOO_FAR)
    return PromisedDay(day)


def _list_named(folded: str, today: date) -> Iterator[_Named]:
    for _, day in list_ends(folded, today):
        yield _Named(day, is_term=True)
    folded = without_ends(folded)
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
    behind = _LATELY_BEHIND if _UNTIL_BEFORE.search(before) else _NEARER_BEHIND
    is_over = find.day < today or (find.lacks_year and find.day - today >= behind)
    return _Named(find.day, is_term, is_over) if is_term or find.day > today else None


def _weekday(day: date | None, before: str, words: str, *, is_term: bool) -> _Named | None:
    """«До пятницы» is a term; «в пятницу» may be the last one or the next."""
    if _WEEKDAY.fullmatch(words) is None:
        return None
    if is_term:
        return _Named(day, is_term=True)
    return _Named(None, is_term=False) if re.search(r"\bво?\s*$", before) else None


_TERM_BEFORE: Final = re.compile(r"\b(?:до|к|ко|по|срок\w*|не\s+позднее|не\s+позже)[\s:—–-]*$")
_UNTIL_BEFORE: Final = re.compile(r"\b(?:до|срок\w*|не\s+позднее|не\s+позже)[\s:—–-]*$")
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
    rf"\b{QUARTER_NAME}|\b(?:[1-4]|i|ii|iii|iv)\s+квартал\w*|{UNTIL}(?:{MONTH})\b"
    r"|\b(?:через|в\s+течение)\s+\w+\s+(?:рабоч\w+\s+дн|месяц)|\bв\s+течение\s+месяца"
    r"|\b(?:на|в)\s+следующ\w+\s+(?:недел|месяц|год)|\bво?\s+(?:\w+\s+)?(?:полугоди)"
    rf"|{UNTIL}(?:весн|лет[ау]\b|осен|зим)"
)
"""It speaks of a term, and of no day."""
