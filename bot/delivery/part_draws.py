"""Rows about one department's part of a common answer."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.assignments import Assignment
from domain.casefile import CaseFile
from domain.notices import NoticeKind
from locales.texts import Texts
from storage.outbox_rows import OutboxRow
from views.parts import Part
from views.work import staff


def find_part(row: OutboxRow, file: CaseFile) -> Assignment | None:
    """The part that the row names."""
    return next((one for one in file.assignments if one.id == int(row.args.get("part") or 0)), None)


async def _parts_in(_: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return staff.parts_in(file, texts)


async def _part_late(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    part = find_part(row, file)
    return staff.part_late(file, texts, part=part) if part else []


async def _part_withdrawn(_: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return staff.part_withdrawn(file, texts)


PART_DRAWS: Final[Mapping[NoticeKind, Callable[[OutboxRow, CaseFile, Texts], Awaitable[list[Part]]]]] = {
    NoticeKind.PARTS_IN: _parts_in,
    NoticeKind.PART_LATE: _part_late,
    NoticeKind.PART_WITHDRAWN: _part_withdrawn,
}
