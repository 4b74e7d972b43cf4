"""A person is gone or away: the coordinators see what waits for him or her, and give it back to the departments."""

from collections.abc import Sequence
from datetime import datetime

from domain.assignments import Step
from domain.handover import Absence, HeldPart, ensure_may_release, works_for
from domain.ids import AssignmentId, UserId
from domain.municipality import Municipality
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def tell_of_leavers(uow: UnitOfWork, before: Municipality, now: datetime) -> None:
    """After a change of the settings: one message for each person who has lost the department of what he or she holds."""
    for user_id in await uow.assignments.list_holders():
        held = await uow.assignments.list_held(user_id)
        lost = [one for one in held if not works_for(uow.municipality, user_id, one.department)]
        is_news = before is uow.municipality or any(
            works_for(before, user_id, one.department) for one in lost
        )
        if lost and is_news:
            _tell(uow, user_id, lost, Absence.LEFT, now)


async def tell_of_absent(uow: UnitOfWork, user_id: UserId, now: datetime) -> None:
    """Somebody stands in for this person: what he or she holds is to be seen."""
    held = await uow.assignments.list_held(user_id)
    if held:
        _tell(uow, user_id, held, Absence.AWAY, now)


def _tell(
    uow: UnitOfWork,
    user_id: UserId,
    held: Sequence[HeldPart],
    absence: Absence,
    now: datetime,
    message_id: int = 0,
) -> None:
    args: Args = {
        "name": held[0].executor_name,
        "absence": absence.value,
        "held": ",".join(str(one.id) for one in held),
        "message_id": message_id,
    }
    chat = uow.municipality.chats.coordinators
    uow.outbox.add(Notice(NoticeKind.HANDOVER, chat, Priority.INTERACTIVE, ref_id=user_id, args=args), now)


async def release(uow: UnitOfWork, *, user_id: UserId, only: AssignmentId | None, by: Deed) -> int:
    """`Передать отделу`: what the person holds is the department's again, and anybody there may accept. How many.

    `only`: a single one. What has been given, returned or answered meanwhile is left alone.
    """
    ensure_may_release(by.actor, by.chat, uow.municipality)
    held = await uow.assignments.list_held(user_id)
    wanted = [one for one in held if only is None or one.id == only]
    for one in wanted:
        await _release(uow, one, by)
    for code in dict.fromkeys(one.department for one in wanted):
        department = uow.municipality.find_department(code)
        numbers = ", ".join(one.number for one in wanted if one.department == code)
        if department is not None:
            args: Args = {"numbers": numbers}
            notice = Notice(
                NoticeKind.RELEASED,
                department.chat,
                Priority.INTERACTIVE,
                thread_id=department.thread,
                args=args,
            )
            uow.outbox.add(notice, by.at)
    await _redraw(uow, user_id, by.at)
    await uow.commit()
    return len(wanted)


async def _release(uow: UnitOfWork, held: HeldPart, by: Deed) -> None:
    appeal = await get_for(uow, by, Action.RELEASE, held.appeal_id)
    if held.is_lead:
        appeal.release(by.at)
        uow.assignments.released(appeal, by.at)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.RELEASE)
    else:
        part = await uow.assignments.get(held.id)
        part.ensure_possible(Step.RELEASE)
        part.release(by.at)
        uow.assignments.save(part, by.actor, by.at, action=Action.RELEASE)
    await uow.cards.refresh(appeal.id, by.at)


async def _redraw(uow: UnitOfWork, user_id: UserId, now: datetime) -> None:
    """What the messages that listed it say from now on."""
    held = await uow.assignments.list_held(user_id)
    if not held:
        await announce.close_messages(uow, NoticeKind.HANDOVER, user_id, now, outcome="handover-done")
        return
    lost = [one for one in held if not works_for(uow.municipality, user_id, one.department)]
    for _, message_id in await uow.outbox.list_sent(NoticeKind.HANDOVER, user_id):
        _tell(uow, user_id, lost or held, Absence.LEFT if lost else Absence.AWAY, now, message_id)
