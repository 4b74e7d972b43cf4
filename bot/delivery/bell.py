"""Takes the sound off what can wait, where a chat has rung lately or often enough today."""

from dataclasses import replace

from bot.delivery.ports import Renderer, Rendering
from bot.in_force import InForce
from domain.escalation import LOUD_A_DAY
from domain.notices import CardKind, NoticeKind, Priority
from domain.rhythm.bell import REST, can_wait, is_counted
from services.ports import Clock
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from storage.sent_messages import count_heard, find_last_heard
from views.moments import start_of_day
from views.parts import in_silence, is_heard


class QuietRenderer:
    """Another renderer, whose parts ring no oftener than people bear (`domain.rhythm.bell`)."""

    def __init__(
        self,
        inner: Renderer,
        queries: Queries,
        reader: Connection,
        clock: Clock,
        in_force: InForce,
    ) -> None:
        self._inner = inner
        self._queries = queries
        self._reader = reader
        self._clock = clock
        self._in_force = in_force

    async def render(self, row: OutboxRow) -> Rendering:
        """The same words; only the sound may be gone."""
        rendering = await self._inner.render(row)
        if not any(map(is_heard, rendering.parts)) or await self._may_ring(row):
            return rendering
        return replace(rendering, parts=tuple(map(in_silence, rendering.parts)))

    async def _may_ring(self, row: OutboxRow) -> bool:
        town, now = self._in_force.municipality, self._clock.now()
        card = await self._find_card_kind(row)
        if is_counted(town, row.chat_id, row.kind, card):
            return await count_heard(self._reader, row.chat_id, start_of_day(now, town)) < LOUD_A_DAY
        if (
            row.priority is Priority.URGENT
            or row.args.get("rings")
            or not can_wait(town, row.chat_id, row.kind, card)
        ):
            return True
        last = await find_last_heard(self._reader, row.chat_id, row.thread_id)
        return last is None or not last <= now < last + REST

    async def _find_card_kind(self, row: OutboxRow) -> CardKind | None:
        card = await self._queries.find_card(row.ref_id or 0) if row.kind is NoticeKind.CARD else None
        return card.kind if card else None
