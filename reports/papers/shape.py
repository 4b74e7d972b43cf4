"""A filled form as a file: DOCX as it is, or its paragraphs and tables as TXT and XLSX, so that all three say the same."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, BinaryIO, Final

from docx import Document
from docx.table import Table
from xlsxwriter import Workbook

from reports.tables import fitting

_WIDTHS: Final = (60, 20)
"""Of the first column of a book and of the others, characters."""
_ACROSS: Final = 2
"""Paragraphs lie across so many columns besides the first."""
_LINE_HEIGHT: Final = 15
_A4: Final = 9
_LONGEST_NUMBER: Final = 15
"""Digits that a spreadsheet keeps exactly."""


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: Sequence[Sequence[str]]


def _list_blocks(paper: bytes) -> Iterator[str | _Grid]:
    for block in Document(io.BytesIO(paper)).iter_inner_content():
        if isinstance(block, Table):
            yield _Grid([[cell.text for cell in row.cells] for row in block.rows])
        else:
            yield " ".join(block.text.split())


def _write_docx(file: BinaryIO, paper: bytes) -> None:
    file.write(paper)


def _write_text(file: BinaryIO, paper: bytes) -> None:
    lines: list[str] = []
    for block in _list_blocks(paper):
        lines += list(_aligned(block.rows)) if isinstance(block, _Grid) else [block]
    file.write(("\n".join(lines).strip() + "\n").encode())


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _write_book(file: BinaryIO, paper: bytes) -> None:
    book = Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, 9, _WIDTHS[1])
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    words = book.add_format({"text_wrap": True, "valign": "top"})
    cells = [
        book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bold": bold}) for bold in (1, 0)
    ]
    line = 0
    for block in _list_blocks(paper):
        if isinstance(block, _Grid):
            for place, row in enumerate(block.rows):
                _write_row(sheet, line, row, cells[place > 0])
                line += 1
        else:
            sheet.merge_range(line, 0, line, _ACROSS, "", words)
            sheet.write_string(line, 0, fitting(block), words)
            sheet.set_row(line, _height([(block, _WIDTHS[0] + _ACROSS * _WIDTHS[1])]))
            line += 1
    book.close()


def _write_row(sheet: Any, line: int, row: Sequence[str], form: Any) -> None:
    for place, cell in enumerate(row):
        if place and _is_count(cell):
            sheet.write_number(line, place, int(cell), form)
        else:
            sheet.write_string(line, place, fitting(cell), form)
    sheet.set_row(line, _height([(cell, _WIDTHS[place > 0]) for place, cell in enumerate(row)]))


def _height(cells: Sequence[tuple[str, int]]) -> int:
    """Points for words and the width that they have: a spreadsheet makes no room for merged cells by itself."""
    return _LINE_HEIGHT * max(len(wrap(words, width - _WIDTHS[1] // 4)) or 1 for words, width in cells)


def _is_count(cell: str) -> bool:
    """A number as the program writes it; «007» is a name."""
    return cell.isdecimal() and len(cell) <= _LONGEST_NUMBER and str(int(cell)) == cell


PAPER_WRITERS: Final[Mapping[str, Callable[[BinaryIO, bytes], None]]] = {
    ".docx": _write_docx,
    ".xlsx": _write_book,
    ".txt": _write_text,
}
"""By the ending of the file."""
