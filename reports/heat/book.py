"""The map as a book of tables: topics by territories, coloured; those that missed their term; weeks; what has no territory."""

from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, Final

from xlsxwriter import Workbook

from reports.drawing.colours import SHADES, Colour
from reports.heat.counting import MapFigures, Tally
from reports.heat.scale import NOTHING
from reports.heat.words import MapWords
from reports.tables import fitting

_FIRST_ROW: Final = 3
_NAME_WIDTH: Final = 44
_CELL_WIDTH: Final = 14
_ADDRESS_WIDTH: Final = 60
_HEAD_HEIGHT: Final = 48
_NO_ZERO: Final = "0;-0;;@"
"""Nothing is left white."""


def write_map(file: BinaryIO, figures: MapFigures, words: MapWords) -> None:
    """Names and addresses are strings, never formulas."""
    book = Workbook(file, {"in_memory": True})
    _Book(book, figures, words).write()
    book.close()


class _Book:
    def __init__(self, book: Any, figures: MapFigures, words: MapWords) -> None:
        self._book = book
        self._figures = figures
        self._words = words
        self._bold = book.add_format({"bold": True})
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "border": 1, "align": "center", "valign": "vcenter"}
        )
        self._name = book.add_format({"text_wrap": True, "border": 1})
        self._cell = book.add_format({"border": 1, "align": "center", "num_format": _NO_ZERO})
        self._sum = book.add_format({"border": 1, "align": "center", "bold": True})

    def write(self) -> None:
        """Sheet by sheet."""
        words, figures = self._words, self._figures
        territories = [name or words.no_territory for name in figures.territories]
        coloured = sum(1 for name in figures.territories if name)
        self._add_places(words.legend, territories, coloured, lambda tally: tally.count)
        self._add_places(words.late, territories, 0, lambda tally: tally.late)
        weeks = [f"{week:%d.%m.%Y}" for week in figures.weeks]
        rows = [[tally.weeks[week] for week in figures.weeks] for tally in self._by_topic()]
        sums = [figures.whole.weeks[week] for week in figures.weeks]
        self._add_table(words.weeks, weeks, rows, sums, len(weeks))
        self._add_unplaced()

    def _by_topic(self) -> list[Tally]:
        return [self._figures.by_topic[topic] for topic in self._figures.topics]

    def _add_places(
        self, name: str, heads: Sequence[str], coloured: int, number: Callable[[Tally], int]
    ) -> None:
        figures = self._figures
        rows = [
            [number(figures.cells.get((topic, at), Tally())) for at in figures.territories]
            for topic in figures.topics
        ]
        sums = [number(figures.by_territory.get(at, Tally())) for at in figures.territories]
        self._add_table(name, heads, rows, sums, coloured)

    def _add_table(
        self,
        name: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[int]],
        sums: Sequence[int],
        coloured: int,
    ) -> None:
        sheet = self._add_sheet(name)
        sheet.set_column(1, len(heads) + 1, _CELL_WIDTH)
        sheet.set_row(_FIRST_ROW, _HEAD_HEIGHT)
        sheet.freeze_panes(_FIRST_ROW + 1, 1)
        for place, head in enumerate([self._words.topic, *heads, self._words.every]):
            sheet.write_string(_FIRST_ROW, place, fitting(head), self._head)
        topics = [topic or self._words.no_topic for topic in self._figures.topics]
        row = _FIRST_ROW
        for row, (topic, numbers) in enumerate(zip(topics, rows, strict=True), _FIRST_ROW + 1):
            sheet.write_string(row, 0, fitting(topic), self._name)
            self._write_numbers(sheet, row, numbers, self._cell)
        sheet.write_string(row + 1, 0, self._words.every, self._head)
        self._write_numbers(sheet, row + 1, sums, self._sum)
        if rows and coloured:
            scale = {"type": "2_color_scale", "min_color": _web(NOTHING), "max_color": _web(SHADES[3])}
            sheet.conditional_format(_FIRST_ROW + 1, 1, row, coloured, scale)

    def _write_numbers(self, sheet: Any, row: int, numbers: Sequence[int], shape: Any) -> None:
        for place, number in enumerate(numbers, 1):
            sheet.write_number(row, place, number, shape)
        sheet.write_number(row, len(numbers) + 1, sum(numbers), self._sum)

    def _add_unplaced(self) -> None:
        sheet = self._add_sheet(self._words.unplaced)
        sheet.set_column(1, 1, _ADDRESS_WIDTH)
        for place, head in enumerate((self._words.number, self._words.address)):
            sheet.write_string(_FIRST_ROW, place, head, self._head)
        for row, one in enumerate(self._figures.unplaced, _FIRST_ROW + 1):
            sheet.write_string(row, 0, one.number, self._name)
            sheet.write_string(row, 1, fitting(one.address), self._name)

    def _add_sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, _NAME_WIDTH)
        sheet.write_string(0, 0, fitting(f"{self._words.title}: {name}"), self._bold)
        sheet.write_string(1, 0, fitting(f"{self._words.town}, {self._words.days}"))
        return sheet


def _web(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)
