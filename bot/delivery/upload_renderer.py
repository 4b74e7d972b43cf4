"""Rows about the results of a month in ССТУ.РФ: drawn from the mark as it stands."""

from datetime import date

from bot.in_force import InForce
from domain.notice_args import UploadArgs, read_args
from domain.notices import NoticeKind
from services.ports import Clock
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from storage.uploads import find_upload
from views.parts import Part, in_place_of
from views.rhythm import uploads


class UploadRenderer:
    """The question, and what it looks like after the press."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws = {NoticeKind.UPLOAD: self._upload, NoticeKind.UPLOAD_EDIT: self._edit}

    async def _upload(self, row: OutboxRow) -> list[Part]:
        month = date.fromisoformat(read_args(UploadArgs, row.args).month)
        done = await find_upload(self._reader, month)
        town, texts = self._in_force.municipality, self._in_force.texts
        return uploads.upload(town, texts, done, month=month, now=self._clock.now())

    async def _edit(self, row: OutboxRow) -> list[Part]:
        message_id = read_args(UploadArgs, row.args).message_id
        return [in_place_of(message_id, part) for part in await self._upload(row)]
