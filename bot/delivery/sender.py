"""The outbox to Telegram: one lane for each chat, and in it always what matters most at this very moment.

A step finds the chat's first row, waits for room without holding it, claims it (durable, so that a lost call is known),
renders it from the present state, makes the call of its next part, and writes down what became of it. Nothing is lost
before the next step, so urgent rows overtake between any two calls, and kill -9 costs at most one repetition.
"""

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.alarms import Alarm
from bot.delivery.aftermath import Aftermath, Attempt, Record
from bot.delivery.calls import Call, one_by_one, single_calls
from bot.delivery.courier import Caller, Courier, FindCopy, Sent, no_copies
from bot.delivery.failures import Failure, Kind
from bot.delivery.gate import Gate
from bot.delivery.pauses import Pauses
from bot.delivery.ports import Renderer, Rendering, Reports, Unready
from bot.delivery.throttle import GROUP_SECONDS, Throttle
from bot.faults import fault_of
from bot.lanes import Lanes, Spawn
from domain.ids import ChatId, OutboxId
from services.ports import Clock
from storage import outbox, outbox_rows
from storage.database import Database, StorageUnavailable
from storage.outbox_rows import OutboxRow
from views.parts import Files, Text, in_reply, operations

_log = logging.getLogger(__name__)

SIDE_BY_SIDE = 48
"""Calls at once: half of the session's connections, the rest is for polling and for answers to presses."""
STORAGE_PAUSE = 1.0
GRACE = 5.0


@dataclass(frozen=True, slots=True)
class _Debt:
    """What is still to be written down about a claimed row before its chat goes on."""

    row: OutboxRow
    record: Record


class Sender:
    """Delivers the outbox. Wake a chat after the commit that wrote to it; times to wait for it watches by itself."""

    def __init__(
        self,
        bot: Caller,
        database: Database,
        clock: Clock,
        *,
        renderer: Renderer,
        reports: Reports,
        alarm: Alarm,
        spawn: Spawn,
        group_limit: int = 20,
        find_copy: FindCopy = no_copies,
    ) -> None:
        self._database = database
        self._clock = clock
        self._renderer = renderer
        self._reports = reports
        self._throttle = Throttle(group_limit)
        self._pauses = Pauses()
        self._courier = Courier(bot, clock, self._throttle, find_copy)
        self._lanes = Lanes("outbox", self._step, clock, spawn, limit=SIDE_BY_SIDE)
        self._gate = Gate(self._lanes.wake)
        self._aftermath = Aftermath(
            database, clock, self._pauses, reports=reports, alarm=alarm, wake=self._lanes.wake
        )
        self._debts: dict[int, _Debt] = {}
        self._needs: dict[OutboxId, int] = {}
        self._begun: dict[int, tuple[OutboxId, Rendering]] = {}

    async def start(self) -> None:
        """Take up what a former run left: doubtful calls, pauses, what the groups have seen in the last minute."""
        now = self._clock.now()
        async with self._database.transaction() as transaction:
            claimed = await outbox_rows.list_claimed(transaction)
            paused = await outbox_rows.list_paused(transaction, now)
            spent = await outbox_rows.list_spent(transaction, now - timedelta(seconds=GROUP_SECONDS))
        for row in claimed:
            await self._reports.doubtful(row)
        async with self._database.transaction() as transaction:
            for row in claimed:
                outbox.put_back(transaction, row, counted=False, doubtful=True)
            waiting = await outbox_rows.list_chats_waiting(transaction)
            await transaction.commit()
        for chat_id, until in paused.items():
            self._pauses.hold(chat_id, (until - now).total_seconds(), now)
        for call in spent:
            self._throttle.spend(call.chat_id, call.operations, call.at)
        for row in claimed:
            self._throttle.spend(row.chat_id, 1, now)
        for chat_id in waiting:
            self.wake(chat_id)

    def wake(self, chat_id: int) -> None:
        """There may be something new for this chat, or it may be reachable again."""
        self._lanes.wake(chat_id)

    def give_way(self) -> None:
        """A crowd waits to be registered: that goes first."""
        self._gate.narrow()

    def go_on(self) -> None:
        """The crowd is registered."""
        self._gate.widen()

    async def idle(self) -> None:
        """Wait until nothing is being sent; chats that wait for the clock do not count."""
        await self._lanes.idle()

    async def stop(self, grace_seconds: float = GRACE) -> None:
        """Let calls in flight end; what is cut short is doubtful at the next start."""
        await self._lanes.stop(grace_seconds)

    async def _step(self, chat_id: int) -> float | None:
        try:
            await self._settle(chat_id)
            return await self._next(ChatId(chat_id))
        except StorageUnavailable:
            return STORAGE_PAUSE
        finally:
            self._gate.leave(chat_id)

    async def _next(self, chat_id: ChatId) -> float | None:
        now = self._clock.now()
        if (pause := self._pauses.left(chat_id, now)) > 0:
            return pause
        waiting = await outbox_rows.find_next(self._database.reader, chat_id, now)
        if waiting.row_id is None:
            return _until(waiting.later, now)
        need = self._needs.get(waiting.row_id, 1)
        if (room_in := self._throttle.wait(chat_id, need, waiting.priority, now)) > 0:
            return min(room_in, _until(waiting.later, now) or room_in)
        if not self._gate.lets_through(chat_id, waiting.priority):
            return _until(waiting.later, now)
        row = await self._claim(waiting.row_id, chat_id)
        if row is not None:
            await self._send(row)
        return 0

    async def _claim(self, row_id: OutboxId, chat_id: ChatId) -> OutboxRow | None:
        async with self._database.transaction(survives_power_loss=False) as transaction:
            row = await outbox.claim(transaction, row_id, chat_id)
            await transaction.commit()
        if row is not None:
            self._needs.pop(row_id, None)
            self._debts[chat_id] = _Debt(row, partial(self._aftermath.put_back, row))
        return row

    async def _send(self, row: OutboxRow) -> None:
        try:
            rendering = await self._rendering(row)
        except StorageUnavailable:
            raise
        except Unready as unready:
            await self._owe(row, partial(self._aftermath.put_back, row))
            await unready.make()
            return
        except Exception as error:  # noqa: BLE001 — a row that cannot be drawn is its own trouble alone
            await self._owe(row, self._aftermath.refused(row, fault_of(error)))
            return
        if row.done_parts < len(rendering.parts):
            await self._owe(row, await self._deliver(row, rendering))
        else:
            await self._owe(row, partial(self._finish, row))

    async def _rendering(self, row: OutboxRow) -> Rendering:
        """What the row says; once its first part stands, the parts to come are no longer changed."""
        begun, rendering = self._begun.get(row.chat_id, (None, None))
        if rendering is not None and begun == row.id:
            return rendering
        rendering = await self._renderer.render(row)
        return replace(rendering, parts=single_calls(rendering.parts))

    async def _deliver(self, row: OutboxRow, rendering: Rendering) -> Record:
        index, part = row.done_parts, rendering.parts[row.done_parts]
        need = operations(part)
        if self._throttle.wait(row.chat_id, need, row.priority, self._clock.now()) > 0:
            self._needs[row.id] = need
            return partial(self._aftermath.put_back, row)
        outcome = await self._courier.carry(Call(part, row.chat_id, row.thread_id), row.priority)
        if isinstance(part, Files) and len(part.items) > 1 and _is(outcome, Kind.FILE_GONE):
            apart = (*rendering.parts[:index], *one_by_one(part), *rendering.parts[index + 1 :])
            self._begun[row.chat_id] = (row.id, replace(rendering, parts=apart))
            return partial(self._aftermath.put_back, row)
        last = index + 1 == len(rendering.parts)
        if isinstance(outcome, Sent):
            self._remember(row, _with_card_under(rendering, outcome.message_ids), last=last)
        return self._aftermath.record(Attempt(row, part, index, last, rendering.digest), outcome)

    def _remember(self, row: OutboxRow, rendering: Rendering, *, last: bool) -> None:
        if last:
            self._begun.pop(row.chat_id, None)
        else:
            self._begun[row.chat_id] = (row.id, rendering)

    async def _finish(self, row: OutboxRow) -> None:
        async with self._database.transaction(survives_power_loss=False) as transaction:
            outbox.finish(transaction, row.id, self._clock.now())
            await transaction.commit()

    async def _owe(self, row: OutboxRow, record: Record) -> None:
        self._debts[row.chat_id] = _Debt(row, record)
        await self._settle(row.chat_id)

    async def _settle(self, chat_id: int) -> None:
        """Write down what became of the last call. While the database is away, the chat waits: nothing is sent twice."""
        debt = self._debts.get(chat_id)
        if debt is None:
            return
        try:
            await debt.record()
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 — what was sent must not be sent again because of our mistake
            _log.error("row %d could not be written down: %s", debt.row.id, fault_of(error))
            await self._aftermath.give_up(debt.row, fault_of(error))
        del self._debts[chat_id]


def _with_card_under(rendering: Rendering, message_ids: tuple[int, ...]) -> Rendering:
    """Files go first; the card that follows hangs under them, so that a reader finds them from it."""
    first = next(iter(message_ids), None)
    parts = (
        in_reply(part, first) if isinstance(part, Text) and part.is_card and part.reply_to is None else part
        for part in rendering.parts
    )
    return replace(rendering, parts=tuple(parts))


def _until(later: datetime | None, now: datetime) -> float | None:
    return None if later is None else (later - now).total_seconds()


def _is(outcome: Sent | Failure, kind: Kind) -> bool:
    return isinstance(outcome, Failure) and outcome.kind is kind
