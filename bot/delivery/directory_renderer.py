"""Rows about the directory of responsible persons: as the settings are at the moment of the sending."""

from bot.in_force import InForce
from domain.ids import DepartmentCode
from domain.notice_args import DirectoryArgs, read_args
from domain.notices import NoticeKind
from domain.setup.directory import list_responsible
from storage.outbox_rows import OutboxRow
from views.parts import Part
from views.setup.directory import directory


class DirectoryRenderer:
    """Draws a page of it."""

    def __init__(self, in_force: InForce) -> None:
        self._in_force = in_force
        self.draws = {NoticeKind.DIRECTORY: self._page}

    async def _page(self, row: OutboxRow) -> list[Part]:
        args = read_args(DirectoryArgs, row.args)
        scope = {DepartmentCode(code) for code in args.scope.split(",")} if args.scope else None
        found = list_responsible(self._in_force.municipality, scope)
        return directory(self._in_force.texts, found, page=args.page, message_id=args.message_id)
