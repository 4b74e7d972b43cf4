"""Rows about what is entered by hand: drawn as it stands at the moment of the sending."""

from bot.in_force import InForce
from domain.notices import NoticeKind
from domain.words.cautions import Caution
from services.ports import Clock
from storage.database import Connection
from storage.entries import EntryQueries
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from views.parts import Part
from views.register import entry as views
from views.register.entry import Shown


class EntryRenderer:
    """The message of an entry, its later looks, and what it asks for."""

    def __init__(self, reader: Connection, queries: Queries, clock: Clock, in_force: InForce) -> None:
        self._entries = EntryQueries(reader)
        self._queries = queries
        self._clock = clock
        self._in_force = in_force
        self.draws = {
            NoticeKind.ENTRY: self._put_up,
            NoticeKind.ENTRY_EDIT: self._edit,
            NoticeKind.ENTRY_PROMPT: self._prompt,
        }

    async def _put_up(self, row: OutboxRow) -> list[Part]:
        shown = await self._find(row.ref_id or 0)
        town, texts, now = self._in_force.municipality, self._in_force.texts, self._clock.now()
        return views.put_up(town, texts, shown, now, loud=self._is_alarming(shown)) if shown else []

    def _is_alarming(self, shown: Shown) -> bool:
        """A comment that speaks of suicide, which nobody has read yet; what a coordinator enters is read."""
        words = "\n".join(row.text for row in shown.messages)
        return bool(shown.entry.author_id) and self._in_force.rules.caution(words) is Caution.SUICIDE

    async def _edit(self, row: OutboxRow) -> list[Part]:
        shown = await self._find(row.ref_id or 0)
        town, texts, now = self._in_force.municipality, self._in_force.texts, self._clock.now()
        return views.edit(town, texts, shown, now) if shown else []

    async def _prompt(self, row: OutboxRow) -> list[Part]:
        entry = await self._entries.find(row.ref_id or 0)
        return views.prompt(self._in_force.texts, entry) if entry else []

    async def _find(self, entry_id: int) -> Shown | None:
        entry = await self._entries.find(entry_id)
        if entry is None:
            return None
        appeal = await self._queries.find_appeal(entry.appeal_id) if entry.appeal_id else None
        return Shown(
            entry,
            messages=await self._entries.list_messages(entry),
            senders=[(one.name, one.id) for one in await self._entries.list_senders()],
            number=appeal.number if appeal else "",
            message_id=await self._entries.find_message(entry_id),
        )
