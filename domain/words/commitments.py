"""What an interim answer commits to: until when, who answers for it, what is being done (R51), read as people write it.

Nothing is guessed: a day counts where a word of term stands before it, the rest where it is named («Отвечает: …») or
was asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.words.dates_in_words import read_day

_NAME_ROOM: Final = 200
_ACTIONS_ROOM: Final = 800
_DAY_ALONE: Final = 32
"""A piece longer than that says more than a day."""
_WORDS_OF_A_NAME: Final = 4


class Lack(StrEnum):
    """Which of the three is missing, in the order in which they are asked for."""

    TERM = "term"
    RESPONSIBLE = "responsible"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Commitment:
    """The three, as far as they are known."""

    until: date | None = None
    responsible: str = ""
    actions: str = ""

    def list_lacks(self) -> list[Lack]:
        """What is not known yet."""
        known = {Lack.TERM: self.until, Lack.RESPONSIBLE: self.responsible, Lack.ACTIONS: self.actions}
        return [lack for lack in Lack if not known[lack]]

    def over(self, former: "Commitment") -> "Commitment":
        """With what was known before where this one says nothing."""
        return Commitment(
            self.until or former.until,
            self.responsible or former.responsible,
            self.actions or former.actions,
        )


def read_text(text: str, now: datetime) -> Commitment:
    """What the answer's own words name; `now` is local time."""
    named = _read_named(text)
    until = _day(named[Lack.TERM], now) if Lack.TERM in named else _read_term(text, now)
    return _commitment(until, named.get(Lack.RESPONSIBLE, ""), named.get(Lack.ACTIONS, ""))


def read_reply(words: str, lacks: Sequence[Lack], now: datetime) -> Commitment:
    """What was asked for: by its names, else line by line, or between semicolons or commas, in the order of the question."""
    named = read_text(words, now)
    if _read_named(words):
        return named
    pieces = _cut(words, len(lacks))
    until = None
    if Lack.TERM in lacks:
        until, pieces = _take_day(pieces, named.until, now)
    asked = [lack for lack in lacks if lack is not Lack.TERM]
    return _assign(until, pieces, asked)


def _take_day(pieces: list[str], otherwise: date | None, now: datetime) -> tuple[date | None, list[str]]:
    """The day from the piece that says nothing else; such a piece is no name and no action, whatever day it is."""
    alone = next((one for one in pieces if len(one) <= _DAY_ALONE and read_day(one, now=now)), None)
    if alone is None:
        return otherwise, pieces
    return _day(alone, now), [one for one in pieces if one is not alone]


def _assign(until: date | None, pieces: list[str], asked: Sequence[Lack]) -> Commitment:
    if len(asked) == 2 and len(pieces) == 1:
        asked = [Lack.RESPONSIBLE if len(pieces[0].split()) <= _WORDS_OF_A_NAME else Lack.ACTIONS]
    if not (asked and pieces):
        return Commitment(until)
    if len(asked) == 2:
        return _commitment(until, pieces[0], "; ".join(pieces[1:]))
    said = "; ".join(pieces)
    return _commitment(until, said, "") if asked[0] is Lack.RESPONSIBLE else _commitment(until, "", said)


def _commitment(until: date | None, responsible: str, actions: str) -> Commitment:
    return Commitment(until, _tidy(responsible)[:_NAME_ROOM], _tidy(actions)[:_ACTIONS_ROOM])


def _cut(words: str, wanted: int) -> list[str]:
    """Into as many pieces as were asked for, where one of the signs does it; a comma may stand within an action."""
    lines = [piece for piece in map(_tidy, re.split(r"[\n;]", words)) if piece]
    if len(lines) >= wanted or len(lines) != 1:
        return lines
    return [piece for piece in map(_tidy, re.split(r",\s", lines[0], maxsplit=wanted - 1)) if piece]


def _tidy(words: str) -> str:
    """In one line, without the full stop of a sentence; an initial keeps its own."""
    return _FULL_STOP.sub("", " ".join(words.split()).strip(" ,;:—–-"))


def _read_named(text: str) -> dict[Lack, str]:
    """What stands behind each name, up to the next one."""
    found = list(_NAMES.finditer(text))
    if not found:
        return {}
    ends = [*(match.start() for match in found[1:]), len(text)]
    named: dict[Lack, str] = {}
    for match, end in zip(found, ends, strict=True):
        said = text[match.end() : end].partition("\n\n")[0].strip()
        named.setdefault(Lack(match.lastgroup or ""), said)
    return {lack: said for lack, said in named.items() if _tidy(said)}


def _read_term(text: str, now: datetime) -> date | None:
    """The one day that is named as a term; None where there are several."""
    begun = [match.start() for match in _TERMS.finditer(text)]
    ends = [*begun[1:], len(text)]
    tails = (text[start:end][:_DAY_ALONE] for start, end in zip(begun, ends, strict=False))
    days = {day for day in (_day(re.split(r"[;!?\n]|\.\s", tail)[0], now) for tail in tails) if day}
    return days.pop() if len(days) == 1 else None


def _day(words: str, now: datetime) -> date | None:
    """A day that is still to come, or today; an hour alone is none."""
    said = read_day(words, now=now)
    if said is None or said.day < now.date() or (said.hour is not None and said.day == now.date()):
        return None
    return said.day


_NAMES: Final = re.compile(
    r"(?<![^\s.,;(])(?:(?P<term>срок(?:и|\s+исполнения)?)"
    r"|(?P<responsible>(?:кто\s+)?отвеча(?:ет|ют)|ответственн(?:ый|ая|ые)(?:\s+лиц[оа])?)"
    r"|(?P<actions>что\s+(?:уже\s+)?делаем|действия|принимаемые\s+меры|меры))\s*[:—–-]\s*",
    re.IGNORECASE,
)
_FULL_STOP: Final = re.compile(r"(?<!\b[A-ZА-ЯЁ])\.+$")
_TERMS: Final = re.compile(
    r"(?<!\w)(?:до|к|ко|срок\w*|не\s+позднее|не\s+позже|через|за|в\s+течение)(?=[\s:—–-])", re.IGNORECASE
)
