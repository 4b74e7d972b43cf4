"""A regulation's file becomes domain values, or a list of all its mistakes, each with its line and remedy."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table
from bot.municipality_problems import find_shape_mistakes, find_unreadable
from bot.regulation_schema import RegulationDocument
from bot.setup_texts import shown
from bot.toml_reading import FileMistakes, decode, describe, locate, parse
from domain.municipality import Municipality
from domain.regulation.regulation import BUILT_IN, Regulation

_BYTE_ORDER_MARK = "\ufeff"


@cache
def built_in(name: str) -> Regulation:
    """The regulation of this name among those that come with the program, read once."""
    return parse_regulation(built_in_file(name), f"{name}.toml", name)


def built_in_file(name: str) -> bytes:
    """What one's own is copied from."""
    return resources.files("bot.regulations").joinpath(f"{name}.toml").read_bytes()


def regulation_of(municipality: Municipality) -> Regulation:
    """The regulation that a municipality has chosen: one that comes with the program, or its own as kept with the settings."""
    name = municipality.regulation
    return built_in(name) if name in BUILT_IN else _own(municipality.regulation_text, name)


@lru_cache(maxsize=8)
def _own(text: str, name: str) -> Regulation:
    return parse_regulation(text.encode(), name, name) if text else Regulation(name)


def find_regulation(name: str) -> Regulation:
    """By its name, or by the path of its file. Raises `FileMistakes`."""
    return built_in(name) if name in BUILT_IN else load_regulation(Path(name))[0]


def load_regulation(path: Path, name: str = "") -> tuple[Regulation, str]:
    """The regulation of a municipality's own file, with the file's text. Raises `FileMistakes` with all that is wrong."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise FileMistakes([describe(str(path), 0, _unreadable(path, error))]) from None
    regulation = parse_regulation(source, str(path), name or str(path))
    return regulation, source.decode().removeprefix(_BYTE_ORDER_MARK)


def _unreadable(path: Path, error: OSError) -> Flaw:
    if isinstance(error, FileNotFoundError):
        facts = {"value": shown(path.name), "path": str(path), "expected": ", ".join(BUILT_IN)}
        return Flaw((), "setup-unknown-regulation", facts)
    return find_unreadable(path, error)


def parse_regulation(source: bytes, file: str, name: str) -> Regulation:
    """The regulation of a file that came as bytes; `file` names it in the mistakes. Raises `FileMistakes` with all of them."""
    text = decode(source, file).removeprefix(_BYTE_ORDER_MARK)
    document = parse(text, file)
    mistakes = list(_find_doubles(document))
    try:
        checked = RegulationDocument.model_validate(document)
    except ValidationError as error:
        mistakes += find_shape_mistakes(error, RegulationDocument)
    if mistakes:
        raise FileMistakes(locate(mistakes, text, file))
    return checked.to_domain(name)


_ONLY_ONE = (
    ("terms", "stage", ("stage", "category", "high_importance"), "setup-term-twice"),
    ("answers", "answer", ("answer", "category"), "setup-answer-twice"),
)
"""Rows of which nobody could say which one counts: table, key to point at, what makes two of them the same."""


def _find_doubles(document: Table) -> Iterator[Flaw]:
    yield from _find_outcomes_counted_twice(document)
    for table, named, keys, text in _ONLY_ONE:
        rows = document.get(table)
        seen = set()
        for index, row in enumerate(rows if isinstance(rows, list) else []):
            if isinstance(row, dict):
                kind = tuple(str(row.get(key)) for key in keys)
                if kind in seen:
                    yield Flaw((table, index, named), text, {"value": shown(kind[0])})
                seen.add(kind)


def _find_outcomes_counted_twice(document: Table) -> Iterator[Flaw]:
    """The sum of a report would not agree (R13)."""
    rows = document.get("outcomes")
    seen = set()
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        grouped = row.get("outcomes") if isinstance(row, dict) else None
        for outcome in map(str, grouped if isinstance(grouped, list) else []):
            if outcome in seen:
                yield Flaw(("outcomes", index, "outcomes"), "setup-outcome-twice", {"value": shown(outcome)})
            seen.add(outcome)
