"""The living city behind the page: founded, moved through time, cut off, begun anew."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.municipality import MunicipalityFile
from sandbox.chat import Chat
from sandbox.city import City, found_city
from sandbox.life import Life, SilentBot, living
from sandbox.model import Json
from sandbox.page import hours, picture
from sandbox.page.deeds import Deeds
from sandbox.page.past import WEEK, live_through
from sandbox.page.seats import Seats

OUTAGE = 60.0
"""Seconds of the city's time for which Telegram is away."""
LONGEST_MOVE = 5 * WEEK


class CannotDo(Exception):
    """What the visitor asked for is not possible; the text is a word of the page's dictionary."""


class Show:
    """One city from its founding to the next reset. `epoch` tells the page that everything is new."""

    def __init__(self, file: MunicipalityFile, start: datetime, speed: float) -> None:
        self._file = file
        self._start = _aware(start, file.municipality.timezone)
        self._speed = speed
        self._stack = AsyncExitStack()
        self._moving = asyncio.Lock()
        self._down: datetime | None = None
        self._nearing: datetime | None = None
        self._life: Life | None = None
        self.epoch = 0
        self.is_ready = False
        self._found(self._start)

    async def open(self, *, past: bool = True) -> None:
        """Found the city, live through the week before, and let the clock run."""
        self._found(self._start - WEEK if past else self._start)
        folder = Path(
            self._stack.enter_context(TemporaryDirectory(prefix="priemnaya-", ignore_cleanup_errors=True))
        )
        self._life = await self._stack.enter_async_context(living(self.city, folder))
        self._seats.fill()
        self.epoch += 1
        if past:
            await live_through(self._life, self._seats.residents[1:], self._start)
        self.city.clock.speed = self._speed
        self.is_ready = True
        self.city.world.touch()

    async def close(self) -> None:
        """End the bot and forget its database."""
        self.is_ready = False
        stack, self._stack = self._stack, AsyncExitStack()
        self.city.clock.speed = 0
        await stack.aclose()

    async def reset(self) -> None:
        """A new city, as at the first moment."""
        async with self._moving:
            await self.close()
            self.city.world.touch()
            await self.open()

    @property
    def chats(self) -> dict[str, list[Chat]]:
        """The chats of each column, the present one last."""
        return self._seats.chats

    def state(self) -> Json:
        """All but the messages."""
        return {
            "epoch": self.epoch,
            "ready": self.is_ready,
            "city": self.city.municipality.name,
            "clock": hours.tell(self.city, self._nearing),
            "outage": self._down.isoformat() if self._down else None,
            **self._seats.tell(),
        }

    async def look_ahead(self) -> None:
        """Know when the next deadline is near: `state` tells it."""
        self._nearing = await self._life.find_next_nearing() if self._life and self.is_ready else None

    async def act(self, order: Json) -> Json:
        """One deed of the visitor's; raises `CannotDo` with words for the visitor."""
        own: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "outage": self._cut,
            "move": self._move,
            "reset": self._reset,
        }
        name = str(order.get("do"))
        deed = own.get(name) or self._deeds.by_name.get(name)
        if deed is None or not (self.is_ready or name == "reset"):
            raise CannotDo("not-now")
        try:
            return await deed(order)
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise CannotDo("not-possible") from error
        except SilentBot as error:
            raise CannotDo("silent") from error

    def _found(self, start: datetime) -> None:
        self.album, self._down = picture.Album(), None
        self.city: City = found_city(self._file.municipality, start)
        self._seats = Seats(self.city)
        self._deeds = Deeds(self._seats)

    async def _cut(self, _: Json) -> Json:
        if self._life is None or self._down is not None:
            raise CannotDo("not-now")
        life = self._life
        self._down = self.city.clock.now() + timedelta(seconds=OUTAGE)

        def mend() -> None:
            self._down = None
            life.reconnect()
            self.city.world.touch()

        life.cut()
        self.city.clock.call_later(OUTAGE, mend)
        self.city.world.touch()
        return {}

    async def _move(self, order: Json) -> Json:
        """Move the clock: `seconds`, or `to` a named moment. What becomes due on the way happens."""
        async with self._moving:
            await self.look_ahead()
            now, target = self.city.clock.now(), self._target(order)
            if self._life is None or target is None or target <= now:
                raise CannotDo("no-such-moment")
            self.city.clock.speed = 0
            try:
                await self._life.wait((target - now).total_seconds())
            finally:
                self.city.clock.speed = self._speed
                self.city.world.touch()
            return {"now": self.city.clock.now().isoformat()}

    def _target(self, order: Json) -> datetime | None:
        if "to" in order:
            return hours.find_moment(self.city, str(order["to"]), self._nearing)
        seconds = min(max(float(order["seconds"]), 1), LONGEST_MOVE.total_seconds())
        return self.city.clock.now() + timedelta(seconds=seconds)

    async def _reset(self, _: Json) -> Json:
        await self.reset()
        return {}


def _aware(moment: datetime, timezone: str) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(timezone)) if moment.tzinfo is None else moment
