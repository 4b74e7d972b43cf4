"""The approver's line of drafts: one after another, each as the chat's newest message, without scrolling."""

from domain.casefile import Card
from domain.drafts import Draft
from domain.errors import NothingWaits
from domain.ids import DraftId
from domain.notices import Args, CardKind, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Action
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def show_next(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> str:
    """«Следующий»: the next draft on approval comes down as the newest message, and one line stays where it stood.

    The number of its appeal. Nothing is put up where none waits: `NothingWaits`.
    """
    shown = await uow.drafts.get(draft_id)
    await get_for(uow, by, Action.APPROVE, shown.appeal_id)
    own = None if uow.municipality.approval.self_approval else by.actor.user_id
    coming = await uow.drafts.find_next_waiting(shown, own)
    if coming is None:
        raise NothingWaits
    appeal = await uow.appeals.get(coming.appeal_id)
    await get_for(uow, by, Action.APPROVE, appeal.id)
    card = await uow.cards.find_of_draft(coming.id, by.chat)
    if card is None or card.message_id is not None:
        await _bring_down(uow, coming, card, appeal.number, by)
        await uow.cards.refresh(shown.appeal_id, by.at, CardKind.APPROVAL)
        await uow.commit()
    return appeal.number


async def _bring_down(uow: UnitOfWork, draft: Draft, card: Card | None, number: str, by: Deed) -> None:
    notice = Notice(
        NoticeKind.CARD,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=draft.appeal_id,
        args={"silent": True},
    )
    if card is None:
        appeal = await uow.appeals.get(draft.appeal_id)
        uow.cards.open(CardKind.APPROVAL, appeal, notice, by.at, draft_id=draft.id)
        return
    uow.cards.put_below(card, notice, by.at)
    args: Args = {"message_id": card.message_id, "text": "approval-below", "number": number}
    uow.outbox.add(
        Notice(NoticeKind.CLOSE_MESSAGE, by.chat, Priority.EDIT, ref_id=draft.id, args=args), by.at
    )
