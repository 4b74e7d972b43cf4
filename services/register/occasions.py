"""`/event`: reception days, calls and meetings as rows of their own, so that the monthly report tells of them by itself (R77, R81)."""

from zoneinfo import ZoneInfo

from domain.errors import Forbidden
from domain.municipality import Role
from domain.notice_args import OccasionArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.register.occasions import Occasion, OccasionGone
from domain.rights import ensure_works_here
from domain.status import Event
from domain.words.occasions import read_occasion
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.replies import Reply


async def begin(uow: UnitOfWork, words: str, *, by: Deed) -> None:
    """With words it is noted; without any, what stands lately is shown, and more can be told.

    Raises `Forbidden`, `OccasionNotUnderstood`.
    """
    _ensure(uow, by)
    if words.strip():
        await _note(uow, words, by)
    else:
        _say(uow, NoticeKind.OCCASIONS, by)
    await uow.commit()


async def ask(uow: UnitOfWork, *, by: Deed) -> None:
    """`Записать…`: words, of whoever pressed."""
    _ensure(uow, by)
    args = OccasionArgs(by.actor.user_id, by.actor.name)
    _say(uow, NoticeKind.OCCASION_PROMPT, by, ref_id=by.actor.user_id, args=args)
    await uow.commit()


async def answer(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Words in reply to the question; False where they reply to something else. Raises `OccasionNotUnderstood`."""
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is None or sent.kind is not NoticeKind.OCCASION_PROMPT:
        return False
    _ensure(uow, by)
    if sent.ref_id != by.actor.user_id:
        raise Forbidden
    await _note(uow, reply.text, by)
    announce.close_message(uow, reply.chat_id, reply.replied_to, by.at)
    await uow.commit()
    return True


async def drop(uow: UnitOfWork, occasion_id: int, *, by: Deed) -> None:
    """It is counted no more; the row stays, with who took it off. Raises `OccasionGone`."""
    _ensure(uow, by)
    occasion = await uow.occasions.get(occasion_id)
    if occasion.dropped_at is not None:
        raise OccasionGone(occasion.dropped_by or "")
    occasion.dropped_by, occasion.dropped_at = by.actor.short_name, by.at
    uow.occasions.save(occasion)
    uow.journal.record(by.actor, Event.OCCASION_DROPPED, by.at, after={"occasion": occasion.id})
    sent = await uow.outbox.find_sent(by.chat, by.message_id)
    is_list = sent is not None and sent.kind is NoticeKind.OCCASIONS
    kind = NoticeKind.OCCASIONS_EDIT if is_list else NoticeKind.OCCASION_EDIT
    _say(uow, kind, by, ref_id=None if is_list else occasion.id, args=OccasionArgs(message_id=by.message_id))
    await uow.commit()


async def _note(uow: UnitOfWork, words: str, by: Deed) -> None:
    today = by.at.astimezone(ZoneInfo(uow.municipality.timezone)).date()
    said = read_occasion(words, today)
    occasion = Occasion(
        kind=said.kind,
        day=said.day,
        number=said.number,
        is_more=said.is_more,
        words=said.words,
        noted_by_id=by.actor.user_id,
        noted_by=by.actor.short_name,
        noted_at=by.at,
    )
    await uow.occasions.add(occasion)
    told = {"occasion": occasion.id, "kind": said.kind, "day": said.day.isoformat(), "number": said.number}
    uow.journal.record(by.actor, Event.OCCASION, by.at, after=told)
    _say(uow, NoticeKind.OCCASION, by, ref_id=occasion.id)


def _ensure(uow: UnitOfWork, by: Deed) -> None:
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)


def _say(
    uow: UnitOfWork,
    kind: NoticeKind,
    by: Deed,
    *,
    ref_id: int | None = None,
    args: OccasionArgs | None = None,
) -> None:
    notice = Notice(
        kind,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        ref_id=ref_id,
        args=stored_args(args or OccasionArgs()),
    )
    uow.outbox.add(notice, by.at)
