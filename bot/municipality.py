"""The municipality file becomes domain values, or a list of all its mistakes, each with its line and remedy."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table, find_mistakes, find_warnings
from bot.municipality_problems import find_shape_mistakes, find_syntax_mistake, find_unreadable
from bot.municipality_schema import MunicipalityDocument
from bot.setup_texts import say, shown
from bot.toml_lines import TomlLines, TomlPath
from domain.municipality import Municipality

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or warning; `line` 0 and `key` empty: it concerns the file as a whole."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """`municipality.toml:12: departments[0].chat: what is wrong — remedy`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(filter(None, (place, self.key, self.message)))


class MunicipalityFileError(Exception):
    """The file cannot be used; as text one line for each mistake."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class MunicipalityFile:
    """What a good file says, and what about it the administrator should look at."""

    municipality: Municipality
    warnings: list[Problem]


def read_municipality(path: Path) -> Municipality:
    """The municipality of this file; raises `MunicipalityFileError`."""
    return load_municipality(path).municipality


def load_municipality(path: Path) -> MunicipalityFile:
    """The municipality of this file with the warnings; raises `MunicipalityFileError`."""
    try:
        source = path.read_bytes()
    except OSError as error:
        raise MunicipalityFileError([_describe(str(path), 0, find_unreadable(path, error))]) from None
    return parse_municipality(source, str(path), path.parent)


def parse_municipality(source: bytes, file: str, folder: Path) -> MunicipalityFile:
    """The municipality of a file that came as bytes, in a message for instance.

    `file` names it in the problems, `folder` is where a path to a regulation starts. Raises
    `MunicipalityFileError`.
    """
    text = _decode(source, file)
    marked = text.startswith(_BYTE_ORDER_MARK)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    document = _parse(text, file)
    municipality = _validate(document, text, file, folder)
    warnings = _locate(find_warnings(document, municipality), text, file)
    mark = [_describe(file, 0, Flaw((), "setup-byte-order-mark"))] if marked else []
    return MunicipalityFile(municipality, mark + warnings)


def _decode(source: bytes, file: str) -> str:
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise MunicipalityFileError([_describe(file, line, Flaw((), "setup-not-utf8"))]) from None


def _parse(text: str, file: str) -> Table:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise MunicipalityFileError([_describe(file, *find_syntax_mistake(error, text))]) from None


def _validate(document: Table, text: str, file: str, folder: Path) -> Municipality:
    """All mistakes at once: those of single values and those between them."""
    mistakes = list(find_mistakes(document))
    try:
        checked = MunicipalityDocument.model_validate(document, context={"folder": folder})
    except ValidationError as error:
        mistakes += find_shape_mistakes(error)
    if mistakes:
        raise MunicipalityFileError(_locate(mistakes, text, file))
    return checked.to_domain()


def _locate(flaws: Iterable[Flaw], text: str, file: str) -> list[Problem]:
    """The flaws in the order of their lines."""
    found = list(flaws)
    if not found:
        return []
    lines = TomlLines(text)
    problems = [_describe(file, lines.find_line(flaw.path), flaw) for flaw in found]
    return sorted(problems, key=attrgetter("line"))


def _describe(file: str, line: int, flaw: Flaw) -> Problem:
    return Problem(file, line, _show_path(flaw.path), say(flaw.text, **flaw.facts))


def _show_path(path: TomlPath) -> str:
    """`departments[0].chat`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_show_key(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def _show_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else f'"{shown(key)}"'
