"""The one message that causes and road maps are read and kept on."""

from domain.causes.pages import CausePlace
from domain.causes.rights import ensure_reads, keeps
from domain.notice_args import CausesArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from services import announcements as announce
from services.ports import UnitOfWork


async def begin(uow: UnitOfWork, *, by: Deed) -> None:
    """`/causes`: what has grown and what has causes, on a new message. Raises `Forbidden`."""
    ensure_reads(by.actor, chat=by.chat, municipality=uow.municipality)
    await forget_questions(uow, by)
    show(uow, CausePlace(), by)
    await uow.commit()


async def turn_to(uow: UnitOfWork, place: CausePlace, *, by: Deed) -> None:
    """Another page on the same message. Raises `Forbidden`."""
    ensure_reads(by.actor, chat=by.chat, municipality=uow.municipality)
    await forget_questions(uow, by)
    show(uow, place, by, message_id=by.message_id)
    await uow.commit()


def show(uow: UnitOfWork, place: CausePlace, by: Deed, *, message_id: int = 0) -> None:
    """On the message that was pressed on, or on a new one."""
    reads = not keeps(by.actor, chat=by.chat, municipality=uow.municipality)
    args = CausesArgs(place.page.value, place.of, place.at, reads, message_id)
    kind = NoticeKind.CAUSES_EDIT if message_id else NoticeKind.CAUSES
    notice = Notice(kind, by.chat, Priority.INTERACTIVE, thread_id=by.thread, args=stored_args(args))
    uow.outbox.add(notice, by.at)


async def forget_questions(uow: UnitOfWork, by: Deed) -> None:
    """One question at a time: whoever turns the page does not mean to answer any more."""
    for question in await uow.causes.list_asked(by.actor.user_id, by.chat):
        uow.causes.close_question(question.id, by.at)
        await announce.close_messages(uow, NoticeKind.CAUSE_PROMPT, question.id, by.at)
