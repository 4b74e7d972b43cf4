"""Going through what waits, one appeal at a time in a single message (`/queue`): routed, taken or skipped, it turns on."""

from domain.appeal import Appeal
from domain.casefile import Card
from domain.errors import StaleVersion
from domain.ids import AppealId
from domain.municipality import Role
from domain.notices import CardKind, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.rights import ensure_works_here
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork


async def open_queue(uow: UnitOfWork, *, by: Deed) -> None:
    """`/queue`: the first that waits, as the chat's only queue; what opens in it counts as read (A2)."""
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)
    former = await uow.cards.find_queue(by.chat)
    if former is not None:
        _take_away(uow, former, by, outcome="")
    first = await uow.appeals.find_next_waiting()
    if first is None:
        announce.tell_here(uow, "queue-empty", by)
    else:
        await _read(uow, first, by)
        notice = Notice(
            NoticeKind.CARD, by.chat, Priority.INTERACTIVE, thread_id=by.thread, appeal_id=first.id
        )
        uow.cards.open(CardKind.QUEUE, first, notice, by.at)
    await uow.commit()


async def skip(uow: UnitOfWork, *, appeal_id: AppealId, message_id: int, by: Deed) -> bool:
    """`Пропустить`: the next one; after the last the first again. False: there is no other."""
    card = await _get_pressed(uow, message_id, by)
    if card.appeal_id != appeal_id:
        return True
    shown = await uow.appeals.get(appeal_id)
    following = await uow.appeals.find_next_waiting(shown)
    if following is None:
        return False
    await _show(uow, card, following, by)
    await uow.commit()
    return True


async def close_queue(uow: UnitOfWork, *, message_id: int, by: Deed) -> None:
    """`Закрыть`: the message goes, what waits stays."""
    card = await _get_pressed(uow, message_id, by)
    _take_away(uow, card, by, outcome="")
    await uow.commit()


async def turn_on(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    """The appeal waits no more: queues that show it turn to the next, in the caller's transaction."""
    for card in await uow.cards.list_queues(appeal.id):
        await _turn(uow, card, appeal, by)


async def turn_stale(uow: UnitOfWork, card_id: int, by: Deed) -> None:
    """A queue that shows what has been settled in any other way turns to the next."""
    card = await uow.cards.find(card_id)
    shown = await uow.appeals.get(card.appeal_id) if card else None
    if card is None or shown is None or shown.waits:
        return
    await _turn(uow, card, shown, by)
    await uow.commit()


async def _turn(uow: UnitOfWork, card: Card, shown: Appeal, by: Deed) -> None:
    following = await uow.appeals.find_next_waiting(shown)
    if following is None:
        _take_away(uow, card, by, outcome="queue-done")
    else:
        await _show(uow, card, following, by)


async def _show(uow: UnitOfWork, card: Card, appeal: Appeal, by: Deed) -> None:
    """Whoever turned the queue of this chat looks at it now; where it turned by itself nobody need have looked."""
    uow.cards.turn_to(card.id, appeal.id)
    if card.chat_id == by.chat and Role.COORDINATOR in by.actor.roles:
        await _read(uow, appeal, by)
    await uow.cards.refresh(appeal.id, by.at)


async def _read(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    if appeal.read_at is None:
        appeal.take(by.actor, by.at)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.TAKE)
        await uow.cards.refresh(appeal.id, by.at)


def _take_away(uow: UnitOfWork, card: Card, by: Deed, *, outcome: str) -> None:
    uow.cards.forget(card.id)
    if card.message_id is not None:
        announce.close_message(uow, card.chat_id, card.message_id, by.at, outcome=outcome)


async def _get_pressed(uow: UnitOfWork, message_id: int, by: Deed) -> Card:
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)
    card = await uow.cards.find_by_message(by.chat, message_id)
    if card is None or card.kind is not CardKind.QUEUE:
        raise StaleVersion
    return card
