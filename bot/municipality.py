"""The municipality file becomes domain values, or a list of all its mistakes, each with its line and remedy."""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table, find_mistakes, find_warnings
from bot.municipality_problems import find_shape_mistakes, find_unreadable
from bot.municipality_schema import MunicipalityDocument
from bot.regulation_file import load_regulation
from bot.toml_reading import FileMistakes, Problem, decode, describe, locate, parse
from domain.municipality import Municipality
from domain.regulation.regulation import BUILT_IN

_BYTE_ORDER_MARK = "\ufeff"


class MunicipalityFileError(FileMistakes):
    """The municipality file cannot be used; as text one line for each mistake."""


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
        raise MunicipalityFileError([describe(str(path), 0, find_unreadable(path, error))]) from None
    return parse_municipality(source, str(path), path.parent)


def parse_municipality(source: bytes, file: str, folder: Path) -> MunicipalityFile:
    """The municipality of a file that came as bytes, in a message for instance.

    `file` names it in the problems, `folder` is where a path to a regulation starts. Raises
    `MunicipalityFileError`.
    """
    try:
        return _parse(source, file, folder)
    except FileMistakes as mistakes:
        raise MunicipalityFileError(mistakes.problems) from None


def _parse(source: bytes, file: str, folder: Path) -> MunicipalityFile:
    text = decode(source, file)
    marked = text.startswith(_BYTE_ORDER_MARK)
    text = text.removeprefix(_BYTE_ORDER_MARK)
    document = parse(text, file)
    municipality = _validate(document, text, file, folder)
    warnings = locate(find_warnings(document, municipality), text, file)
    mark = [describe(file, 0, Flaw((), "setup-byte-order-mark"))] if marked else []
    return MunicipalityFile(municipality, mark + warnings)


def _validate(document: Table, text: str, file: str, folder: Path) -> Municipality:
    """All mistakes at once: those of single values, those between them, and those of the municipality's own regulation."""
    mistakes = list(find_mistakes(document))
    try:
        checked = MunicipalityDocument.model_validate(document, context={"folder": folder})
    except ValidationError as error:
        mistakes += find_shape_mistakes(error)
    problems = locate(mistakes, text, file)
    own, theirs = _read_own_regulation(document, folder)
    if problems or theirs:
        raise FileMistakes(problems + theirs)
    return replace(checked.to_domain(), regulation_text=own)


def _read_own_regulation(document: Table, folder: Path) -> tuple[str, list[Problem]]:
    """The text of the file that `municipality.regulation` leads to, or its mistakes; that there is none is told elsewhere."""
    general = document.get("municipality")
    name = general.get("regulation") if isinstance(general, dict) else None
    if not isinstance(name, str) or name in BUILT_IN or not (folder / name).is_file():
        return "", []
    try:
        return load_regulation(folder / name, name)[1], []
    except FileMistakes as mistakes:
        return "", mistakes.problems
