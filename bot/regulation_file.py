"""A regulation's file becomes domain values, or a list of all its mistakes, each with its line and remedy."""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table
from bot.municipality_problems import find_shape_mistakes
from bot.regulation_schema import RegulationDocument
from bot.setup_texts import shown
from bot.toml_reading import FileMistakes, decode, locate, parse
from domain.regulation.regulation import BUILT_IN, Regulation


@cache
def built_in(name: str) -> Regulation:
    """The regulation of this name among those that come with the program, read once."""
    file = f"{name}.toml"
    return parse_regulation(resources.files("bot.regulations").joinpath(file).read_bytes(), file, name)


def regulation_of(name: str) -> Regulation:
    """The regulation that a municipality has chosen; one of its own, which is a path, sets no term yet."""
    return built_in(name) if name in BUILT_IN else Regulation(name)


def parse_regulation(source: bytes, file: str, name: str) -> Regulation:
    """The regulation of a file that came as bytes; `file` names it in the mistakes. Raises `FileMistakes` with all of them."""
    text = decode(source, file).removeprefix("\ufeff")
    document = parse(text, file)
    mistakes = list(_find_doubles(document))
    try:
        checked = RegulationDocument.model_validate(document)
    except ValidationError as error:
        mistakes += find_shape_mistakes(error, RegulationDocument)
    if mistakes:
        raise FileMistakes(locate(mistakes, text, file))
    return checked.to_domain(name)


def _find_doubles(document: Table) -> Iterator[Flaw]:
    """Two terms of one stage, of which nobody could say which one counts."""
    rows = document.get("terms")
    seen = set()
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict):
            kind = tuple(str(row.get(key)) for key in ("stage", "category", "high_importance"))
            if kind in seen:
                yield Flaw(("terms", index, "stage"), "setup-term-twice", {"value": shown(kind[0])})
            seen.add(kind)
