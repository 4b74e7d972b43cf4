"""A table file as rows of words, one after another; what would cost the machine too much is refused in words.

Nothing in a file is computed or followed: of a formula only the value that was last shown counts, and of a book
nothing is unpacked that has not been measured before.
"""

import codecs
import csv
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime, time
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from bot.refusals import Refused
from bot.setup_texts import say
from reports.tables import restored

Row = tuple[int, list[str]]
"""The number of the row in the file, and its cells; empty ones at the end may be missing."""

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 100
LARGEST_UNPACKED: Final = 600
LARGEST_STRINGS: Final = 150
"""Megabytes: of a file; of all that a book holds; of its common strings, which lie in memory."""
_PLAIN: Final = 50
_DENSEST: Final = 200
"""Megabytes of a part, unpacked, above which it is looked at how often it was folded: a table's rows are so twenty or
fifty times, one endless cell, which would lie in memory whole, a thousand."""
MOST_ROWS: Final = 300_000
LONGEST_CELL: Final = 1_000_000
"""Characters; a quotation mark that nobody closes makes one cell of all that follows."""
_WIDEST: Final = 200
UNSHOWN: Final = "\0="
"""Stands for a formula that no program has reckoned yet: nobody knows what it would show."""
_DELIMITERS: Final = (";", ",", "\t")
"""The one that the headline has most of; the first of equals."""

_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_CHUNK: Final = 1 << 16
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")


class BrokenRow(Exception):
    """From this row on nothing can be read; `row` is its number, `text` the key of what is wrong."""

    def __init__(self, row: int, text: str, **facts: str) -> None:
        super().__init__(row, text)
        self.row = row
        self.text = text
        self.facts = facts


def read_table(path: Path) -> Iterator[Row]:
    """The rows that are not empty, the headline first. Raises Refused at once or while reading, BrokenRow."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise Refused(say("import-unreadable", file=str(path), detail=error.strerror or str(error))) from None
    if size > LARGEST_FILE * MEGABYTE:
        raise Refused(say("import-too-big", file=str(path), limit=str(LARGEST_FILE)))
    if start == _OLD_EXCEL:
        raise Refused(say("import-old-excel", file=str(path)))
    if start.startswith(b"PK"):
        return _limited(_read_book(path))
    if path.suffix.lower() == ".xlsx":
        raise Refused(say("import-broken-xlsx", file=str(path)))
    return _limited(_read_csv(path))


def _limited(rows: Iterator[Row]) -> Iterator[Row]:
    for row, cells in rows:
        if row > MOST_ROWS + 1:
            raise BrokenRow(row, "import-too-many-rows", limit=str(MOST_ROWS))
        if any(cells):
            yield row, cells


def _read_csv(path: Path) -> Iterator[Row]:
    encoding = _find_encoding(path)
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding, newline="") as file:
        first = file.readline()
        file.seek(0)
        delimiter = max(_DELIMITERS, key=first.count)
        row = 0
        try:
            for row, cells in enumerate(csv.reader(file, delimiter=delimiter, strict=True), start=1):
                yield row, [restored(cell) for cell in cells]
        except csv.Error:
            raise BrokenRow(row + 1, "import-broken-csv") from None


def _find_encoding(path: Path) -> str:
    """UTF-8 with or without its mark, else Windows-1251; what is neither is refused, and so is what is no text."""
    for encoding in ("utf-8-sig", "cp1251"):
        with suppress(UnicodeDecodeError):
            if _is_text(path, encoding):
                return encoding
            raise Refused(say("import-not-a-table", file=str(path)))
    raise Refused(say("import-encoding", file=str(path)))


def _is_text(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if "\0" in decoder.decode(chunk):
                return False
    decoder.decode(b"", final=True)
    return True


def _read_book(path: Path) -> Iterator[Row]:
    from openpyxl import load_workbook

    _measure(path)
    try:
        with ExitStack() as books:
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
            books.callback(book.close)
            sheet = next((one for one in book.worksheets if one.sheet_state == "visible"), None)
            if sheet is None:
                return
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=_WIDEST, values_only=True)
            if _has_formulas(path):
                whole = load_workbook(path, read_only=True, keep_links=False)
                books.callback(whole.close)
                formulas = whole[sheet.title]
                formulas.reset_dimensions()
                rows = map(_marked, rows, formulas.iter_rows(max_col=_WIDEST))
            for row, cells in enumerate(rows, start=1):
                yield row, _written(cells)
    except (
        zipfile.BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
    ):
        raise Refused(say("import-broken-xlsx", file=str(path))) from None


def _has_formulas(path: Path) -> bool:
    """Whether any sheet has one: only then the book is read a second time."""
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            if part.startswith("xl/worksheets/") and _holds(book, part, _FORMULA):
                return True
    return False


def _holds(book: zipfile.ZipFile, part: str, sought: re.Pattern[bytes]) -> bool:
    kept = b""
    with book.open(part) as file:
        while chunk := file.read(_CHUNK):
            if sought.search(kept + chunk):
                return True
            kept = chunk[-8:]
    return False


def _marked(values: Sequence[Any], cells: Sequence[Any]) -> list[Any]:
    """Formulas that show nothing told apart from empty cells."""
    return [
        UNSHOWN if value is None and cell.data_type == "f" else value
        for value, cell in zip(values, cells, strict=True)
    ]


def _measure(path: Path) -> None:
    """By what the book says of itself; the unpacking takes no more than that of each of its parts."""
    try:
        with zipfile.ZipFile(path) as book:
            parts = book.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused(say("import-broken-xlsx", file=str(path))) from None
    if not any(part.filename == "[Content_Types].xml" for part in parts):
        raise Refused(say("import-not-a-table", file=str(path)))
    if any(part.file_size > max(_PLAIN * MEGABYTE, _DENSEST * part.compress_size) for part in parts):
        raise Refused(say("import-unpacks-too-big", file=str(path), limit=str(_PLAIN)))
    whole = sum(part.file_size for part in parts)
    strings = sum(part.file_size for part in parts if not part.filename.startswith("xl/worksheets/"))
    if whole > LARGEST_UNPACKED * MEGABYTE or strings > LARGEST_STRINGS * MEGABYTE:
        limit = LARGEST_UNPACKED if whole > LARGEST_UNPACKED * MEGABYTE else LARGEST_STRINGS
        raise Refused(say("import-unpacks-too-big", file=str(path), limit=str(limit)))


def _written(cells: Sequence[Any]) -> list[str]:
    written = [_word(cell) for cell in cells]
    while written and not written[-1]:
        written.pop()
    return written


def _word(cell: Any) -> str:
    """A cell as a person reads it: a moment as in the register, a number without a fraction that it has not."""
    match cell:
        case None:
            word = ""
        case str():
            word = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)
        case bool():
            word = say("register-yes" if cell else "register-no")
        case float() if cell.is_integer():
            word = str(int(cell))
        case datetime():
            word = cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case _:
            word = str(cell)
    return word
