"""The departments of the day: figures in columns, and a bar for what is in hand."""

from dataclasses import dataclass
from typing import Final

from reports.daily.shape import DayPicture, DepartmentRow
from reports.drawing.colours import ALARM, FAINT, GROUND, RULE, SHADES
from reports.drawing.sheet import Sheet, fit, font, size_for

ROW: Final = 76
_HEAD: Final = 52
_REST: Final = 52
_FOOT: Final = 48
_FIGURES: Final = 180
"""Width of a column of figures."""
_SMALL: Final = 30
_BAR: Final = 10


@dataclass(frozen=True, slots=True)
class DepartmentTable:
    """Between two edges; nothing at all where no department has anything."""

    picture: DayPicture
    left: float
    right: float

    @property
    def height(self) -> int:
        """With the room below."""
        rows = len(self.picture.departments)
        return _HEAD + ROW * rows + (_REST if self.picture.departments_rest else 0) + _FOOT if rows else 0

    def draw(self, sheet: Sheet, top: float) -> None:
        """From this height on."""
        rows = self.picture.departments
        if not rows:
            return
        self._draw_heads(sheet, top)
        row = top + _HEAD
        for one in rows:
            self._draw_row(sheet, row, one, most=max(each.in_hand for each in rows))
            row += ROW
        if self.picture.departments_rest:
            sheet.text((self.left, row + _REST / 2), self.picture.departments_rest, _SMALL, colour=FAINT)

    def _draw_heads(self, sheet: Sheet, top: float) -> None:
        name, *figures = self.picture.heads
        room = self._room
        sheet.text((self.left, top + 18), name, size_for(name, room, _SMALL), colour=FAINT)
        for place, head in enumerate(figures):
            size = size_for(head, _FIGURES - 12, _SMALL)
            sheet.text((self._middle(place), top + 18), head, size, colour=FAINT, anchor="mm")
        sheet.line((self.left, top + _HEAD - 8), (self.right, top + _HEAD - 8), RULE)

    def _draw_row(self, sheet: Sheet, row: float, one: DepartmentRow, *, most: int) -> None:
        room = self._room
        lines, size = fit(one.name, font(34), room, 1), 34
        if lines != [one.name]:
            lines, size = fit(one.name, font(25), room, 2), 25
        middle = row + (32 if len(lines) == 1 else 28)
        sheet.block((self.left, middle), lines, size)
        self._draw_bar(sheet, row + 66, one, room=room, most=most)
        if one.overdue:
            sheet.pill((self._middle(0), row + ROW / 2), str(one.overdue), 32)
        else:
            sheet.text((self._middle(0), row + ROW / 2), "0", 34, colour=FAINT, anchor="mm")
        for place, count in enumerate((one.in_hand, one.given, one.answered), 1):
            sheet.text((self._middle(place), row + ROW / 2), str(count), 34, anchor="mm")

    def _draw_bar(self, sheet: Sheet, middle: float, one: DepartmentRow, *, room: float, most: int) -> None:
        """In the measure of whoever has most in hand; the dark end is what is overdue of it."""
        reach = room * one.in_hand / most if most else 0
        late = reach * min(one.overdue / one.in_hand, 1) if one.in_hand else 0
        sheet.box((self.left, middle - _BAR / 2, self.left + room, middle + _BAR / 2), GROUND)
        if reach:
            sheet.box((self.left, middle - _BAR / 2, self.left + reach, middle + _BAR / 2), SHADES[2])
        if late:
            sheet.box((self.left, middle - _BAR / 2, self.left + late, middle + _BAR / 2), ALARM)

    @property
    def _room(self) -> float:
        return self.right - self.left - 4 * _FIGURES - 20

    def _middle(self, place: int) -> float:
        return self.right - _FIGURES * (4 - place) + _FIGURES / 2
