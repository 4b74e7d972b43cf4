"""Makes ordered papers, one after another, beside all that people press; whatever ends it, the next start goes on."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from bot.alarms import Alarm, AlarmKind, sound
from bot.faults import fault_of
from bot.lanes import Spawn
from bot.paper_child import Unmade
from domain.papers.kinds import Paper, PaperOrder
from locales.texts import Texts
from services.papers import making
from services.ports import Clock
from storage import paper_orders
from storage.database import Connection, StorageUnavailable
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)

SLOW: Final = 2.0
"""Seconds after which it is told that a paper is being made."""
MOST: Final = 50 * 1024 * 1024
"""Bytes that Telegram takes from a bot in one file."""


class Maker(Protocol):
    """Makes the file of an order."""

    async def make(self, order: PaperOrder, out: Path, now: datetime) -> None:
        """Raises `bot.paper_child.Unmade`."""
        ...


class PaperMill:
    """`folder`: where files lie until they are sent, beside the database, for the bot's own user alone."""

    def __init__(
        self,
        units: Units,
        reader: Connection,
        clock: Clock,
        folder: Path,
        maker: Maker,
        *,
        texts: Callable[[], Texts],
        alarm: Alarm,
        spawn: Spawn,
    ) -> None:
        self._units = units
        self._reader = reader
        self._clock = clock
        self._folder = folder
        self._maker = maker
        self._texts = texts
        self._alarm = alarm
        self._spawn = spawn
        self._round = asyncio.Lock()

    async def round(self) -> None:
        """Make what is ordered; then take away what was sent."""
        async with self._round:
            try:
                while (waiting := await paper_orders.find_waiting(self._reader)) is not None:
                    await self._see_to(*waiting)
                await self._sweep()
            except StorageUnavailable as error:
                _log.warning("the database is not available: %s", error)
            except OSError as error:
                _log.error("the folder of papers cannot be used: %s", fault_of(error))

    async def _see_to(self, order: PaperOrder, is_hopeless: bool) -> None:  # noqa: FBT001 — as it is found
        if is_hopeless:
            await self._give_up(order, "", "ended the program")
            return
        async with self._units.open(now=self._clock.now()) as uow:
            await making.begin(uow, order)
        try:
            file = await self._make(order)
        except Unmade as unmade:
            await self._give_up(order, unmade.why, f"exit code {unmade.code}")
        except TimeoutError:
            await self._give_up(order, "", "took too long")
        except (OSError, ValueError) as error:
            await self._give_up(order, "", fault_of(error))
        else:
            now = self._clock.now()
            async with self._units.open(now=now) as uow:
                await making.note_made(uow, order, file, now=now)

    async def _make(self, order: PaperOrder) -> str:
        """The name of the file: a new one for each try, so that a process of a run before writes into none of ours."""
        await asyncio.to_thread(self._folder.mkdir, mode=0o700, parents=True, exist_ok=True)
        path = self._folder / f"{order.id}-{secrets.token_hex(8)}{_ending(order.paper)}"
        is_done = asyncio.Event()
        _ = self._spawn(self._tell_if_slow(order, is_done), "paper's progress")
        try:
            await self._maker.make(order, path, self._clock.now())
        finally:
            is_done.set()
        if await asyncio.to_thread(_size, path) > MOST:
            raise Unmade(self._texts().plain("paper-too-big"), 0)
        return path.name

    async def _tell_if_slow(self, order: PaperOrder, is_done: asyncio.Event) -> None:
        with suppress(StorageUnavailable):
            with suppress(TimeoutError):
                async with asyncio.timeout(SLOW):
                    _ = await is_done.wait()
                return
            now = self._clock.now()
            async with self._units.open(now=now) as uow:
                await making.note_slow(uow, order, now=now)

    async def _give_up(self, order: PaperOrder, why: str, error: str) -> None:
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await making.note_failed(uow, order, why, now=now)
        if not why:
            await sound(self._alarm, AlarmKind.PAPER_NOT_MADE, what=order.paper.value, error=error)

    async def _sweep(self) -> None:
        """Files that nobody waits for: sent, given up, or left by a process of a run before."""
        names = await asyncio.to_thread(_list_names, self._folder)
        if names:
            wanted = await paper_orders.list_wanted_files(self._reader)
            for name in names - wanted:
                await asyncio.to_thread((self._folder / name).unlink, missing_ok=True)


def _ending(paper: Paper) -> str:
    return {Paper.REGISTER: ".xlsx", Paper.CENTRE: ".csv", Paper.MAP: ".png"}.get(paper, ".docx")


def _size(path: Path) -> int:
    return path.stat().st_size


def _list_names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()
