"""The project's own list of words after which a person decides (R53)."""

import tomllib
from functools import cache
from importlib import resources

from domain.words.cautions import Caution


@cache
def list_caution_signs() -> dict[Caution, tuple[str, ...]]:
    """The signs of each kind, as `domain.words.cautions.CautionTable` reads them."""
    text = resources.files("bot.data").joinpath("cautions.toml").read_text(encoding="utf-8")
    return {Caution(kind): tuple(signs) for kind, signs in tomllib.loads(text).items()}
