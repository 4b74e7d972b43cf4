"""What libraries say about a bad municipality file, as flaws in our own words."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from pydantic import ValidationError

from bot.municipality_checks import Flaw
from bot.municipality_schema import MunicipalityDocument, Section, list_keys
from bot.setup_texts import shown
from bot.toml_lines import TomlPath

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SHAPE_TEXTS = {
    "missing": "setup-missing",
    "extra_forbidden": "setup-unknown-key",
    "string_type": "setup-not-text",
    "int_type": "setup-not-whole",
    "bool_type": "setup-not-flag",
    "date_type": "setup-not-date",
    "enum": "setup-not-one-of",
    "tuple_type": "setup-not-list",
    "frozen_set_type": "setup-not-list",
    "model_type": "setup-not-table",
    "string_too_short": "setup-empty",
    "too_short": "setup-empty",
    "string_too_long": "setup-too-long",
    "greater_than_equal": "setup-too-small",
    "less_than_equal": "setup-too-large",
}
_LIMITS = ("max_length", "ge", "le")

_SYNTAX_TEXTS = {
    "Invalid value (at end": "setup-toml-unclosed",
    "Invalid value": "setup-toml-value",
    "Invalid date": "setup-toml-date",
    "Expected '='": "setup-toml-equals",
    "Expected newline": "setup-toml-rest",
    "Expected ']": "setup-toml-bracket",
    "Unclosed": "setup-toml-unclosed",
    "Invalid initial character": "setup-toml-key",
    "Invalid statement": "setup-toml-key",
    "Unescaped": "setup-toml-backslash",
    "Illegal character": "setup-toml-string",
    "Unterminated string": "setup-toml-string",
    "Cannot": "setup-toml-twice",
    "Duplicate": "setup-toml-twice",
}
_AT_LINE = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)")


def find_unreadable(path: Path, error: OSError) -> Flaw:
    """Why a file could not be opened."""
    if path.is_dir():
        return Flaw((), "setup-file-is-folder")
    texts = {FileNotFoundError: "setup-file-absent", PermissionError: "setup-file-forbidden"}
    return Flaw((), texts.get(type(error), "setup-file-unreadable"), {"detail": error.strerror or ""})


def find_syntax_mistake(error: Exception, source: str) -> tuple[int, Flaw]:
    """The line on which the document stops being TOML, and how; tables nested too deep have no line."""
    detail = str(error)
    place = _AT_LINE.search(detail)
    if place is None:
        return 0, Flaw((), "setup-toml", {"detail": shown(detail)})
    line = int(place[1] or source.rstrip().count("\n") + 1)
    text = next((text for start, text in _SYNTAX_TEXTS.items() if detail.startswith(start)), "setup-toml")
    return line, Flaw((), text, {"detail": shown(detail[: place.start()])})


def find_shape_mistakes(
    error: ValidationError, document: type[Section] = MunicipalityDocument
) -> Iterator[Flaw]:
    """Every value that is missing, unknown, or not of its type and bounds; `document` is what the file should be."""
    for details in error.errors(include_url=False):
        yield Flaw(details["loc"], _choose_text(details, document), _list_facts(details, document))


def _choose_text(details: "ErrorDetails", document: type[Section]) -> str:
    path = details["loc"]
    text = _SHAPE_TEXTS.get(details["type"], details["type"])
    if text == "setup-missing" and _find_section(path, document) is not None:
        return "setup-missing-table"
    if text == "setup-not-list" and _find_section(path, document) is not None:
        return "setup-not-tables"
    if text == "setup-unknown-key" and not _suggest(path, document):
        return "setup-unknown-key-unlike"
    return text


def _list_facts(details: "ErrorDetails", document: type[Section]) -> dict[str, str]:
    path = details["loc"]
    context = details.get("ctx", {})
    facts = {name: str(value) for name, value in context.items()}
    facts["limit"] = next((facts[name] for name in _LIMITS if name in facts), "")
    facts["example"] = document.example
    facts |= {"value": shown(details["input"]), "name": shown(path[-1])}
    if details["type"] == "enum":
        facts["expected"] = ", ".join(re.findall(r"'(\w+)'", facts["expected"]))
    if details["type"] == "extra_forbidden":
        facts["likely"] = _suggest(path, document)
    if details["type"] == "setup-unknown-timezone":
        facts["likely"] = _suggest_timezone(str(details["input"]))
    return facts


def _suggest(path: TomlPath, document: type[Section]) -> str:
    """The known key most like an unknown one."""
    section = _find_section(path[:-1], document)
    return _nearest(str(path[-1]), list_keys(section)) if section else ""


def _suggest_timezone(value: str) -> str:
    return _nearest(value, available_timezones()) or "Europe/Moscow"


def _nearest(word: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(word, known, n=1)), "")


def _find_section(path: TomlPath, document: type[Section]) -> type[Section] | None:
    section: type[Section] | None = document
    for key in path:
        if isinstance(key, str):
            section = list_keys(section).get(key) if section else None
    return section
