"""Telegram's updates into the inbox: stored first, confirmed after.

A confirmed update is gone from Telegram for ever, so a batch is committed before the next call confirms it. The loop
outlives whatever the other side answers and never spins.
"""

import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from aiogram import Bot

from bot.faults import fault_of
from bot.intake.raw_api import ApiFailure, IntakeState, RawApi
from bot.intake.updates import raw_update
from bot.intake.worker import KNOWN
from services.ports import Clock
from storage import inbox
from storage.database import Database, StorageUnavailable
from storage.inbox import RawUpdate

_log = logging.getLogger(__name__)

LONG_POLL = 20
"""Seconds that Telegram keeps a call open while there is nothing to tell."""
CALL_TIMEOUT = 25.0
"""Seconds after which a silent connection is given up."""
BACKOFF = (1.0, 2.0, 4.0, 8.0, 16.0, 28.0)
"""Seconds from the start of one vain call to the next: a cure is noticed within 30."""
SHORTEST_PAUSE = 1.0
STORAGE_PAUSE = 2.0
HASTY = 0.5
"""Seconds. A call that brought nothing new and ended sooner was no long poll."""
ALLOWED = json.dumps(sorted(KNOWN))


class Poller:
    """`on_new` gets what was stored, in order; `on_state` hears each change of what keeps updates from coming."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        clock: Clock,
        *,
        on_new: Callable[[Sequence[RawUpdate]], None],
        on_state: Callable[[IntakeState], None],
    ) -> None:
        self._api = RawApi(bot)
        self._database = database
        self._clock = clock
        self._on_new = on_new
        self._on_state = on_state
        self._offset: int | None = None
        self._webhook_is_off = False
        self._failures = 0
        self.state = IntakeState.WORKING

    async def run(self) -> None:
        """Poll until cancelled. What a cancellation interrupts was not confirmed, so it comes again."""
        while True:
            if pause := await self._round():
                await self._clock.sleep(pause)

    async def _round(self) -> float:
        """One call; seconds to wait before the next."""
        started = self._clock.now()
        try:
            anything_new = await self._take_batch()
        except ApiFailure as failure:
            return self._failed(failure, started)
        except StorageUnavailable:
            self._became(IntakeState.NOT_STORED)
            return STORAGE_PAUSE
        except Exception as error:  # noqa: BLE001 — the one loop that must not end
            _log.error("the poll loop met %s", fault_of(error))
            return self._failed(ApiFailure(IntakeState.GARBLED), started)
        self._failures = 0
        self._became(IntakeState.WORKING)
        return 0 if anything_new or self._passed(started) >= HASTY else HASTY

    async def _take_batch(self) -> bool:
        await self._switch_webhook_off()
        batch = await self._api.call("getUpdates", self._parameters(), timeout=CALL_TIMEOUT)
        if not isinstance(batch, list):
            raise ApiFailure(IntakeState.GARBLED)
        # Answered, so the offset has confirmed what it had to. It is not kept: after an idle week Telegram
        # goes on from a random id, and whatever is below an old offset would never be seen.
        self._offset = None
        return await self._store(batch) if batch else False

    async def _store(self, batch: list[Any]) -> bool:
        updates = [update for update in map(raw_update, batch) if update is not None]
        if len(updates) < len(batch):
            _log.warning("%d of %d updates were none", len(batch) - len(updates), len(batch))
        if not updates:
            raise ApiFailure(IntakeState.GARBLED)
        async with self._database.transaction() as transaction:
            new = await inbox.store(transaction, updates, self._clock.now())
            await transaction.commit()
        self._offset = updates[-1].update_id + 1
        self._on_new(new)
        return bool(new)

    def _parameters(self) -> dict[str, str | int]:
        parameters: dict[str, str | int] = {"timeout": LONG_POLL, "limit": 100, "allowed_updates": ALLOWED}
        return parameters if self._offset is None else {**parameters, "offset": self._offset}

    async def _switch_webhook_off(self) -> None:
        """While one is set, every getUpdates ends with 409. Updates that wait for it are kept."""
        if self._webhook_is_off:
            return
        try:
            info = await self._api.call("getWebhookInfo", {}, timeout=CALL_TIMEOUT)
            if isinstance(info, dict) and info.get("url"):
                await self._api.call("deleteWebhook", {}, timeout=CALL_TIMEOUT)
        except ApiFailure as failure:
            if failure.state in {IntakeState.UNREACHABLE, IntakeState.LIMITED}:
                raise
        self._webhook_is_off = True

    def _failed(self, failure: ApiFailure, started: datetime) -> float:
        self._became(failure.state)
        if failure.state is IntakeState.CONFLICT:
            self._webhook_is_off = False
        step = BACKOFF[min(self._failures, len(BACKOFF) - 1)]
        self._failures += 1
        if failure.retry_after is not None:
            return failure.retry_after
        return max(step - self._passed(started), SHORTEST_PAUSE)

    def _passed(self, started: datetime) -> float:
        return max((self._clock.now() - started).total_seconds(), 0.0)

    def _became(self, state: IntakeState) -> None:
        if state is self.state:
            return
        self.state = state
        _log.log(
            logging.INFO if state is IntakeState.WORKING else logging.WARNING, "updates: %s", state.value
        )
        try:
            self._on_state(state)
        except Exception as error:  # noqa: BLE001 — whoever listens, the loop goes on
            _log.error("the listener of the poll loop failed: %s", fault_of(error))
