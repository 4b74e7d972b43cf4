"""Rows about what is pinned: its words where they have changed, and the pin itself where it is lacking."""

from collections.abc import Awaitable, Callable, Mapping

from bot.in_force import InForce
from domain.notices import NoticeKind
from domain.pinned import Pinned, PinnedKind, list_spots
from locales.texts import Html
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from storage.pins import PinnedQueries
from views.cards import pinned
from views.cards.board import digest
from views.parts import Edit, Part, Pin, Text


class PinnedRenderer:
    """Draws them from what holds at the moment of the sending."""

    def __init__(self, reader: Connection, in_force: InForce) -> None:
        self._queries = PinnedQueries(reader)
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.PINNED: self._words,
            NoticeKind.PIN: self._pin,
        }

    async def _words(self, row: OutboxRow) -> list[Part]:
        found = await self._queries.find(row.ref_id or 0)
        if found is None:
            return []
        html, is_empty = await self._draw(found)
        if found.message_id is None:
            return [] if is_empty else [Text(html, silent=True)]
        edit = Edit(found.message_id, html)
        return [] if digest(edit) == found.rendered else [edit]

    async def _pin(self, row: OutboxRow) -> list[Part]:
        found = await self._queries.find(row.ref_id or 0)
        stands = found is not None and found.pinned_at is None
        return [Pin(found.message_id)] if found and found.message_id and stands else []

    async def _draw(self, found: Pinned) -> tuple[Html, bool]:
        """Its words, and whether there is nothing to put up for."""
        town = self._in_force.municipality
        texts = self._in_force.texts
        if found.spot not in list_spots(town, {found.chat_id}):
            return pinned.moved(texts), True
        match found.kind:
            case PinnedKind.QUEUE:
                queue = await self._queries.see_queue()
                return pinned.queue(town, texts, queue), queue.count == 0
            case PinnedKind.WORK:
                here = town.list_departments_of_chat(found.chat_id)
                codes = [one.code for one in here if one.thread == found.thread_id]
                work = await self._queries.list_work(codes)
                return pinned.work(town, texts, work), not work
            case PinnedKind.CONTROL:
                control = await self._queries.list_control()
                return pinned.control(town, texts, control), not control
