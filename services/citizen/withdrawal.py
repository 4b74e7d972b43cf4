"""A citizen takes a message back: asked once more, then it is closed and whoever works on it is told."""

from datetime import datetime

from domain.appeal import Appeal
from domain.errors import NotFound
from domain.ids import AppealId, ChatId
from domain.messages import IncomingMessage
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import SYSTEM
from domain.status import Action
from services import announcements as announce
from services.citizen.acquaintance import find_own, meet
from services.ports import UnitOfWork
from services.work.endings import forget_proposal, wind_up


async def ask(uow: UnitOfWork, message: IncomingMessage, number: str, *, now: datetime) -> None:
    """/withdraw [NUMBER]: which one, and is it really meant."""
    citizen = await meet(uow, message, now)
    args: Args = {"number": number.strip() or None}
    announce.tell_citizen(uow, citizen, NoticeKind.WITHDRAW_QUESTION, now, args=args)
    await uow.commit()


async def withdraw(
    uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, user_id: int, now: datetime
) -> Appeal:
    """«Да, снять» under the question `message_id`: possible until the answer is approved."""
    citizen = await find_own(uow, user_id)
    appeal = await uow.appeals.get(appeal_id)
    if appeal.citizen_id != citizen.id:
        raise NotFound
    await forget_proposal(uow, appeal, now)
    appeal.withdraw(now)
    uow.appeals.save(appeal, SYSTEM, now, action=Action.WITHDRAW)
    await wind_up(uow, appeal, now)
    said: Args = {"message_id": message_id, "text": "citizen-withdrawn", "number": appeal.number}
    uow.outbox.add(
        Notice(NoticeKind.CLOSE_MESSAGE, ChatId(citizen.chat_id), Priority.CITIZEN, args=said), now
    )
    await uow.commit()
    return appeal
