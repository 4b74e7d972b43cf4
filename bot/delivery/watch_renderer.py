"""Rows about what is looked through by hand: drawn from the settings and the looks of that day."""

from datetime import date

from bot.in_force import InForce
from domain.notice_args import WatchArgs, read_args
from domain.notices import NoticeKind
from services.ports import Clock
from storage.database import Connection
from storage.looks import list_looks
from storage.outbox_rows import OutboxRow
from views.parts import Part, in_place_of
from views.rhythm import watching


class WatchRenderer:
    """The morning's message, and what it looks like after each press."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws = {NoticeKind.WATCH: self._watch, NoticeKind.WATCH_EDIT: self._edit}

    async def _watch(self, row: OutboxRow) -> list[Part]:
        day = date.fromisoformat(read_args(WatchArgs, row.args).day)
        looks = await list_looks(self._reader, day)
        town, texts = self._in_force.municipality, self._in_force.texts
        return watching.watch(town, texts, looks, day=day, now=self._clock.now())

    async def _edit(self, row: OutboxRow) -> list[Part]:
        args = read_args(WatchArgs, row.args)
        return [in_place_of(args.message_id, part) for part in await self._watch(row)]
