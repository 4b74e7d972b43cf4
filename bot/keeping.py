"""Copies of people's files on the town's own disk (`ATTACHMENTS=copy`), fetched beside the work and never in its way.

What is to be kept is written down in the transaction that brings the file; here it is downloaded, as long as it takes:
a stop, a kill or an hour without Telegram only makes it later.
"""

import asyncio
import logging
import re
from datetime import datetime, timedelta

from aiogram import Bot
from aiogram.types import File

from bot.alarms import Alarm, AlarmKind, sound
from bot.delivery.calls import Upload
from bot.delivery.failures import Failure, Kind, judge
from bot.downloading import TooBig, download
from bot.faults import fault_of
from domain.ids import ChatId
from services.ports import Clock
from storage import attachments, erasure
from storage.attachments import WantedCopy
from storage.copies import Copies
from storage.database import Database, StorageUnavailable

_log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=2), timedelta(hours=1)
PATIENCE = timedelta(days=1)
LEAST_ATTEMPTS = 12
"""So often it is tried, more than an hour long, also where the day went by while the bot stood still."""
_NO_CHAT = ChatId(0)
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})$")


class Keeper:
    """Fetches what is to be kept and removes what is to be erased; `fetches`: whether the town wants copies now."""

    def __init__(
        self, bot: Bot, database: Database, clock: Clock, copies: Copies, *, alarm: Alarm, fetches: bool
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._copies = copies
        self._alarm = alarm
        self._fetches = fetches
        self._round = asyncio.Lock()
        self._quiet_until: datetime | None = None

    async def start(self) -> None:
        """Make the disk and the database agree: a file without a row goes, a row without its file is fetched again."""
        names = await attachments.list_names(self._database.reader)
        try:
            there = await asyncio.to_thread(self._copies.sweep, names)
        except OSError as error:
            _log.error("the folder of copies cannot be looked through: %s", fault_of(error))
            return
        missing = [copy_id for name, copy_id in names.items() if copy_id is not None and name not in there]
        async with self._database.transaction() as transaction:
            for copy_id in missing:
                attachments.want_again(transaction, copy_id, self._clock.now())
            await transaction.commit()

    async def round(self) -> None:
        """Do what is due now; what cannot be done waits for one of the next rounds."""
        async with self._round:
            try:
                await self._erase()
                await self._sweep()
                if self._fetches:
                    await self._fetch_due()
            except StorageUnavailable as error:
                _log.warning("the database is not available: %s", error)

    async def find_copy(self, file_id: str) -> Upload | None:
        """What was kept of the file, where it is on the disk still: for when Telegram has forgotten it."""
        kept = await attachments.find_kept(self._database.reader, file_id)
        if kept is None:
            return None
        path = self._copies.path(kept[0])
        return Upload(path, kept[1]) if await asyncio.to_thread(path.is_file) else None

    async def _sweep(self) -> None:
        """After people's data were erased; what is erased meanwhile waits for the next round."""
        last = await erasure.find_unswept(self._database.reader)
        if last is not None and await erasure.sweep(self._database):
            async with self._database.transaction() as transaction:
                erasure.note_swept(transaction, last, self._clock.now())
                await transaction.commit()

    async def _erase(self) -> None:
        for copy_id, name in await attachments.list_to_erase(self._database.reader):
            try:
                await asyncio.to_thread(self._copies.remove, name)
            except OSError as error:
                _log.error("copy %d cannot be removed: %s", copy_id, fault_of(error))
                continue
            async with self._database.transaction() as transaction:
                attachments.forget(transaction, copy_id)
                await transaction.commit()

    async def _fetch_due(self) -> None:
        while not self._is_quiet():
            due = await attachments.list_due(self._database.reader, self._clock.now())
            for copy in due:
                if not self._is_quiet():
                    await self._fetch(copy)
            if not due:
                return

    def _is_quiet(self) -> bool:
        return self._quiet_until is not None and self._clock.now() < self._quiet_until

    async def _fetch(self, copy: WantedCopy) -> None:
        try:
            file, content = await download(self._bot, copy.file_id)
            await asyncio.to_thread(self._copies.write, copy.name, content)
        except TooBig:
            await self._leave_too_big(copy)
        except Exception as error:  # noqa: BLE001 — whatever it is, the file waits and nobody else does
            await self._failed(copy, judge(error, _NO_CHAT))
        else:
            await self._keep(copy, file, len(content))

    async def _keep(self, copy: WantedCopy, file: File, size: int) -> None:
        ending = _ENDING.search(file.file_path or "")
        async with self._database.transaction() as transaction:
            attachments.note_kept(
                transaction,
                copy.id,
                unique_id=file.file_unique_id,
                size=size,
                ending=ending[1].lower() if ending else "",
                now=self._clock.now(),
            )
            await transaction.commit()

    async def _leave_too_big(self, copy: WantedCopy) -> None:
        async with self._database.transaction() as transaction:
            attachments.note_too_big(transaction, copy.id)
            await transaction.commit()

    async def _failed(self, copy: WantedCopy, failure: Failure) -> None:
        now = self._clock.now()
        if failure.kind is Kind.FILE_TOO_BIG:
            await self._leave_too_big(copy)
        elif failure.kind is Kind.RETRY_AFTER:
            self._quiet_until = now + timedelta(seconds=failure.retry_after)
        else:
            await self._put_off(copy, failure, now)

    async def _put_off(self, copy: WantedCopy, failure: Failure, now: datetime) -> None:
        attempts = copy.attempts + 1
        gives_up = attempts >= LEAST_ATTEMPTS and now - copy.wanted_at >= PATIENCE
        _log.info("copy %d, attempt %d: %s", copy.id, attempts, failure.kind.value)
        if gives_up:
            await sound(self._alarm, AlarmKind.FILES_NOT_KEPT)
        async with self._database.transaction() as transaction:
            later = None if gives_up else now + pause_after(attempts)
            attachments.note_failure(transaction, copy.id, failure.kind.value, not_before=later)
            await transaction.commit()


def pause_after(attempts: int) -> timedelta:
    """How long a file waits after so many vain attempts: twice as long each time, up to an hour."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)
