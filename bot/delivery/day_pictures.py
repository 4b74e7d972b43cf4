"""The picture of a summary, or none: a summary never waits for it longer than people do, nor is lost for its sake."""

from collections.abc import Collection
from typing import Protocol

from bot.alarms import Alarm, AlarmKind, sound
from bot.picture_child import Undrawn
from domain.municipality import Municipality
from domain.rhythm.figures import DayFigures
from locales.texts import Texts
from reports.daily.shape import DayPicture
from reports.daily.words import day_picture


class Painter(Protocol):
    """Draws."""

    async def draw(self, picture: DayPicture) -> bytes:
        """A PNG. Raises `bot.picture_child.Undrawn`."""
        ...


class DayPictures:
    """Of the figures that the summary tells in words, so that both are one reading."""

    def __init__(self, painter: Painter, alarm: Alarm) -> None:
        self._painter = painter
        self._alarm = alarm

    async def find(
        self, town: Municipality, figures: DayFigures, texts: Texts, scope: Collection[str] | None
    ) -> bytes | None:
        """None where it could not be drawn; the administrators hear of that."""
        try:
            return await self._painter.draw(day_picture(town, figures, texts, scope))
        except Undrawn as undrawn:
            await sound(self._alarm, AlarmKind.SUMMARY_NOT_DRAWN, error=str(undrawn))
            return None
