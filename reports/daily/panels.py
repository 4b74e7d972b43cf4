"""Below the departments: what came day by day, and what it was about."""

from dataclasses import dataclass
from typing import Final

from reports.daily.shape import Column, DayPicture
from reports.drawing.colours import FAINT, GROUND, PAPER, SHADES
from reports.drawing.sheet import Sheet, fit, font, size_for

_TITLE: Final = 32
_BARS: Final = 190
_FOOT: Final = 320
_LINE: Final = 62


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A column for each working day, with its number; a day that is not over is an empty frame."""

    picture: DayPicture
    left: float
    right: float

    def draw(self, sheet: Sheet, top: float) -> None:
        """From this height on."""
        _draw_title(sheet, self.picture.arrivals_title, (self.left, top), self.right - self.left)
        days = self.picture.arrivals
        largest = max(day.count for day in days)
        step = (self.right - self.left) / len(days)
        for place, day in enumerate(days):
            middle = self.left + step * (place + 0.5)
            self._draw_column(sheet, (middle, top + _FOOT), min(step * 0.66, 90), day, largest)
        sheet.line((self.left, top + _FOOT), (self.right, top + _FOOT))

    def _draw_column(
        self, sheet: Sheet, foot: tuple[float, float], width: float, day: Column, largest: int
    ) -> None:
        x, bottom = foot
        top = bottom - (_BARS * day.count / largest if largest else 0)
        if day.count:
            colour = SHADES[3] if day.is_whole else PAPER
            sheet.box((x - width / 2, top, x + width / 2, bottom), colour, SHADES[3])
        is_last = day is self.picture.arrivals[-1]
        number = str(day.count)
        size = size_for(number, width * 1.4, 30, bold=True)
        sheet.text((x, top - 22), number, size, bold=is_last, anchor="mm")
        sheet.text((x, bottom + 26), day.weekday, 28, bold=is_last, anchor="mm")
        sheet.text((x, bottom + 60), day.day, 27, colour=FAINT, anchor="mm")


@dataclass(frozen=True, slots=True)
class Topics:
    """The commonest of the day, each over a bar of its share."""

    picture: DayPicture
    left: float
    right: float

    def draw(self, sheet: Sheet, top: float) -> None:
        """From this height on."""
        _draw_title(sheet, self.picture.topics_title, (self.left, top), self.right - self.left)
        row = top + 62
        largest = max((topic.count for topic in self.picture.topics), default=0)
        for topic in self.picture.topics:
            self._draw_topic(sheet, row, topic.name, topic.count, largest)
            row += _LINE
        last = self.picture.topics_rest if self.picture.topics else self.picture.no_topics
        for line in fit(last, font(28), self.right - self.left, 2):
            sheet.text((self.left, row + 18), line, 28, colour=FAINT)
            row += 38

    def _draw_topic(self, sheet: Sheet, row: float, name: str, count: int, largest: int) -> None:
        number = str(count)
        room = self.right - self.left - font(30, bold=True).getlength(number) - 20
        for line in fit(name, font(30), room, 1):
            sheet.text((self.left, row + 18), line, 30)
        sheet.text((self.right, row + 18), number, 30, bold=True, anchor="rm")
        sheet.box((self.left, row + 42, self.right, row + 50), GROUND)
        sheet.box(
            (self.left, row + 42, self.left + (self.right - self.left) * count / largest, row + 50), SHADES[2]
        )


def _draw_title(sheet: Sheet, title: str, at: tuple[float, float], room: float) -> None:
    for line in fit(title, font(_TITLE, bold=True), room, 1):
        sheet.text((at[0], at[1] + 20), line, _TITLE, bold=True)
