"""A coordinator's slip: the route is taken back before its department has seen it, or let go when its time is over."""

from datetime import datetime

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.ids import AppealId
from domain.notices import NoticeKind
from domain.people import SYSTEM, Deed
from domain.status import Action, Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def take_back(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Отменить» under a route: it waits as before; where the department saw it (it is urgent), it is told.

    Raises `NotPossibleNow` with what is so once the ten seconds are over.
    """
    appeal = await get_for(uow, by, Action.TAKE_BACK, appeal_id)
    former, was_seen = appeal.department, not appeal.is_held_back
    returned = _find_return(await uow.assignments.list_of_appeal(appeal.id))
    appeal.take_back(
        reason=returned.reason if returned else None,
        late=returned is not None and _is_late(returned),
    )
    uow.assignments.leave(appeal, by.at, AssignmentState.WITHDRAWN, reason=None)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.TAKE_BACK)
    if was_seen:
        announce.tell_department(uow, appeal, NoticeKind.TAKEN_BACK, by.at, code=former)
    announce.show_late_files(uow, appeal, by.at)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


def _find_return(parts: list[Assignment]) -> Assignment | None:
    """The return after which it waited, if a return it was."""
    before = [one for one in parts if one.is_lead and not one.is_open][-1:]
    return next((one for one in before if one.state is AssignmentState.RETURNED), None)


def _is_late(returned: Assignment) -> bool:
    return None not in (returned.return_by, returned.ended_at) and returned.ended_at > returned.return_by  # type: ignore[operator]


async def let_go(uow: UnitOfWork, appeal_id: AppealId, *, now: datetime) -> None:
    """The ten seconds are over: the department gets its card, and the button goes."""
    appeal = await uow.appeals.get(appeal_id)
    if appeal.undo_until is None or appeal.undo_until > now:
        return
    department = uow.municipality.find_department(appeal.department or "")
    is_to_come = appeal.is_held_back
    appeal.undo_until = None
    uow.appeals.save(appeal, SYSTEM, now, action=Event.LET_GO)
    if is_to_come and department is not None:
        announce.open_department_card(uow, appeal, department, now)
    await uow.cards.refresh(appeal.id, now)
    await uow.commit()
