"""Who applies, of what came by the bot: everybody there counts as a citizen until a coordinator says otherwise (R60)."""

from domain.ids import AppealId
from domain.people import Deed
from domain.register.marks import ApplicantKind
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def set_applicant(uow: UnitOfWork, *, appeal_id: AppealId, kind: ApplicantKind, by: Deed) -> bool:
    """For the register alone, which keeps what it was; False where it was that already. The menu closes either way."""
    appeal = await get_for(uow, by, Action.CORRECT, appeal_id)
    appeal.ensure_possible(Action.CORRECT)
    changed = appeal.applicant_kind is not kind
    if changed:
        appeal.applicant_kind = kind
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CORRECT)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return changed
