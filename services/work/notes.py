"""Notes that colleagues leave on an appeal for each other; no citizen ever reads them."""

from domain.ids import AppealId
from domain.people import Deed
from domain.status import Action
from domain.words.talk import note_in
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def take(uow: UnitOfWork, *, appeal_id: AppealId, text: str, by: Deed) -> None:
    """Keep a note; every card of the appeal shows the last one."""
    appeal = await get_for(uow, by, Action.NOTE, appeal_id)
    uow.staff_notes.add(appeal.id, text, by)
    uow.journal.record(by.actor, Action.NOTE, by.at, appeal_id=appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def reword(uow: UnitOfWork, *, text: str, by: Deed) -> bool:
    """A corrected note; False where the message was none."""
    appeal_id = await uow.staff_notes.reword(note_in(text) or text, by)
    if appeal_id is None:
        return False
    uow.journal.record(by.actor, Action.NOTE, by.at, appeal_id=appeal_id)
    await uow.cards.refresh(appeal_id, by.at)
    await uow.commit()
    return True
