"""Below the table: each topic week by week, every strip in the measure of its own largest week."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from reports.drawing.colours import FAINT, SHADES, Colour
from reports.drawing.sheet import Sheet, fit, font
from reports.heat.counting import MapFigures, Tally
from reports.heat.table import MARGIN
from reports.heat.words import MapWords

_ACROSS: Final = 3
_GAP: Final = 60
_BARS: Final = 64
_STRIP: Final = 170
_WIDEST: Final = 46
_WHOLE: Final[Colour] = SHADES[3]
_PART: Final[Colour] = SHADES[1]


@dataclass(frozen=True, slots=True)
class Strips:
    """All topics, in the table's order."""

    figures: MapFigures
    words: MapWords

    @property
    def height(self) -> int:
        """With their headline."""
        return 110 + _STRIP * -(-len(self.figures.topics) // _ACROSS)

    def draw(self, sheet: Sheet, top: float) -> None:
        """From this height on."""
        sheet.text((MARGIN, top + 24), self.words.weeks, 32, bold=True)
        sheet.text((MARGIN, top + 66), self.words.weeks_note, 22, colour=FAINT)
        width = (sheet.width - 2 * MARGIN - (_ACROSS - 1) * _GAP) / _ACROSS
        for place, topic in enumerate(self.figures.topics):
            left = MARGIN + (place % _ACROSS) * (width + _GAP)
            self._draw_strip(sheet, (left, top + 110 + _STRIP * (place // _ACROSS)), width, topic)

    def _draw_strip(self, sheet: Sheet, at: tuple[float, float], width: float, topic: str) -> None:
        left, top = at
        tally = self.figures.by_topic[topic]
        sum_words = f"{self.words.in_all} {tally.count}"
        room = width - font(22).getlength(sum_words) - 16
        (name,) = fit(topic or self.words.no_topic, font(23, bold=True), room, 1)
        sheet.text((left, top + 14), name, 23, bold=True)
        sheet.text((left + width, top + 14), sum_words, 22, colour=FAINT, anchor="rm")
        foot = top + 52 + _BARS
        self._draw_bars(sheet, (left, foot), width, tally)
        sheet.line((left, foot), (left + width, foot))
        weeks = self.figures.weeks
        sheet.text((left, foot + 18), _day(weeks[0]), 18, colour=FAINT)
        if len(weeks) > 1:
            sheet.text((left + width, foot + 18), _day(weeks[-1]), 18, colour=FAINT, anchor="rm")

    def _draw_bars(self, sheet: Sheet, foot: tuple[float, float], width: float, tally: Tally) -> None:
        """The number stands on the largest week alone, the first of such."""
        left, bottom = foot
        weeks = self.figures.weeks
        step = width / len(weeks)
        bar = min(step * 0.8, _WIDEST)
        largest = max(tally.weeks.values())
        peak = next(week for week in weeks if tally.weeks[week] == largest)
        for place, week in enumerate(weeks):
            count = tally.weeks[week]
            if not count:
                continue
            middle, top = left + step * (place + 0.5), bottom - _BARS * count / largest
            colour = _WHOLE if self.figures.is_whole_week(week) else _PART
            sheet.box((middle - bar / 2, top, middle + bar / 2, bottom), colour)
            if week == peak:
                sheet.text((middle, top - 13), str(count), 18, anchor="mm")


def _day(day: date) -> str:
    return f"{day:%d.%m}"
