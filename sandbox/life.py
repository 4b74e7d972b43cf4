"""The real bot at work in a city: started, stopped and started again, cut off from Telegram, and time that passes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.app import App, build_app
from bot.settings import Settings
from bot.start import find_settled, open_locked, put_in_force
from sandbox.city import City
from sandbox.errors import ApiError
from sandbox.faults import Fault, Kind
from sandbox.server import serve
from storage.database import StorageUnavailable

DATABASE = "priemnaya.sqlite3"
QUIET = 0.25
"""Seconds of the machine's time without any call after which a bot that has updates to take waits for the clock."""
PATIENCE = 60
"""Seconds of the city's time after which a bot that takes no updates is called silent."""
STILL = 0.03
"""Seconds without any call after which a bot that is cut off has done what it can."""
LONG = 45.0
"""Seconds. A longer wait is one leap: whoever slept wakes at its end."""
BEFORE = timedelta(minutes=5)
"""So long before a deadline a moved clock stops on its way: whoever has to act is reminded by then."""
APART = timedelta(minutes=10)
"""Stops before deadlines lie no closer: a full town has hundreds of them."""
REDRAW = 1.0
"""Seconds in which cards are redrawn: their edits wait a moment for more changes."""


class SilentBot(Exception):
    """The bot takes no updates."""


class OwnSettings(Settings):
    """Settings from the arguments alone: neither the environment nor `.env` reaches the show."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's name
        init_settings: PydanticBaseSettingsSource,
        *_: PydanticBaseSettingsSource,
        **__: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


class Life:
    """The bot in its city. Between `stop` and `start` there is none, as after a power cut."""

    def __init__(self, city: City, address: str, folder: Path) -> None:
        self.city = city
        self.address = address
        self._settings = OwnSettings.model_validate(
            {
                "bot_token": city.world.bot.token,
                "bot_api_url": address,
                "database_url": f"sqlite+aiosqlite:///{folder.resolve() / DATABASE}",
            }
        )
        self._running = AsyncExitStack()
        self._app: App | None = None
        self._cut: Fault | None = None

    async def start(self) -> None:
        """On the same database, as after a restart of the machine."""
        stack = await self._running.__aenter__()
        database = await stack.enter_async_context(open_locked(self._settings))
        municipality = await find_settled(database)
        if municipality is None:
            municipality = self.city.municipality
            await put_in_force(database, municipality, now=self.city.clock.now())
        self._app = await stack.enter_async_context(
            build_app(self._settings, database, municipality, self.city.clock)
        )
        self.city.clock.settle = self._calm

    async def stop(self) -> None:
        self._app = None
        running, self._running = self._running, AsyncExitStack()
        await running.aclose()

    def cut(self) -> None:
        """From now on every connection to Telegram breaks, the one that waits for updates too."""
        world = self.city.world
        self._cut = world.faults.add(Kind.CUT_BEFORE, count=None)
        world.bot.queue.interrupt(ApiError(502, "Bad Gateway"))

    def reconnect(self) -> None:
        """Telegram can be reached again; the bot finds it out by itself, within half a minute of the city's time."""
        if self._cut is not None:
            self.city.world.faults.remove(self._cut)
            self._cut = None

    async def settle(self) -> None:
        """Wait until all that can happen now has happened. Raises SilentBot."""
        await self._calm()
        for _ in range(PATIENCE):
            if self._cut is not None or not self.city.world.bot.queue.pending:
                return
            await self.city.clock.advance(1)
        raise SilentBot

    async def redraw(self) -> None:
        """Settle, with the cards as they will look."""
        await self.settle()
        await self.city.clock.advance(REDRAW)
        await self.settle()

    async def wait(self, seconds: float) -> None:
        """Let time pass in the city, and all that becomes due happen, what belongs to a moment of the day then."""
        await self.settle()
        end = self.city.clock.now() + timedelta(seconds=seconds)
        while True:
            stop = await self._next_stop(end)
            await self._pass((stop - self.city.clock.now()).total_seconds())
            if stop >= end:
                break
        await self.redraw()

    async def _next_stop(self, end: datetime) -> datetime:
        nearing = await self.find_next_nearing(APART)
        return min([end, *self.city.list_turns(end)[:1], *([nearing] if nearing else [])])

    async def find_next_nearing(self, apart: timedelta = BEFORE + timedelta(minutes=1)) -> datetime | None:
        """A few minutes before the next deadline that is not nearer than that; None where none runs."""
        if self._app is None:
            return None
        try:
            due = await self._app.find_next_due(self.city.clock.now() + apart)
        except StorageUnavailable:
            return None
        return due - BEFORE if due else None

    async def _pass(self, seconds: float) -> None:
        await (self._leap(seconds) if seconds > LONG else self.city.clock.advance(max(seconds, 0)))
        if self._app is not None:
            await self._app.catch_up()
        await self.settle()

    async def _leap(self, seconds: float) -> None:
        clock = self.city.clock
        clock.set_to(clock.now() + timedelta(seconds=seconds - REDRAW))
        await clock.advance(REDRAW)

    async def _calm(self) -> None:
        """What a moved clock waits for, too."""
        world = self.city.world
        if self._cut is not None:
            await self._stillness(STILL)
        elif world.bot.queue.pending:
            await self._stillness(QUIET, unless=lambda: not world.bot.queue.pending)
        if self._app is not None:
            await self._app.settle_down()

    async def _stillness(self, seconds: float, unless: Callable[[], bool] = lambda: False) -> None:
        """Wait until so long nothing has happened, or `unless` is so."""
        while not unless():
            try:
                async with asyncio.timeout(seconds):
                    await self.city.world.next_change()
            except TimeoutError:
                return


@asynccontextmanager
async def living(city: City, folder: Path) -> AsyncIterator[Life]:
    """The city's Telegram on this machine and the bot in it; both end with the block."""
    async with serve(city.world, 0) as address:
        life = Life(city, address, folder)
        await life.start()
        try:
            yield life
        finally:
            await life.stop()
