"""What becomes of an ordered paper: it takes a while, it is made, it stands in the chat, or it cannot be made."""

from datetime import datetime

from domain.notices import Notice, NoticeKind, Priority
from domain.papers.kinds import PaperOrder, PaperState
from services import announcements as announce
from services.ports import UnitOfWork


async def begin(uow: UnitOfWork, order: PaperOrder) -> None:
    """Count the try before it is made: one that ends the program must not be tried for ever."""
    uow.papers.begin(order.id)
    await uow.commit()


async def note_slow(uow: UnitOfWork, order: PaperOrder, *, now: datetime) -> None:
    """Tell that it is being made; once, however often the program starts anew meanwhile."""
    present = await uow.papers.find(order.id)
    is_awaited = present is not None and present.state is PaperState.WAITING
    if is_awaited and not await uow.outbox.list_sent(NoticeKind.PAPER_PROGRESS, order.id):
        _say(uow, NoticeKind.PAPER_PROGRESS, order, now, key=f"paper:{order.id}")
        await uow.commit()


async def note_made(uow: UnitOfWork, order: PaperOrder, file: str, *, now: datetime) -> None:
    """The file goes out."""
    uow.papers.becomes(order.id, PaperState.MADE, file=file)
    _say(uow, NoticeKind.PAPER, order, now)
    await uow.commit()


async def note_failed(uow: UnitOfWork, order: PaperOrder, trouble: str, *, now: datetime) -> None:
    """Whoever asked hears why there is no file; `trouble` is empty where nobody can say."""
    uow.papers.becomes(order.id, PaperState.FAILED, trouble=trouble)
    _say(uow, NoticeKind.PAPER_TROUBLE, order, now)
    await uow.commit()


async def note_sent(uow: UnitOfWork, order_id: int, *, now: datetime) -> None:
    """It stands in the chat, so that what told of its making goes; part of the sender's transaction."""
    order = await uow.papers.find(order_id)
    if order is not None and order.state is PaperState.MADE:
        uow.papers.becomes(order_id, PaperState.SENT)
    await announce.close_messages(uow, NoticeKind.PAPER_PROGRESS, order_id, now)


def note_unsent(uow: UnitOfWork, order_id: int) -> None:
    """The sender has given it up: nobody waits for the file any more."""
    uow.papers.becomes(order_id, PaperState.FAILED)


def _say(uow: UnitOfWork, kind: NoticeKind, order: PaperOrder, now: datetime, key: str | None = None) -> None:
    notice = Notice(
        kind,
        order.chat_id,
        Priority.INTERACTIVE,
        thread_id=order.thread_id,
        ref_id=order.id,
        coalesce_key=key,
    )
    uow.outbox.add(notice, now)
