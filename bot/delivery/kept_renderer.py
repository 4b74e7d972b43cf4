"""Rows about what was kept of a citizen who was blocked."""

from collections.abc import Awaitable, Callable, Mapping

from bot.in_force import InForce
from domain.notices import NoticeKind
from services.ports import Clock
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from views.coordinator import blocking
from views.parts import Part


class KeptRenderer:
    """Draws them from what is kept at the moment of the sending."""

    def __init__(self, queries: Queries, clock: Clock, in_force: InForce) -> None:
        self._queries = queries
        self._clock = clock
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.KEPT_MEANWHILE: self._kept_meanwhile,
        }

    async def _kept_meanwhile(self, row: OutboxRow) -> list[Part]:
        citizen, kept = await self._queries.find_kept(row.ref_id or 0)
        return blocking.kept_meanwhile(
            self._in_force.municipality,
            self._in_force.texts,
            citizen=citizen,
            rows=kept,
            now=self._clock.now(),
        )
