"""Notes that colleagues leave on an appeal for each other; no citizen ever reads them."""

from domain.ids import AppealId
from domain.people import Deed
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def take(uow: UnitOfWork, *, appeal_id: AppealId, text: str, by: Deed) -> None:
    """Keep a note; every card of the appeal shows the last one."""
    appeal = await get_for(uow, by, Action.NOTE, appeal_id)
    uow.staff_notes.add(appeal.id, text, by.actor, by.at)
    uow.journal.record(by.actor, Action.NOTE, by.at, appeal_id=appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
