"""Rows about files that administrators have sent: drawn as it stands at the moment of the sending."""

from bot.in_force import InForce
from domain.notices import NoticeKind
from storage.database import Connection
from storage.handed_files import find_handed, find_message
from storage.outbox_rows import OutboxRow
from views.parts import Part
from views.setup import handed


class HandedRenderer:
    """The message of a file, and its later looks."""

    def __init__(self, reader: Connection, in_force: InForce) -> None:
        self._reader = reader
        self._in_force = in_force
        self.draws = {
            NoticeKind.HANDED_FILE: self._put_up,
            NoticeKind.HANDED_FILE_EDIT: self._edit,
            NoticeKind.SETTINGS_FILE: self._settings,
        }

    async def _settings(self, _: OutboxRow) -> list[Part]:
        # Needed once a year: what writes such files stays out of memory until then.
        from bot.municipality_writing import write_municipality

        return handed.settings_file(self._in_force.texts, write_municipality(self._in_force.municipality))

    async def _put_up(self, row: OutboxRow) -> list[Part]:
        file = await find_handed(self._reader, row.ref_id or 0)
        return handed.shown(self._in_force.texts, file) if file else []

    async def _edit(self, row: OutboxRow) -> list[Part]:
        file = await find_handed(self._reader, row.ref_id or 0)
        message_id = await find_message(self._reader, row.ref_id or 0)
        return handed.edited(self._in_force.texts, file, message_id) if file and message_id else []
