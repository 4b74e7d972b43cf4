"""The project's own list of words after which a person decides (R53)."""

import tomllib
from functools import cache
from importlib import resources

from domain.routing import Lemmatizer
from domain.words.cautions import Caution, CautionTable

_made: list[tuple[Lemmatizer, CautionTable]] = []
"""The table by the dictionary last used."""


@cache
def list_caution_signs() -> dict[Caution, tuple[str, ...]]:
    """The signs of each kind, as `domain.words.cautions.CautionTable` reads them."""
    text = resources.files("bot.data").joinpath("cautions.toml").read_text(encoding="utf-8")
    return {Caution(kind): tuple(signs) for kind, signs in tomllib.loads(text).items()}


def caution_table(words: Lemmatizer) -> CautionTable:
    """The signs in all their inflections; they outlive the settings, and reading them takes longer than all the rest."""
    for known, table in _made:
        if known is words:
            return table
    _made[:] = [(words, CautionTable(list_caution_signs(), words))]
    return _made[0][1]
