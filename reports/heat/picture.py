"""The map as a picture to hang on a wall: PNG (R58)."""

from typing import BinaryIO, Final

from reports.drawing.colours import FAINT
from reports.drawing.sheet import Sheet, fit, font
from reports.heat.counting import MapFigures
from reports.heat.scale import Scale
from reports.heat.strips import Strips
from reports.heat.table import MARGIN, Table
from reports.heat.words import MapWords

_NARROWEST: Final = 1560
_HEAD: Final = 190
_LINE: Final = 38
_LEGEND: Final = 96


def draw_map(file: BinaryIO, figures: MapFigures, words: MapWords) -> None:
    """Write the PNG."""
    table, strips = Table(figures, words), Strips(figures, words)
    width = max(table.width, _NARROWEST)
    room = width - 2 * MARGIN
    lines = [line for sentence in words.summary for line in fit(sentence, font(27), room, 3)]
    height = _HEAD + _LINE * len(lines) + table.height + _LEGEND + strips.height + 3 * MARGIN
    sheet = Sheet(width, height)
    top = _draw_head(sheet, words, lines, room)
    if not figures.whole.count:
        sheet.text((MARGIN, top + 20), words.empty, 30)
        sheet.save(file, top + 100)
        return
    table.draw(sheet, top)
    top += table.height + 76
    _draw_legend(sheet, table.scale, words, top)
    top += _LEGEND
    strips.draw(sheet, top)
    sheet.save(file, top + strips.height + MARGIN / 2)


def _draw_head(sheet: Sheet, words: MapWords, lines: list[str], room: float) -> float:
    (title,) = fit(words.title, font(46, bold=True), room, 1)
    (town,) = fit(f"{words.town} · {words.days}", font(30), room, 1)
    sheet.text((MARGIN, 70), title, 46, bold=True)
    sheet.text((MARGIN, 126), town, 30, colour=FAINT)
    for place, line in enumerate(lines):
        sheet.text((MARGIN, _HEAD + _LINE * place), line, 27)
    return _HEAD + _LINE * len(lines) + 10


def _draw_legend(sheet: Sheet, scale: Scale, words: MapWords, top: float) -> None:
    middle = top + 20
    x = MARGIN + font(22).getlength(words.legend) + 16
    sheet.text((MARGIN, middle), words.legend, 22, colour=FAINT)
    for first, last, colour in scale.classes():
        sheet.box((x, middle - 14, x + 44, middle + 14), colour)
        told = str(first) if first == last else f"{first}–{last}"
        sheet.text((x + 54, middle), told, 22)
        x += 54 + font(22).getlength(told) + 30
    sheet.pill((x + 26, middle), "3", 18)
    sheet.text((x + 54, middle), words.late_mark, 22, colour=FAINT)
