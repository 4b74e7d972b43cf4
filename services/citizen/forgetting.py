"""A citizen wants the own data erased (152-ФЗ, ст. 21): asked once more, done as soon as nothing is open any more."""

from datetime import datetime

from domain.erasure import Cause
from domain.ids import AppealId, ChatId, CitizenId
from domain.messages import Citizen, IncomingMessage
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import SYSTEM
from domain.status import Event
from services import announcements as announce
from services.citizen.acquaintance import find_own, meet
from services.ports import UnitOfWork


async def ask(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """/forget: what would be erased, what stays, and is it really meant; or, where it was meant, whether it still is."""
    citizen = await meet(uow, message, now)
    over, still_open = await uow.erasures.list_over(citizen.id)
    args: Args = {
        "over": len(over),
        "open": ", ".join(still_open),
        "asked": citizen.forget_asked_at is not None,
    }
    announce.tell_citizen(uow, citizen, NoticeKind.FORGET_QUESTION, now, args=args)
    await uow.commit()


async def decide(uow: UnitOfWork, *, wanted: bool, message_id: int, user_id: int, now: datetime) -> None:
    """The button under the question `message_id`; it is erased with the next look round, when this has been answered."""
    citizen = await find_own(uow, user_id)
    citizen.forget_asked_at = now if wanted else None
    uow.citizens.save(citizen)
    _, still_open = await uow.erasures.list_over(citizen.id)
    text = "citizen-kept" if not wanted else "citizen-forget-later" if still_open else "citizen-forget-now"
    said: Args = {"message_id": message_id, "text": text, "number": ", ".join(still_open)}
    uow.outbox.add(
        Notice(NoticeKind.CLOSE_MESSAGE, ChatId(citizen.chat_id), Priority.CITIZEN, args=said), now
    )
    await uow.commit()


async def forget(uow: UnitOfWork, citizen_id: CitizenId, *, now: datetime) -> None:
    """Erase everything personal of who asked for it; who has changed the mind, or has something open again, is left."""
    citizen = await uow.citizens.get(citizen_id)
    over, still_open = await uow.erasures.list_over(citizen_id)
    if citizen.forget_asked_at is None or still_open:
        return
    if await uow.erasures.has_waiting(citizen_id, since=citizen.forget_asked_at):
        return
    await uow.erasures.erase(citizen_id, over, Cause.REQUEST, now, with_person=True)
    _note(uow, citizen, len(over), now)
    await uow.commit()


async def erase_old(uow: UnitOfWork, citizen_id: CitizenId, appeal_id: AppealId, *, now: datetime) -> None:
    """The municipality's term of keeping is over: with the last of the messages the person goes, too."""
    over, still_open = await uow.erasures.list_over(citizen_id)
    if appeal_id not in over:
        return
    waits = await uow.erasures.has_waiting(citizen_id)
    is_last = over == [appeal_id] and not still_open and not waits
    citizen = await uow.citizens.get(citizen_id)
    await uow.erasures.erase(citizen_id, [appeal_id], Cause.TERM, now, with_person=is_last)
    _note(uow, citizen, 1, now)
    await uow.commit()


def _note(uow: UnitOfWork, citizen: Citizen, count: int, now: datetime) -> None:
    after = {"citizen": citizen.id, "appeals": count}
    uow.journal.record(SYSTEM, Event.ERASE, now, after=after)
