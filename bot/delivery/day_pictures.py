"""The picture of a summary, or none: a summary never waits for it longer than people do, nor is lost for its sake."""

from collections.abc import Collection
from functools import partial
from typing import Protocol

from bot.alarms import Alarm, AlarmKind, sound
from bot.delivery.ports import Unready
from bot.picture_child import Undrawn
from domain.ids import OutboxId
from domain.municipality import Municipality
from domain.rhythm.figures import DayFigures
from locales.texts import Texts
from reports.daily.shape import DayPicture
from reports.daily.words import day_picture

_KEPT = 8
"""Pictures that wait for their rows; each is gone with its row in a moment."""


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
        self._ready: dict[OutboxId, tuple[DayPicture, bytes | None]] = {}

    async def find(
        self,
        row_id: OutboxId,
        town: Municipality,
        figures: DayFigures,
        texts: Texts,
        scope: Collection[str] | None,
    ) -> bytes | None:
        """None where it could not be drawn; the administrators hear of that. Raises `Unready` when the row asks first."""
        wanted = day_picture(town, figures, texts, scope)
        ready = self._ready.pop(row_id, None)
        if ready is None:
            raise Unready(partial(self._make, row_id, wanted))
        return ready[1] if ready[0] == wanted else await self._draw(wanted)

    async def _make(self, row_id: OutboxId, wanted: DayPicture) -> None:
        png = None
        try:
            png = await self._draw(wanted)
        finally:
            self._ready[row_id] = (wanted, png)
            for oldest in list(self._ready)[:-_KEPT]:
                del self._ready[oldest]

    async def _draw(self, wanted: DayPicture) -> bytes | None:
        try:
            return await self._painter.draw(wanted)
        except Undrawn as undrawn:
            await sound(self._alarm, AlarmKind.SUMMARY_NOT_DRAWN, error=str(undrawn))
            return None
