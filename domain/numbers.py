"""Numbers of appeals in what people write: «2026-00042», or «42» for this year's."""

import re
from typing import Final

_WHOLE: Final = re.compile(r"(?<!\d)(\d{4})-(\d{5,})(?!\d)")
_SHORT: Final = re.compile(r"(?:№\s*)?0*(\d{1,9})")


def find_whole_number(words: str) -> str | None:
    """The first whole number in the words: what the bot's own messages carry."""
    whole = _WHOLE.search(words)
    return whole[0] if whole else None


def list_whole_numbers(words: str) -> list[str]:
    """Every whole number in the words, each once."""
    return list(dict.fromkeys(found[0] for found in _WHOLE.finditer(words)))


def find_number(words: str, year: int) -> str | None:
    """The first whole number in the words; or, where they are nothing but a counter, that number of this year."""
    whole = find_whole_number(words)
    if whole:
        return whole
    short = _SHORT.fullmatch(words.strip())
    return f"{year}-{int(short[1]):05d}" if short else None
