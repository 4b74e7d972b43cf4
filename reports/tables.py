"""Tables as files: XLSX, CSV, JSON; row by row, so that their length costs no memory.

What people wrote is never a formula: every cell of a book is a string, and in CSV a cell that a spreadsheet would
take for a formula begins with an apostrophe (guarantee 29).
"""

import csv
import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

from xlsxwriter import Workbook

from reports.files import whole_file

Rows = Iterable[Sequence[str]]

CELL_LIMIT: Final = 32_767
"""UTF-16 units that a cell of a book may hold; what is longer is cut and ends with «…»."""
_FORMULA: Final = re.compile(r"'*[=@\t\r\n\uff1d\uff20]|'*[+\-\uff0b\uff0d](?![\d\s().+-]*\Z)")
"""What a spreadsheet would compute, signs of full width too; a telephone number or a negative one harms nobody."""
_MARKUP: Final = "<r>"
"""Words that begin so, and end alike, XlsxWriter takes for markup of its own and writes unescaped: cells, formulas, anything."""
_WIDEST: Final = 60


def write_table(path: Path, headline: Sequence[str], rows: Rows) -> None:
    """Write the file that the ending names; it stands whole or not at all, readable for its owner alone.

    Raises KeyError for another ending, OSError where it cannot be written.
    """
    write = WRITERS[path.suffix.lower()]
    with whole_file(path) as file:
        write(file, headline, rows)


def defused(cell: str) -> str:
    """A cell of CSV that no spreadsheet computes."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """What `defused` was given."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell


def fitting(cell: str) -> str:
    """A cell that a book can hold: of its length, without halves of characters, and nothing but words."""
    if cell.startswith(_MARKUP):
        cell = f" {cell}"
    if len(cell) * 2 > CELL_LIMIT or not cell.isprintable():
        units = cell.encode("utf-16-le", "replace")
        if len(units) > CELL_LIMIT * 2:
            units = units[: (CELL_LIMIT - 1) * 2]
            return units.decode("utf-16-le", "ignore") + "…"
        return units.decode("utf-16-le")
    return cell


def _all_fit(row: Sequence[str]) -> bool:
    """Whether `fitting` would change none of them: one look at a whole row, for most rows are plain."""
    together = "".join(row)
    return len(together) * 2 <= CELL_LIMIT and together.isprintable() and _MARKUP not in together


def _write_book(file: BinaryIO, headline: Sequence[str], rows: Rows) -> None:
    book = Workbook(file, {"constant_memory": True, "in_memory": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    for place, name in enumerate(headline):
        sheet.set_column(place, place, min(max(len(name) + 2, 12), _WIDEST))
        sheet.write_string(0, place, name, bold)
    write = sheet.write_string
    for line, row in enumerate(rows, start=1):
        for place, cell in enumerate(row if _all_fit(row) else map(fitting, row)):
            if cell:
                write(line, place, cell)
    book.close()


def _write_csv(file: BinaryIO, headline: Sequence[str], rows: Rows) -> None:
    with _text(file) as text:
        text.write("\ufeff")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(headline)
        writer.writerows([defused(cell) for cell in row] for row in rows)


def _write_json(file: BinaryIO, headline: Sequence[str], rows: Rows) -> None:
    with _text(file) as text:
        text.write("[")
        for number, row in enumerate(rows):
            text.write(",\n" if number else "\n")
            text.write(json.dumps(dict(zip(headline, row, strict=True)), ensure_ascii=False))
        text.write("\n]\n")


def _text(file: BinaryIO) -> TextIO:
    """The same file for words; halves of characters, which no encoding has, become question marks."""
    copy = os.dup(file.fileno())
    return cast(TextIO, os.fdopen(copy, "w", encoding="utf-8", errors="replace", newline=""))


WRITERS: Final[Mapping[str, Callable[[BinaryIO, Sequence[str], Rows], None]]] = {
    ".xlsx": _write_book,
    ".csv": _write_csv,
    ".json": _write_json,
}
