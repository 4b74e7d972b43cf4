"""A coordinator's slip: for ten seconds one press takes a route back that nobody has accepted."""

from datetime import datetime

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.ids import AppealId
from domain.notices import CardKind
from domain.people import SYSTEM, Deed
from domain.status import Action, Event
from services.ports import UnitOfWork
from services.work.assignment import forget_work, get_for


async def take_back(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Отменить» under a route: it waits as before, and the department's card is closed in one edit.

    Raises `NotPossibleNow` with what is so once it is accepted or returned, or the ten seconds are over.
    """
    appeal = await get_for(uow, by, Action.TAKE_BACK, appeal_id)
    returned = _find_return(await uow.assignments.list_of_appeal(appeal.id))
    appeal.take_back(
        reason=returned.reason if returned else None,
        late=returned is not None and _is_late(returned),
    )
    uow.assignments.leave(appeal, by.at, AssignmentState.WITHDRAWN, reason=None)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.TAKE_BACK)
    await forget_work(uow, appeal, by.at)
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
    """The ten seconds are over: the button goes."""
    appeal = await uow.appeals.get(appeal_id)
    if appeal.undo_until is None or appeal.undo_until > now:
        return
    appeal.undo_until = None
    uow.appeals.save(appeal, SYSTEM, now, action=Event.LET_GO)
    await uow.cards.refresh(appeal.id, now, CardKind.COORDINATORS)
    await uow.commit()
