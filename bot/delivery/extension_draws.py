"""Rows about more time for an answer."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from domain.casefile import CaseFile
from domain.notices import NoticeKind
from locales.texts import Texts
from storage.outbox_rows import OutboxRow
from views.parts import Part
from views.work import extending


def _said(row: OutboxRow, name: str) -> str:
    return str(row.args.get(name) or "")


async def _request(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    due, until = _said(row, "due"), _said(row, "until")
    return extending.request(file, texts, request_id=row.ref_id, due=due, until=until)


async def _decided(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    until, reason, who = _said(row, "until"), _said(row, "reason"), _said(row, "who")
    if row.args.get("by_hand"):
        return extending.tell_by_hand(file, texts, until=until, reason=reason)
    return extending.decided(file, texts, until=until, reason=reason, who=who)


async def _extended(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return extending.extended(file, texts, until=_said(row, "until"), reason=_said(row, "reason"))


EXTENSION_DRAWS: Final[Mapping[NoticeKind, Callable[[OutboxRow, CaseFile, Texts], Awaitable[list[Part]]]]] = {
    NoticeKind.EXTENSION_REQUEST: _request,
    NoticeKind.EXTENSION_DECIDED: _decided,
    NoticeKind.EXTENDED: _extended,
}
