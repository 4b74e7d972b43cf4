"""The municipality file becomes domain values, or a list of all its mistakes, each with its line and remedy."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from bot.municipality_checks import Flaw, Table, find_mistakes, find_warnings
from bot.municipality_problems import find_shape_mistakes, find_unreadable
from bot.municipality_schema import MunicipalityDocument
from bot.toml_reading import FileMistakes, Problem, decode, describe, locate, parse
from domain.municipality import Municipality

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
    """All mistakes at once: those of single values and those between them."""
    mistakes = list(find_mistakes(document))
    try:
        checked = MunicipalityDocument.model_validate(document, context={"folder": folder})
    except ValidationError as error:
        mistakes += find_shape_mistakes(error)
    if mistakes:
        raise FileMistakes(locate(mistakes, text, file))
    return checked.to_domain()
