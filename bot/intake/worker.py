"""From the inbox to the handlers: in order within a chat, side by side for all chats, each update exactly once.

An update that cannot be handled is tried three times within a second, then set aside where the administrators see it; it is
never dropped in silence, and it never holds up its neighbours for long.
"""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from aiogram import Bot
from aiogram.types import Update
from aiogram.types.update import UpdateTypeLookupError

from bot.alarms import Alarm, AlarmKind, sound
from bot.faults import fault_of
from bot.lanes import Lanes, Spawn
from services.ports import Clock
from storage import inbox
from storage.database import Database, StorageUnavailable
from storage.inbox import RawUpdate

_log = logging.getLogger(__name__)

PAUSES = (0.2, 0.6)
"""Seconds before the second and the third attempt."""
LONGEST = 30.0
"""Seconds of the machine's time after which a handler counts as hung."""
SIDE_BY_SIDE = 32
CROWD = 2 * SIDE_BY_SIDE
"""Chats in line that are a crowd; one person who writes a lot is none."""
KNOWN = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})
"""What the poller asks for, and what the handlers know."""
STORAGE_PAUSE = 1.0

Handle = Callable[[Update, int], Awaitable[bool]]
"""Update and its id. True: the handler's own transaction has marked it done; False: there is nothing to store."""
OnSetAside = Callable[[RawUpdate, Update | None], Awaitable[None]]
"""Tells the person; the update where it could be read at all."""


class Stage(Protocol):
    """What happens to an update next; it gives the stage after, None at the end. Each can be repeated by itself."""

    def __call__(self, entry: "_Entry") -> "Awaitable[Stage | None]": ...


@dataclass(slots=True)
class _Entry:
    """An update in its line, and how far it has come."""

    raw: RawUpdate
    stage: Stage
    not_before: datetime | None = None
    update: Update | None = None
    error: str = ""


class Worker:
    """Feeds stored updates to `handle`."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        clock: Clock,
        handle: Handle,
        *,
        alarm: Alarm,
        on_set_aside: OnSetAside,
        spawn: Spawn,
        on_crowd: Callable[[], None],
        on_calm: Callable[[], None],
        longest: float = LONGEST,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._handle = handle
        self._alarm = alarm
        self._on_set_aside = on_set_aside
        self._on_crowd, self._on_calm = on_crowd, on_calm
        self._longest = longest
        self._is_crowd = False
        self._lines: dict[int, deque[_Entry]] = {}
        self._lanes = Lanes("inbox", self._step, clock, spawn, limit=SIDE_BY_SIDE)

    async def refill(self) -> int:
        """Take up what a former run left; before the first poll. How many."""
        async with self._database.transaction() as transaction:
            waiting = await inbox.list_waiting(transaction)
        self.take(waiting)
        return len(waiting)

    def take(self, updates: Sequence[RawUpdate]) -> None:
        """Put stored updates in line, in the order given."""
        for raw in updates:
            self._lines.setdefault(raw.chat_key, deque()).append(_Entry(raw, self._attempt))
            self._lanes.wake(raw.chat_key)
        self._look_round()

    async def idle(self) -> None:
        """Wait until nothing is being handled; attempts that wait for the clock do not count."""
        await self._lanes.idle()

    async def stop(self, grace_seconds: float) -> None:
        """Let handlers end; what is cut short stays new."""
        await self._lanes.stop(grace_seconds)

    async def _step(self, chat_key: int) -> float | None:
        line = self._lines.get(chat_key)
        if not line:
            self._lines.pop(chat_key, None)
            self._look_round()
            return None
        entry = line[0]
        if entry.not_before is not None and entry.not_before > self._clock.now():
            return (entry.not_before - self._clock.now()).total_seconds()
        try:
            stage = await entry.stage(entry)
        except StorageUnavailable:
            return STORAGE_PAUSE
        if stage is None:
            line.popleft()
        else:
            entry.stage = stage
        return 0

    def _look_round(self) -> None:
        is_crowd = len(self._lines) > (SIDE_BY_SIDE if self._is_crowd else CROWD)
        if is_crowd is not self._is_crowd:
            self._is_crowd = is_crowd
            self._on_crowd() if is_crowd else self._on_calm()

    async def _attempt(self, entry: _Entry) -> "Stage | None":
        try:
            entry.update = self._parse(entry.raw)
        except Exception as error:  # noqa: BLE001 — whatever is wrong with it, it can't be read
            entry.error = fault_of(error)
            return self._set_aside
        try:
            async with asyncio.timeout(self._longest):
                recorded = await self._handle(entry.update, entry.raw.update_id)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 — a handler's mistake must not stop its chat
            entry.error = fault_of(error)
            return self._count_attempt
        return None if recorded else self._mark_done

    async def _count_attempt(self, entry: _Entry) -> "Stage | None":
        _log.warning("update %d failed: %s", entry.raw.update_id, entry.error)
        async with self._database.transaction() as transaction:
            attempts = await inbox.count_attempt(transaction, entry.raw.update_id)
            await transaction.commit()
        if attempts is None:
            return None
        if attempts > len(PAUSES):
            return self._set_aside
        entry.not_before = self._clock.now() + timedelta(seconds=PAUSES[attempts - 1])
        return self._attempt

    async def _mark_done(self, entry: _Entry) -> None:
        async with self._database.transaction() as transaction:
            inbox.mark_done(transaction, entry.raw.update_id, self._clock.now())
            await transaction.commit()

    async def _set_aside(self, entry: _Entry) -> Stage:
        async with self._database.transaction() as transaction:
            inbox.set_aside(transaction, entry.raw.update_id, entry.error, self._clock.now())
            await transaction.commit()
        _log.error("update %d is set aside: %s", entry.raw.update_id, entry.error)
        return self._raise_alarm

    async def _raise_alarm(self, entry: _Entry) -> Stage:
        update_id = entry.raw.update_id
        await sound(self._alarm, AlarmKind.UPDATE_SET_ASIDE, update_id=update_id, error=entry.error)
        return self._tell

    async def _tell(self, entry: _Entry) -> None:
        try:
            await self._on_set_aside(entry.raw, entry.update)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 — the update is safe already
            _log.error("update %d: nobody was told: %s", entry.raw.update_id, fault_of(error))

    def _parse(self, raw: RawUpdate) -> Update:
        update = Update.model_validate(_readable(raw.raw), context={"bot": self._bot})
        # Of an update that holds nothing known aiogram would put all its words into a warning.
        if update.event_type not in KNOWN:
            raise UpdateTypeLookupError
        return update


def _readable(raw: str) -> Any:
    """The update's JSON. Half a surrogate pair, which neither SQLite nor Telegram takes, becomes a question mark."""
    update = json.loads(raw)
    if "\\ud" in raw:
        update = json.loads(json.dumps(update, ensure_ascii=False).encode(errors="replace"))
    return update
