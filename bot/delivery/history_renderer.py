"""Rows that show the history of an appeal: read from the journal at the moment of the sending."""

from bot.in_force import InForce
from domain.notice_args import HistoryArgs, read_args
from domain.notices import NoticeKind
from storage.database import Connection
from storage.history import read_history
from storage.outbox_rows import OutboxRow
from views.parts import Part, in_place_of
from views.search.history import history


class HistoryRenderer:
    """A page of what was done."""

    def __init__(self, reader: Connection, in_force: InForce) -> None:
        self._reader = reader
        self._in_force = in_force
        self.draws = {NoticeKind.HISTORY: self._history}

    async def _history(self, row: OutboxRow) -> list[Part]:
        args, appeal_id = read_args(HistoryArgs, row.args), row.appeal_id
        shown = await read_history(self._reader, appeal_id, args.page) if appeal_id else None
        if shown is None or appeal_id is None:
            return []
        parts = history(self._in_force.municipality, self._in_force.texts, appeal_id, shown)
        return [in_place_of(args.message_id, part) for part in parts] if args.message_id else parts
