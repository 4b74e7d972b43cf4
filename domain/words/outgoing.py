"""Under what a letter was registered, in the words of whoever sent it."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from domain.errors import DomainError
from domain.ways import Outgoing
from domain.words.dates_in_words import Toward, list_finds, read_day

_AHEAD: Final = timedelta(days=7)
"""A letter may be dated with the day on which it will be posted; farther ahead it is a slip."""
NAMELESS: Final = "б/н"
"""What offices write in place of the number of a letter that has none."""

_NONE: Final = r"б\s?[/\\]?\s?н\b|без\s+номера"
_HEAD: Final = r"^\s*(?:исх\w*[.:]*\s*)?(?P<mark>(?:[№#N]|номер)\s*)?"
_PIECES: Final = r"(?=[^,]*?\d)(?:\S*\d\S*?|[-/]|[^\W\d]{1,3})(?:\s+(?:\S*\d\S*?|[-/]|[^\W\d]{1,3})){0,3}"
_DAY: Final = r"(?:дата:?\s+)?(?P<day>\S.*?)\s*$"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_HEAD}(?P<number>{_NONE}|{_PIECES}),?\s+от\s+{_DAY}",
        rf"{_HEAD}(?P<number>{_NONE}|\S*\d\S*?),?\s+{_DAY}",
        rf"^\s*(?:от\s+)?(?P<day>\S.*?),?\s*(?:исх\w*[.:]*\s*)?(?P<mark>[№#]|\bномер\b)\s*(?P<number>{_NONE}|\S*\d\S*)\s*$",
        rf"^\s*(?:от\s+)?(?P<day>\S.*?)(?P<mark>,?\s+)(?P<number>{_NONE})\s*$",
    )
)
"""The number first, with «от» and without; the day first, as on letterheads, where a mark has to say which is which."""


class OutgoingNotUnderstood(DomainError):
    """A letter's number and date could not be read in the words: it is asked again. `missing`: number, day or both, or the day
    is in the future.
    """

    code = "error-outgoing-not-understood"

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing

    @property
    def facts(self) -> Mapping[str, object]:
        """What was not found."""
        return {"missing": self.missing}


def read_outgoing(words: str, *, now: datetime) -> Outgoing:
    """«№ 01-25/134 от 24.11», «исх 45 24 ноября», «от 24.11 № 45», «б/н от 24.11»; `now` is local time.

    A day without a year is the nearest one. A letter without a number keeps «б/н». Raises `OutgoingNotUnderstood`,
    which knows what is missing, so that it is asked again.
    """
    for form in _FORMS:
        found = form.match(words)
        day = _nearest(found["day"], now) if found else None
        if found is not None and day is not None and not _is_part_of_day(found, now):
            if day > now.date() + _AHEAD:
                raise OutgoingNotUnderstood("future")
            return Outgoing(_tidy(found["number"]), day)
    raise OutgoingNotUnderstood(_missing(words, now))


def _is_part_of_day(found: re.Match[str], now: datetime) -> bool:
    """«24 ноября», «24.11 завтра»: the first figures are no number, unless a mark or «от» says that they are."""
    if found["mark"] or found.re is _FORMS[0]:
        return False
    start, end = found.span("number")
    finds = list_finds(found.string.lower().replace("ё", "е"), now.date())
    return any(find.start < end and start < find.end for find in finds)


def _missing(words: str, now: datetime) -> str:
    if _nearest(words, now) is not None:
        return "number"
    return "day" if any(letter.isdigit() for letter in words) else "both"


def _tidy(number: str) -> str:
    if re.fullmatch(_NONE, number, re.IGNORECASE):
        return NAMELESS
    return re.sub(r"\s*([-/])\s*", r"\1", number)


def _nearest(words: str, now: datetime) -> date | None:
    read = (read_day(words, now=now, toward=toward) for toward in Toward)
    days = {found.day for found in read if found is not None}
    return min(days, key=lambda day: abs(day - now.date()), default=None)
