"""«Почему такой срок»: the arithmetic of a deadline for whoever sees the card; nothing of the appeal changes."""

from datetime import datetime

from domain.appeal import Appeal
from domain.casefile import Card, Menu
from domain.errors import Forbidden, StaleVersion
from domain.explaining import Explanation, explain_card
from domain.ids import AppealId, AssignmentId, ChatId, DraftId
from domain.notices import Args, CardKind, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.rights import find_view
from services.ports import UnitOfWork
from services.work.assignment import get_part_for


async def explain(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Explanation:
    """In short; the card offers the rest from then on. Raises Forbidden, StaleVersion, NoTermNow, CalendarError."""
    card, appeal = await _find_card(uow, appeal_id, by)
    explanation = await _explain(uow, card, appeal)
    if card.menu is Menu.TABLE:
        uow.cards.open_menu(by.chat, by.message_id, Menu.WHY)
        await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return explanation


async def explain_at_length(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> bool:
    """To the presser's private chat, so that no group has to read it; False where the bot may not write there yet.

    Whoever opens it presses again: by then it may be another term. Raises Forbidden, StaleVersion, NoTermNow, CalendarError.
    """
    card, appeal = await _find_card(uow, appeal_id, by)
    await _explain(uow, card, appeal)
    private = by.actor.user_id
    if await uow.chats.is_closed(private):
        return False
    notice = Notice(
        NoticeKind.TERM_EXPLAINED,
        ChatId(private),
        Priority.INTERACTIVE,
        appeal_id=appeal.id,
        ref_id=card.id,
        args={"chat": by.chat, "thread": by.thread, "who": by.actor.short_name},
        coalesce_key=f"why:{card.id}:{private}",
    )
    uow.outbox.add(notice, by.at)
    await uow.commit()
    return True


def note_unreachable(uow: UnitOfWork, appeal_id: AppealId | None, facts: Args, *, now: datetime) -> None:
    """The presser has never opened the private chat: said once where the button was pressed, with the remedy."""
    chat, thread = int(facts.get("chat") or 0), int(facts.get("thread") or 0)
    args: Args = {"text": "hint-open-private", "who": str(facts.get("who") or "")}
    line = Notice(
        NoticeKind.STAFF_LINE,
        ChatId(chat),
        Priority.INTERACTIVE,
        thread_id=thread,
        appeal_id=appeal_id,
        args=args,
    )
    uow.outbox.add(line, now)


async def _find_card(uow: UnitOfWork, appeal_id: AppealId, by: Deed) -> tuple[Card, Appeal]:
    """The card under which it was pressed, if this person may see it here."""
    card = await uow.cards.find_by_message(by.chat, by.message_id)
    appeal = await uow.appeals.get(appeal_id)
    if card is None or card.appeal_id != appeal.id:
        raise Forbidden
    if card.assignment_id is not None:
        await get_part_for(uow, by, AssignmentId(card.assignment_id))
    elif not _may_see(uow, appeal, card, by):
        raise Forbidden
    if card.draft_id is not None and (await uow.drafts.get(DraftId(card.draft_id))).is_history:
        raise StaleVersion
    return card, appeal


def _may_see(uow: UnitOfWork, appeal: Appeal, card: Card, by: Deed) -> bool:
    stands_in = by.chat if card.kind is CardKind.DEPARTMENT else None
    town = uow.municipality
    return (
        find_view(by.actor, appeal=appeal, chat=by.chat, municipality=town, card_chat=stands_in) is not None
    )


async def _explain(uow: UnitOfWork, card: Card, appeal: Appeal) -> Explanation:
    kept = await uow.deadlines.list_open(appeal.id)
    stays = await uow.assignments.list_of_appeal(appeal.id)
    return explain_card(uow.reckoning, card, appeal, kept, stays)
