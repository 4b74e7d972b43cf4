"""Rows about what an absent person holds."""

from collections.abc import Awaitable, Callable, Mapping

from bot.in_force import InForce
from domain.handover import Absence
from domain.ids import UserId
from domain.notices import NoticeKind
from storage.assignments import list_held
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from views.coordinator import handover
from views.parts import Part


class HandoverRenderer:
    """Draws them from what is held at the moment of the sending."""

    def __init__(self, reader: Connection, in_force: InForce) -> None:
        self._in_force = in_force
        self._reader = reader
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.HANDOVER: self._handover,
            NoticeKind.RELEASED: self._released,
        }

    async def _handover(self, row: OutboxRow) -> list[Part]:
        named = {int(one) for one in str(row.args["held"]).split(",")}
        held = await list_held(self._reader, row.ref_id or 0)
        return handover.handover(
            self._in_force.texts,
            user_id=UserId(row.ref_id or 0),
            name=str(row.args.get("name") or ""),
            absence=Absence(str(row.args["absence"])),
            held=[one for one in held if one.id in named],
            message_id=int(row.args.get("message_id") or 0),
        )

    async def _released(self, row: OutboxRow) -> list[Part]:
        return handover.released(self._in_force.texts, numbers=str(row.args["numbers"]))
