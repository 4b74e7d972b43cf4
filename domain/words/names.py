"""Names of people as cards and toasts show them."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\u00ad\u115f\u1160\u2800\u3164\uffa0\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]"
)
_NOT_LETTERS_AROUND: Final = re.compile(r"^[\W_]+|[\W_]+$")
_SUFFIXES: Final = frozenset({"оглы", "оглу", "углы", "кызы", "гызы", "улы"})


def short_name(name: str) -> str:
    """«Петров Иван Сергеевич» as «Петров И. С.», the form in which the staff is told who acted.

    Names come from the municipality's file and from the messenger, where people write anything: what has no
    letters is dropped unless nothing else is there, invisible fillers always, and nothing at all gives "".
    """
    shown = visible(name)
    family, *given = _words(shown) or [shown.strip("\u200d")]
    return " ".join([family, *map(_initial, given[:2])])


def visible(name: str) -> str:
    """The name without the fillers by which people have none; "" where nothing else is left."""
    return " ".join(_INVISIBLE.sub(" ", name).split())


def _words(name: str) -> list[str]:
    words = (_NOT_LETTERS_AROUND.sub("", word) for word in name.replace(".", ". ").split())
    return [word for word in words if any(map(str.isalpha, word)) and word.lower() not in _SUFFIXES]


def _initial(word: str) -> str:
    return "-".join(f"{part[0].upper()}." for part in word.split("-") if part)


class Gender(StrEnum):
    """By which form a verb in the past agrees with a name; `UNKNOWN` takes the general form, the masculine one."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


_FATHERS: Final = (
    (Gender.FEMALE, ("вна", "ична", "кызы", "гызы")),
    (Gender.MALE, ("вич", "ьич", "мич", "кич", "оглы", "оглу", "углы", "улы")),
)
_FAMILIES: Final = (
    (Gender.FEMALE, ("ова", "ева", "ёва", "ская", "цкая")),
    (Gender.MALE, ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")),
)
"""Endings that a surname has in one form alone; «-ина» is none of them: «Никитина», but also «Щербина»."""


def gender_of(name: str, known: Iterable[str] = ()) -> Gender:
    """By the patronymic, else by a surname that tells; never guessed.

    `known`: names in full, where the `name` is shortened: the one that it is short for tells more.
    """
    full = {one for one in known if short_name(one) == name}
    told = {_of_one(one) for one in full or {name}}
    return told.pop() if len(told) == 1 else Gender.UNKNOWN


def _of_one(name: str) -> Gender:
    words = visible(name).lower().split()
    fathers = (_by_ending(word, _FATHERS) for word in words[1:])
    told = next((gender for gender in fathers if gender is not Gender.UNKNOWN), None)
    if told is not None or not words:
        return told or Gender.UNKNOWN
    families = {_by_ending(part, _FAMILIES) for part in words[0].split("-")}
    return families.pop() if len(families) == 1 else Gender.UNKNOWN


def _by_ending(word: str, endings: tuple[tuple[Gender, tuple[str, ...]], ...]) -> Gender:
    return next((gender for gender, tails in endings if word.endswith(tails)), Gender.UNKNOWN)
