"""Rows about what is missed."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.in_force import InForce
from domain.casefile import CaseFile
from domain.notices import NoticeKind
from domain.words.names import short_name
from locales.texts import Texts
from services.ports import Clock
from storage.database import Connection
from storage.duty import list_stints
from storage.escalations import find_list, list_lines, list_without_curator
from storage.outbox_rows import OutboxRow
from views.parts import Part
from views.work import overdue


class EscalationRenderer:
    """Draws the list from what is missed at the moment of the sending."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.OVERDUE: self._overdue,
        }

    async def _overdue(self, row: OutboxRow) -> list[Part]:
        town, chat = self._in_force.municipality, row.chat_id
        standing = await find_list(self._reader, chat) if row.args.get("edit") else None
        if row.args.get("edit") and standing is None:
            return []
        above = chat in (town.chats.coordinators, town.chats.leadership)
        without = await list_without_curator(self._reader, chat) if above else []
        return overdue.overdue_list(
            town,
            self._in_force.texts,
            lines=await list_lines(self._reader, chat, overdue.LISTED),
            without_curator=without,
            in_place_of=await self._list_replaced(chat) if chat > 0 else (),
            message_id=standing,
            silent=bool(row.args.get("silent")),
        )

    async def _list_replaced(self, chat: int) -> list[str]:
        """For whom the reader of this private chat stands in."""
        stints = await list_stints(self._reader, self._clock.now())
        town = self._in_force.municipality
        replaced = [
            one.replaced_id for one in stints if one.user_id == chat and one.covers(self._clock.now())
        ]
        found = (town.find_employee(one) for one in replaced if one)
        return [short_name(one.name) for one in found if one]


async def _reworked(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return overdue.reworked(file, texts, unreachable=bool(row.args.get("unreachable")))


ESCALATION_DRAWS: Final[
    Mapping[NoticeKind, Callable[[OutboxRow, CaseFile, Texts], Awaitable[list[Part]]]]
] = {
    NoticeKind.REWORKED: _reworked,
}
