"""The coloured table of the map: topics down, territories across, sums at the ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reports.drawing.colours import FAINT, GROUND, INK, PAPER, RULE, SHADES, Colour
from reports.drawing.sheet import Sheet, fit, font
from reports.heat.counting import MapFigures, Tally
from reports.heat.scale import DARK_FROM, Scale
from reports.heat.words import MapWords

MARGIN: Final = 48
ROW: Final = 66
_TOPIC: Final = 430
_SUMS: Final = 140
_GAP: Final = 12
_HEAD_SIZE: Final = 23
_UPRIGHT: Final = 300
_WIDTHS: Final = ((6, 190), (10, 150), (14, 120))
_NARROW: Final = 88


def _cell_width(count: int) -> int:
    return next((width for most, width in _WIDTHS if count <= most), _NARROW)


@dataclass(frozen=True, slots=True)
class Table:
    """Where everything stands."""

    figures: MapFigures
    words: MapWords

    @property
    def scale(self) -> Scale:
        """Of what has a place."""
        cells = self.figures.cells.items()
        counts = [tally.count for (_, territory), tally in cells if territory and tally.count]
        return Scale(max(counts, default=0), min(counts, default=1))

    @property
    def width(self) -> int:
        """Of the whole sheet."""
        across = self._cell * len(self.figures.territories) + _TOPIC + _SUMS + 2 * _GAP
        return across + 2 * MARGIN

    @property
    def head(self) -> int:
        """Height of the names above."""
        return _UPRIGHT + 20 if self._is_upright else 110

    @property
    def height(self) -> int:
        """Of the table alone."""
        return self.head + ROW * (len(self.figures.topics) + 1) + _GAP

    @property
    def _cell(self) -> int:
        return _cell_width(len(self.figures.territories))

    @property
    def _is_upright(self) -> bool:
        return self._cell == _NARROW

    def draw(self, sheet: Sheet, top: float) -> None:
        """From this height on."""
        self._draw_head(sheet, top)
        row = top + self.head
        scale = self.scale
        for topic in self.figures.topics:
            self._draw_topic(sheet, row, topic, scale)
            row += ROW
        self._draw_sums(sheet, row + _GAP)

    def _left(self, place: int) -> float:
        aside = _GAP if self.figures.territories[place : place + 1] == ("",) else 0
        return MARGIN + _TOPIC + place * self._cell + aside

    @property
    def _sums_left(self) -> float:
        return MARGIN + _TOPIC + self._cell * len(self.figures.territories) + 2 * _GAP

    def _draw_head(self, sheet: Sheet, top: float) -> None:
        foot = top + self.head - 14
        letters = font(_HEAD_SIZE)
        for place, name in enumerate(self.figures.territories):
            middle = self._left(place) + self._cell / 2
            shown = name or self.words.no_territory
            if self._is_upright:
                sheet.upright((middle, foot), fit(shown, letters, _UPRIGHT, 2), _HEAD_SIZE)
            else:
                lines = fit(shown, letters, self._cell - 12, 3)
                sheet.block((middle, foot - 15 * len(lines)), lines, _HEAD_SIZE, anchor="mm")
        sheet.text((MARGIN, foot - 14), self.words.topic, _HEAD_SIZE, colour=FAINT)
        sheet.text(
            (self._sums_left + _SUMS / 2, foot - 14), self.words.every, _HEAD_SIZE, bold=True, anchor="mm"
        )

    def _draw_topic(self, sheet: Sheet, row: float, topic: str, scale: Scale) -> None:
        lines = fit(topic or self.words.no_topic, font(26), _TOPIC - 24, 2)
        sheet.block((MARGIN, row + ROW / 2), lines, 26 if len(lines) == 1 else 23)
        for place, territory in enumerate(self.figures.territories):
            tally = self.figures.cells.get((topic, territory), Tally())
            shade = scale.shade(tally.count) if territory else None
            self._draw_cell(sheet, (self._left(place), row), tally, shade, is_aside=not territory)
        self._draw_sum(sheet, (self._sums_left, row), _SUMS, self.figures.by_topic[topic])

    def _draw_cell(
        self, sheet: Sheet, at: tuple[float, float], tally: Tally, shade: int | None, *, is_aside: bool
    ) -> None:
        x, y = at
        colour = SHADES[shade] if shade is not None else GROUND if is_aside else PAPER
        sheet.box((x + 1, y + 1, x + self._cell - 2, y + ROW - 2), colour, RULE if shade is None else None)
        ink = PAPER if shade is not None and shade >= DARK_FROM else INK
        _draw_numbers(sheet, (x + self._cell / 2, y + ROW / 2), tally, ink)

    def _draw_sum(self, sheet: Sheet, at: tuple[float, float], width: float, tally: Tally) -> None:
        _draw_numbers(sheet, (at[0] + width / 2, at[1] + ROW / 2), tally, INK, bold=True)

    def _draw_sums(self, sheet: Sheet, row: float) -> None:
        sheet.line((MARGIN, row), (self._sums_left + _SUMS, row), FAINT)
        sheet.text((MARGIN, row + ROW / 2), self.words.every, 26, bold=True)
        sums: Mapping[str, Tally] = self.figures.by_territory
        for place, territory in enumerate(self.figures.territories):
            self._draw_sum(sheet, (self._left(place), row), self._cell, sums.get(territory, Tally()))
        self._draw_sum(sheet, (self._sums_left, row), _SUMS, self.figures.whole)


def _draw_numbers(
    sheet: Sheet, middle: tuple[float, float], tally: Tally, ink: Colour, *, bold: bool = False
) -> None:
    """How many; under it, where there are any, those that missed their term. Nothing where there is nothing."""
    x, y = middle
    if not tally.count:
        return
    sheet.text((x, y - (13 if tally.late else 0)), str(tally.count), 28, bold=bold, colour=ink, anchor="mm")
    if tally.late:
        sheet.pill((x, y + 17), str(tally.late), 18)
