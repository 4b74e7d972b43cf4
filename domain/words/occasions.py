"""Reading «личный приём 27 января, принято 6 человек», «звонки за январь более 90», «встреча с жителями 12.03, 40 человек»."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from domain.register.occasions import OccasionKind, OccasionNotUnderstood, Said
from domain.words.dates_in_words import Toward, list_finds

_LATELY: Final = timedelta(days=100)
"""A day without a year further back is more likely one to come, which is not told of yet."""
LONGEST: Final = 200
"""Characters."""
_RECEPTION: Final = re.compile(r"\bприем\w*|\bпринято\b|\bпринял\w*")
_CALLS: Final = re.compile(r"\bзвон\w+|\bтелефон\w*")
_MORE: Final = re.compile(r"\b(?:более|больше|свыше|не\s+менее)\b|>")
_MONTHS: Final = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
]
_MONTH: Final = re.compile(
    r"\b(?:за|в|во)\s+(январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|июн[ьяе]|июл[ьяе]|август[ае]?"
    r"|сентябр[ьяе]|октябр[ьяе]|ноябр[ьяе]|декабр[ьяе])(?:\s+(\d{4}))?(?:\s+г(?:ода|\.)?)?\b"
)
_NUMBER: Final = re.compile(r"(?<![\d.,:/-])\d{1,6}(?![\d:/-]|[.,]\d)")


def read_occasion(words: str, today: date) -> Said:
    """Kind, day and number; a month counts at its end, no day is today. Raises `OccasionNotUnderstood`.

    Of what is neither reception nor calls the number may be missing: it stands in the report by its words.
    """
    line = " ".join(words.split())[:LONGEST]
    folded = line.lower().replace("ё", "е")
    kind = _kind(folded)
    day, rest = _day(folded, today)
    found = _NUMBER.search(rest)
    if found is None and kind is not OccasionKind.OTHER:
        raise OccasionNotUnderstood("number")
    return Said(kind, day, int(found[0]) if found else 0, _MORE.search(rest) is not None, line)


def _kind(folded: str) -> OccasionKind:
    if _RECEPTION.search(folded):
        return OccasionKind.RECEPTION
    return OccasionKind.CALLS if _CALLS.search(folded) else OccasionKind.OTHER


def _day(folded: str, today: date) -> tuple[date, str]:
    """The day, and the words without it."""
    month = _MONTH.search(folded)
    if month is not None:
        return _end_of_month(month, today), _without(folded, *month.span())
    finds = list(list_finds(folded, today, Toward.PAST))
    days = {find.day for find in finds}
    guessed = any(find.lacks_year and find.day and today - find.day > _LATELY for find in finds)
    if len(days) > 1 or None in days or guessed or any(day and day > today for day in days):
        raise OccasionNotUnderstood("day")
    for find in sorted(finds, key=lambda one: one.start, reverse=True):
        folded = _without(folded, find.start, find.end)
    return next((day for day in days if day is not None), today), folded


def _without(folded: str, start: int, end: int) -> str:
    return f"{folded[:start]} {folded[end:]}"


def _end_of_month(found: re.Match[str], today: date) -> date:
    """Its last day; of the present month today. Without a year the nearest one that has begun."""
    stem = found[1]
    number = next(
        at
        for at, one in enumerate(_MONTHS, start=1)
        if stem.startswith(one) and (one != "ма" or len(stem) < 4)
    )
    year = int(found[2]) if found[2] else today.year - (number > today.month)
    if not 1 <= year <= today.year:
        raise OccasionNotUnderstood("day")
    end = date(year, number, monthrange(year, number)[1])
    if date(year, number, 1) > today or (not found[2] and today - end > _LATELY):
        raise OccasionNotUnderstood("day")
    return min(today, end)
