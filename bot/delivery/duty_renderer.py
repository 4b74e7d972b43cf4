"""Rows about duty: `/duty`, and the call for somebody to see to the queue."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.in_force import InForce
from domain.notices import NoticeKind
from services.ports import Clock
from storage.database import Connection
from storage.duty import count_waiting, list_stints
from storage.outbox_rows import OutboxRow
from views.coordinator import duty
from views.parts import Part


class DutyRenderer:
    """Draws them from what holds at the moment of the sending."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.DUTY: self._duty,
            NoticeKind.QUEUE_CALL: self._queue_call,
        }

    async def _duty(self, _: OutboxRow) -> list[Part]:
        town, now = self._in_force.municipality, self._clock.now()
        stints = await list_stints(self._reader, now)
        return duty.duty(town, self._in_force.texts, stints=stints, now=now)

    async def _queue_call(self, row: OutboxRow) -> list[Part]:
        town, now = self._in_force.municipality, self._clock.now()
        texts = self._in_force.texts
        if row.args.get("message_id"):
            return duty.taken_over(texts, int(str(row.args["message_id"])), str(row.args["who"]))
        count = await count_waiting(self._reader)
        since = datetime.fromisoformat(str(row.args["since"]))
        return duty.queue_call(town, texts, count=count, since=since, now=now)
