"""The queue of updates of one bot: ids, 24 hours of life, long polling, confirmation by offset.

As the official server keeps it (its TQueue): an offset more than ten past the end is taken for a mistake and confirms
nothing; after a week without updates the next id is a random one.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sandbox.clock import Clock, wake
from sandbox.errors import TERMINATED, ApiError, conflict
from sandbox.history import History, QueueRecord
from sandbox.model import Json

DAY = 86_400.0
CALLBACK_LIFE = 150.0
"""Seconds that the official server keeps a press which nobody fetches (add_update in its Client.cpp)."""
LIFE = {"callback_query": CALLBACK_LIFE}
IDLE = timedelta(days=7)
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only to a bot that lists them in allowed_updates."""
FUTURE = 10
MOST = 100
LONGEST = 50


@dataclass(slots=True)
class Pending:
    update: Json
    expires: datetime


class UpdateQueue:
    """Updates waiting for one bot."""

    def __init__(self, bot_id: int, clock: Clock, history: History, dice: Random) -> None:
        self.bot_id = bot_id
        self.clock = clock
        self.history = history
        self.allowed: frozenset[str] | None = None
        self.next_id = dice.randrange(100_000_000, 900_000_000)
        self._dice = dice
        self._waiting: dict[int, Pending] = {}
        self._poll: asyncio.Future[None] | None = None
        self._last_put = clock.now()
        self.polled = False

    @property
    def pending(self) -> list[Json]:
        """Updates not yet confirmed, oldest first."""
        self._expire()
        return [waiting.update for waiting in self._waiting.values()]

    @property
    def polling(self) -> bool:
        """A long poll is waiting right now."""
        return self._poll is not None and not self._poll.done()

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Not given: as before. An empty list: everything but what must be asked for."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def put(self, kind: str, payload: Json) -> int | None:
        """The new update's id; None where the bot does not want this kind."""
        if not self.wants(kind):
            return None
        return self.put_raw({kind: payload}, LIFE.get(kind, DAY))

    def put_raw(self, body: Json, life: float = DAY) -> int:
        """Queue anything at all; a body with an update_id of its own keeps it and moves the counter there."""
        now = self.clock.now()
        if now - self._last_put >= IDLE:
            self.next_id = self._dice.randrange(100_000_000, 900_000_000)
        self._last_put = now
        update_id = int(body.get("update_id", self.next_id))
        self.next_id = update_id + 1
        self._waiting[update_id] = Pending({"update_id": update_id, **body}, now + timedelta(seconds=life))
        self._record("queued", [update_id])
        self._wake()
        return update_id

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Answer getUpdates. A second poller ends the first with 409, then waits in its place."""
        self.polled = True
        self.confirm(offset)
        if seconds > 0 and not self.pending:
            self.interrupt(conflict(TERMINATED))
            await self._long_poll(min(seconds, LONGEST))
        batch = self.pending[: max(1, min(limit, MOST))]
        if batch:
            self._record("released", [update["update_id"] for update in batch], offset)
        return batch

    def confirm(self, offset: int) -> None:
        """Forget the updates before `offset`; a negative one keeps so many of the newest."""
        self._expire()
        ids = list(self._waiting)
        if offset < 0:
            gone = ids[:offset]
        elif offset > self.next_id + FUTURE:
            gone = []
        else:
            gone = [update_id for update_id in ids if update_id < offset]
        for update_id in gone:
            del self._waiting[update_id]
        if gone:
            self._record("confirmed", gone, offset)

    def interrupt(self, error: ApiError) -> None:
        """End a poll that is waiting."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)

    def release(self, update: Json) -> None:
        self._record("released", [update["update_id"]])

    def done(self, update_id: int) -> None:
        """A webhook took it."""
        if self._waiting.pop(update_id, None):
            self._record("confirmed", [update_id])

    def clear(self) -> None:
        """drop_pending_updates."""
        self._record("confirmed", list(self._waiting))
        self._waiting.clear()

    async def _long_poll(self, seconds: float) -> None:
        poll: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poll = poll
        timer = self.clock.call_later(seconds, lambda: wake(poll))
        try:
            await poll
        finally:
            timer.cancel()
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll is not None:
            wake(self._poll)

    def _expire(self) -> None:
        now = self.clock.now()
        gone = [update_id for update_id, waiting in self._waiting.items() if waiting.expires <= now]
        for update_id in gone:
            del self._waiting[update_id]
        if gone:
            self._record("expired", gone)

    def _record(self, event: str, update_ids: list[int], offset: int | None = None) -> None:
        self.history.add(QueueRecord(self.clock.now().isoformat(), self.bot_id, event, update_ids, offset))
