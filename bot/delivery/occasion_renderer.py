"""Rows about reception days, calls and meetings."""

from datetime import timedelta

from bot.in_force import InForce
from domain.notice_args import OccasionArgs, read_args
from domain.notices import NoticeKind
from services.ports import Clock
from storage.database import Connection
from storage.occasions import find_occasion, has_twin, list_since
from storage.outbox_rows import OutboxRow
from views.moments import zone
from views.parts import Part, in_place_of
from views.register import occasions


class OccasionRenderer:
    """What was noted, what stands since the beginning of the last month, and the question for more."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws = {
            NoticeKind.OCCASION: self._noted,
            NoticeKind.OCCASION_EDIT: self._noted_edit,
            NoticeKind.OCCASIONS: self._standing,
            NoticeKind.OCCASIONS_EDIT: self._standing_edit,
            NoticeKind.OCCASION_PROMPT: self._prompt,
        }

    async def _noted(self, row: OutboxRow) -> list[Part]:
        occasion = await find_occasion(self._reader, row.ref_id or 0)
        if occasion is None:
            return []
        twin = await has_twin(self._reader, occasion)
        return occasions.noted(self._in_force.texts, occasion, has_twin=twin)

    async def _noted_edit(self, row: OutboxRow) -> list[Part]:
        args = read_args(OccasionArgs, row.args)
        return [in_place_of(args.message_id, part) for part in await self._noted(row)]

    async def _standing(self, row: OutboxRow) -> list[Part]:  # noqa: ARG002 — all rows are drawn by the same call
        today = self._clock.now().astimezone(zone(self._in_force.municipality)).date()
        first = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
        return occasions.standing(self._in_force.texts, await list_since(self._reader, first))

    async def _standing_edit(self, row: OutboxRow) -> list[Part]:
        args = read_args(OccasionArgs, row.args)
        return [in_place_of(args.message_id, part) for part in await self._standing(row)]

    async def _prompt(self, row: OutboxRow) -> list[Part]:
        args = read_args(OccasionArgs, row.args)
        return occasions.prompt(self._in_force.texts, args.user_id, args.user_name)
