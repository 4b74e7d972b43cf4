"""«История»: everything that was done about one appeal, for whoever may find it; looking into it is journaled, too."""

from domain.appeal import Appeal
from domain.errors import Forbidden
from domain.ids import AppealId
from domain.notice_args import HistoryArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.rights import search_scope
from domain.status import Event
from services.ports import UnitOfWork


async def show(uow: UnitOfWork, appeal_id: AppealId, *, by: Deed) -> None:
    """Its beginning, on a message of its own. Raises `Forbidden`, `SearchElsewhere`, `NotFound`."""
    _ = await get_visible(uow, appeal_id, by)
    uow.journal.record(by.actor, Event.HISTORY, by.at, appeal_id=appeal_id)
    _say(uow, appeal_id, HistoryArgs(), by)
    await uow.commit()


async def turn(uow: UnitOfWork, appeal_id: AppealId, page: int, *, by: Deed) -> None:
    """Another page on the same message. Raises as `show`."""
    _ = await get_visible(uow, appeal_id, by)
    _say(uow, appeal_id, HistoryArgs(page, by.message_id), by)
    await uow.commit()


async def get_visible(uow: UnitOfWork, appeal_id: AppealId, by: Deed) -> Appeal:
    """An appeal that this person may find here. Raises `Forbidden`, `SearchElsewhere`, `NotFound`."""
    scope = search_scope(by.actor, chat=by.chat, municipality=uow.municipality)
    appeal = await uow.appeals.get(appeal_id)
    if scope is not None and appeal.department not in scope:
        raise Forbidden
    return appeal


def _say(uow: UnitOfWork, appeal_id: AppealId, args: HistoryArgs, by: Deed) -> None:
    notice = Notice(
        NoticeKind.HISTORY,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal_id,
        args=stored_args(args),
    )
    uow.outbox.add(notice, by.at)
