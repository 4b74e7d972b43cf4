"""The day's picture, to be read on a phone and hung on a wall: PNG (R11, R32)."""

from typing import BinaryIO, Final

from reports.daily.panels import Arrivals, Topics
from reports.daily.shape import DayPicture, Tile
from reports.daily.table import DepartmentTable
from reports.drawing.colours import ALARM, FAINT, GROUND, INK
from reports.drawing.sheet import Sheet, fit, font, size_for

WIDTH: Final = 1200
"""Three times a phone's: letters of 30 pixels are read there as letters of ten."""
MARGIN: Final = 48
_GAP: Final = 24
_HEAD: Final = 182
_TILE: Final = 216
_PANEL: Final = 440
_TITLE: Final = 46
_FIGURE: Final = 108


def draw_day(file: BinaryIO, picture: DayPicture) -> None:
    """Write the PNG."""
    table = DepartmentTable(picture, MARGIN, WIDTH - MARGIN)
    height = _HEAD + _TILE + table.height + _PANEL + 3 * MARGIN
    sheet = Sheet(WIDTH, height)
    _draw_head(sheet, picture)
    _draw_tiles(sheet, picture.tiles, _HEAD)
    top = _HEAD + _TILE + MARGIN
    table.draw(sheet, top)
    top += table.height
    half = (WIDTH - 2 * MARGIN) * 0.54
    Arrivals(picture, MARGIN, MARGIN + half).draw(sheet, top)
    Topics(picture, MARGIN + half + 2 * _GAP, WIDTH - MARGIN).draw(sheet, top)
    sheet.save(file, top + _PANEL)


def _draw_head(sheet: Sheet, picture: DayPicture) -> None:
    room = WIDTH - 2 * MARGIN
    size = size_for(picture.day, room, _TITLE, bold=True)
    sheet.text((MARGIN, 66), picture.day, size, bold=True)
    size = 34 if font(34).getlength(picture.town) <= room else 27
    lines = fit(picture.town, font(size), room, 2)
    sheet.block((MARGIN, 128), lines, size, colour=FAINT)


def _draw_tiles(sheet: Sheet, tiles: tuple[Tile, ...], top: float) -> None:
    """What somebody has to do about is framed and says so in its name, too."""
    width = (WIDTH - 2 * MARGIN - _GAP * (len(tiles) - 1)) / len(tiles)
    for place, tile in enumerate(tiles):
        left = MARGIN + place * (width + _GAP)
        box = (left, top, left + width, top + _TILE)
        colour = ALARM if tile.is_alarm else INK
        sheet.card(box, GROUND, edge=ALARM if tile.is_alarm else None)
        room, middle = width - 2 * _GAP, left + width / 2
        figure = str(tile.count)
        size = size_for(figure, room, _FIGURE, bold=True)
        sheet.text((middle, top + 84), figure, size, bold=True, colour=colour, anchor="mm")
        sheet.block((middle, top + 172), fit(tile.name, font(31), room, 1), 31, anchor="mm")
