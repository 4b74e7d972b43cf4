"""Where files from administrators are looked at and put in force, one after another, beside all that people press."""

import asyncio
import logging
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from aiogram import Bot

from bot.changes import differences
from bot.child import run_child
from bot.downloading import TooBig, download
from bot.faults import fault_of
from bot.handing.wire import read_back
from bot.municipality import MunicipalityFileError, parse_municipality
from bot.settings import Settings
from bot.setup_texts import russian, say
from domain.municipality import Municipality
from domain.setup.changes import leaves_nobody_in_charge
from domain.setup.handed import LARGEST, LISTED, MOST_ATTEMPTS, HandedFile, HandedKind, HandedState, Look
from services.ports import Clock
from services.setup import handing
from storage.database import Connection, StorageUnavailable
from storage.handed_files import find_next_handed
from storage.queries import Queries
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)

_PAUSE: Final = timedelta(seconds=5)
"""After a file that could not be fetched or looked at."""
_UNFIT: Final = re.compile(r"[^\w.() №-]+")
_LONGEST_NAME: Final = 80


class LooksAtRegister(Protocol):
    """Looks at a register that lies in the folder under this name."""

    async def __call__(self, folder: Path, name: str, now: datetime) -> Look: ...


class RegisterChild:
    """In a process of its own: reading a book takes memory that the bot would never give back."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def __call__(self, folder: Path, name: str, now: datetime) -> Look:
        """Raises OSError, TimeoutError, ValueError where the process told nothing."""
        ended = await run_child(self._settings, "bot.handing.looking", str(folder), name, now.isoformat())
        if ended.code:
            raise ValueError(ended.code)
        return read_back(ended.told)


class Desk:
    """`beside`: the folder from which a municipality file's own regulation is reached."""

    def __init__(
        self,
        bot: Bot,
        units: Units,
        reader: Connection,
        clock: Clock,
        *,
        look_at_register: LooksAtRegister,
        beside: Path,
    ) -> None:
        self._bot = bot
        self._units = units
        self._reader = reader
        self._queries = Queries(reader)
        self._clock = clock
        self._look_at_register = look_at_register
        self._beside = beside
        self._round = asyncio.Lock()
        self._quiet_until: datetime | None = None

    async def round(self) -> None:
        """Do what waits; what cannot be done now waits for the next round."""
        async with self._round:
            try:
                while not self._is_quiet() and (file := await find_next_handed(self._reader)) is not None:
                    await self._see_to(file)
            except StorageUnavailable as error:
                _log.warning("the database is not available: %s", error)

    async def _see_to(self, file: HandedFile) -> None:
        if file.attempts >= MOST_ATTEMPTS:
            await self._give_up(file)
            return
        async with self._units.open(now=self._clock.now()) as uow:
            await handing.begin(uow, file)
        file = replace(file, attempts=file.attempts + 1)
        work = self._look if file.state is HandedState.WAITING else self._put_in_force
        try:
            await work(file)
        except StorageUnavailable:
            raise
        except TooBig:
            await self._give_up(file)
        except Exception as error:  # noqa: BLE001 — whatever it is, it is this file's trouble, and told in its message
            _log.warning("file %d, attempt %d: %s", file.id, file.attempts, fault_of(error))
            self._quiet_until = self._clock.now() + _PAUSE

    def _is_quiet(self) -> bool:
        return self._quiet_until is not None and self._clock.now() < self._quiet_until

    async def _give_up(self, file: HandedFile) -> None:
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await handing.give_up(uow, file, now=now)

    async def _look(self, file: HandedFile) -> None:
        _, content = await download(self._bot, file.file_id, LARGEST)
        if file.kind is HandedKind.APPLY:
            look, _ = await self._look_at_settings(file, content)
        else:
            look = await self._look_at_rows(file, content)
        await self._note(file, look)

    async def _note(self, file: HandedFile, look: Look) -> None:
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await handing.note_look(uow, file, look, now=now)

    async def _look_at_rows(self, file: HandedFile, content: bytes) -> Look:
        with tempfile.TemporaryDirectory() as folder:
            name = fit_name(file.name)
            await asyncio.to_thread((Path(folder) / name).write_bytes, content)
            return await self._look_at_register(Path(folder), name, self._clock.now())

    async def _look_at_settings(self, file: HandedFile, content: bytes) -> tuple[Look, Municipality | None]:
        name = fit_name(file.name)
        try:
            read = await asyncio.to_thread(parse_municipality, content, name, self._beside)
        except MunicipalityFileError as mistakes:
            return _listed(HandedState.FAULTY, list(map(str, mistakes.problems))), None
        changes = differences(self._units.municipality, read.municipality)
        held = await self._queries.list_departments_with_work()
        homeless = [code for code in held if read.municipality.find_department(code) is None]
        if homeless:
            line = say("setup-apply-homeless", file=name, departments=", ".join(homeless))
            return _listed(HandedState.FAULTY, [line]), None
        if leaves_nobody_in_charge(self._units.municipality, read.municipality):
            return _listed(HandedState.FAULTY, [say("setup-apply-no-administrator", file=name)]), None
        if not changes:
            return _listed(HandedState.NOTHING, []), None
        look = _listed(HandedState.SOUND, [*map(str, read.warnings), *map(str, changes)])
        return replace(look, content=content), read.municipality

    async def _put_in_force(self, file: HandedFile) -> None:
        if file.kind is HandedKind.APPLY:
            await self._apply(file)
        else:
            await self._bring_in(file)

    async def _apply(self, file: HandedFile) -> None:
        look, municipality = await self._look_at_settings(file, file.content)
        if municipality is None or "\n".join(look.lines) != file.lines:
            again = look if municipality is None else replace(look, state=HandedState.AGAIN)
            await self._note(file, again)
            return
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await handing.apply(uow, file, municipality, now=now)

    async def _bring_in(self, file: HandedFile) -> None:
        # What reads registers is needed once a month, and would lie in memory all the time.
        from bot.handing.looking import read_rows, told

        now, texts, name = self._clock.now(), russian(), fit_name(file.name)
        async with self._units.open(now=now) as uow:
            rows = read_rows(file.content, uow.municipality, texts, name)
            done = await handing.bring_in(uow, file, rows, now=now)
        if done.mistakes:
            await self._note(file, told(done, name, [], texts))


def fit_name(name: str) -> str:
    """As the sender calls it, fit for a folder; the ending, which tells what it is, stays."""
    stem, dot, ending = _UNFIT.sub("_", name).rpartition(".")
    return f"{(stem or 'file')[:_LONGEST_NAME]}{dot}{ending[:8]}"


def _listed(state: HandedState, lines: Sequence[str]) -> Look:
    return Look(state, tuple(lines[:LISTED]), len(lines))
