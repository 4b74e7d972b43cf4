"""Names of people as cards and toasts show them."""

import re
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
