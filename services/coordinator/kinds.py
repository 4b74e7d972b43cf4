"""Which of the six kinds a message is: guessed from its words, put right by a coordinator (R19, Chaikovsky, п. 1)."""

from domain.appeal import Appeal
from domain.casefile import Menu
from domain.ids import AppealId
from domain.kinds import AppealKind, guess_kind
from domain.people import Deed
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


def name_kind(appeal: Appeal, words: str) -> None:
    """What the words speak for; where they tell nothing, what was known stays."""
    guess = guess_kind(words)
    if guess is not None:
        appeal.kind, appeal.kind_reason = guess.kind, guess.words


async def offer_kinds(uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, by: Deed) -> Appeal:
    """«Вид»: the six kinds stand as buttons on this card until one is pressed."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    uow.cards.open_menu(by.chat, message_id, Menu.KIND)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def set_kind(uow: UnitOfWork, *, appeal_id: AppealId, kind: AppealKind, by: Deed) -> bool:
    """A coordinator says what it is; False where it was that already. The menu closes either way."""
    appeal = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    changed = appeal.kind is not kind
    if changed:
        appeal.set_kind(kind)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CLASSIFY)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return changed
