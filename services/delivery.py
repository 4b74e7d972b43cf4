"""What became of what was sent: the answer's fate on the cards, chats that can't be reached, chats that moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.appeal import Appeal
from domain.errors import Forbidden
from domain.ids import AppealId, ChatId
from domain.municipality import Department, Municipality
from domain.notice_args import ClosingArgs, stored_args
from domain.notices import AlarmKind, CardKind, Notice, NoticeKind, Priority
from domain.outcomes import Delivery
from domain.people import SYSTEM, Deed
from domain.setup.binding import Removal
from domain.setup.founding import NOWHERE
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork


class Fate(StrEnum):
    """What the messenger said of a message that is not to be tried again now."""

    BLOCKED = "blocked"
    NEVER_STARTED = "never_started"
    FAILED = "failed"


async def note_answer_delivered(uow: UnitOfWork, appeal_id: AppealId, *, now: datetime) -> None:
    """The card says that the citizen has the answer."""
    await _note_fate(uow, appeal_id, Delivery.DELIVERED, now)


async def note_answer_undelivered(uow: UnitOfWork, appeal_id: AppealId, fate: Fate, *, now: datetime) -> None:
    """Executor and coordinators are told; the answer is kept and leaves once the citizen opens the bot again."""
    delivery = Delivery.FAILED if fate is Fate.FAILED else Delivery.BLOCKED
    appeal = await uow.appeals.get(appeal_id)
    if appeal.delivery is delivery:
        return
    await _note_fate(uow, appeal_id, delivery, now)
    announce.tell_department(uow, appeal, NoticeKind.DELIVERY_FAILED, now)
    announce.tell_coordinators(uow, appeal, NoticeKind.DELIVERY_FAILED, now)


async def _note_fate(uow: UnitOfWork, appeal_id: AppealId, delivery: Delivery, now: datetime) -> None:
    appeal = await uow.appeals.get(appeal_id)
    appeal.delivery = delivery
    appeal.delivered_at = now if delivery is Delivery.DELIVERED else None
    if delivery is Delivery.DELIVERED:
        appeal.task_since = None
    uow.appeals.save(appeal, SYSTEM, now, action=Event.DELIVERY)
    await uow.cards.refresh(appeal_id, now)


@dataclass(frozen=True, slots=True)
class Move:
    """A group became a supergroup and got a new id."""

    old: ChatId
    new: ChatId


def move_chats(municipality: Municipality, move: Move) -> Municipality:
    """The municipality with the new id everywhere the old one stood."""

    def moved(chat: ChatId) -> ChatId:
        return move.new if chat == move.old else chat

    chats = municipality.chats
    return replace(
        municipality,
        chats=replace(
            chats,
            coordinators=moved(chats.coordinators),
            approvals=moved(chats.approvals),
            leadership=moved(chats.leadership),
            public=tuple(moved(chat) for chat in chats.public),
        ),
        departments=tuple(
            replace(department, chat=moved(department.chat)) for department in municipality.departments
        ),
    )


async def migrate(uow: UnitOfWork, move: Move, *, now: datetime) -> None:
    """Follow a group to its new id: settings, cards, what waits to be said and who is being asked (guarantee 18)."""
    municipality = move_chats(uow.municipality, move)
    if municipality != uow.municipality:
        uow.change_municipality(municipality, SYSTEM, now)
        announce.alarm(uow, AlarmKind.MIGRATED, now, old=str(move.old), new=str(move.new))
    uow.chats.move(move.old, move.new, now)
    await uow.commit()


async def note_unreachable(uow: UnitOfWork, chat: int, reason: str, *, now: datetime) -> None:
    """The bot was removed from a staff chat: the coordinators stand in for it, administrators are alarmed (guarantee 18).

    They get one list of what is open there and put up the cards that they need; what is new comes to them as it is.
    What waits for the coordinators themselves, or for a private chat, is kept until the chat comes back.
    """
    if uow.municipality.is_public(chat):
        # Nothing is kept for it: an answer that cannot be published now is given by a person now.
        announce.alarm(uow, AlarmKind.PUBLIC_UNREACHABLE, now, chat=str(chat), reason=reason)
        await uow.commit()
        return
    coordinators = uow.municipality.chats.coordinators
    fallback = coordinators if chat < 0 and coordinators not in (chat, NOWHERE) else None
    was_lost = uow.chats.is_lost(chat)
    uow.chats.mark_unreachable(chat, reason, now, fallback=fallback)
    if fallback is not None and not was_lost:
        announce.list_lost_cards(uow, ChatId(chat), now)
    if chat in uow.municipality.staff_chats:
        lost = AlarmKind.CHAT_UNREACHABLE if fallback is not None else AlarmKind.COORDINATORS_UNREACHABLE
        announce.alarm(uow, lost, now, chat=str(chat), reason=reason)
    await uow.commit()


async def show_card(uow: UnitOfWork, appeal_id: AppealId, *, by: Deed) -> Appeal:
    """The number in the list of a lost group's open work: its card is put up here, where it stands nowhere yet."""
    if not by.actor.roles or by.chat != uow.municipality.chats.coordinators:
        raise Forbidden
    appeal = await uow.appeals.get(appeal_id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def note_blocked(uow: UnitOfWork, chat: int, *, now: datetime) -> None:
    """A person blocked the bot: what is said to him or her waits until the bot is let in again."""
    uow.chats.note_closed(chat, Fate.BLOCKED, now)
    await uow.commit()


async def note_reachable(uow: UnitOfWork, chat: int, *, title: str = "", now: datetime) -> None:
    """The citizen opened the bot again, or the bot is back in the group of this title: what was kept leaves now."""
    if title:
        uow.chats.note_title(chat, title)
    uow.chats.mark_reachable(chat, now)
    await announce.close_messages(uow, NoticeKind.LOST_CARDS, chat, now, outcome="lost-found")
    stand_in = uow.municipality.chats.coordinators
    if chat != stand_in:
        for kind, department in _homes(uow.municipality, chat):
            await _bring_home(uow, kind, department, ChatId(chat), now)
        await _put_up_anew(uow, chat, now)
    await uow.commit()


def _homes(municipality: Municipality, chat: int) -> list[tuple[CardKind, Department | None]]:
    """Cards of which kind belong into this chat, those of departments each by its own."""
    chats = municipality.chats
    shared = {CardKind.APPROVAL: chats.approvals, CardKind.LEADERSHIP: chats.leadership}
    departments = municipality.list_departments_of_chat(chat)
    return [
        *((CardKind.DEPARTMENT, department) for department in departments),
        *((kind, None) for kind, home in shared.items() if home == chat),
    ]


async def _bring_home(
    uow: UnitOfWork, kind: CardKind, department: Department | None, chat: ChatId, now: datetime
) -> None:
    """What the coordinators' chat stood in for goes back to where its people are."""
    stand_in = uow.municipality.chats.coordinators
    for number, message_id in await uow.cards.bring_home(kind, department, chat, stand_in=stand_in):
        args = stored_args(ClosingArgs(message_id, "card-went-home", number))
        uow.outbox.add(Notice(NoticeKind.CLOSE_MESSAGE, stand_in, Priority.EDIT, args=args), now)


async def carry_cards(uow: UnitOfWork, removals: Sequence[Removal], *, now: datetime) -> None:
    """An administrator has bound chats anew: the open cards follow, and what they leave behind says so."""
    for removal in removals:
        for number, message_id in await uow.cards.carry(removal):
            args = stored_args(ClosingArgs(message_id, "card-moved", number))
            uow.outbox.add(Notice(NoticeKind.CLOSE_MESSAGE, removal.old.chat, Priority.EDIT, args=args), now)
    for chat in dict.fromkeys(removal.new.chat for removal in removals):
        await _put_up_anew(uow, chat, now)


async def _put_up_anew(uow: UnitOfWork, chat: int, now: datetime) -> None:
    for appeal_id in await uow.cards.list_taken_down(chat):
        await uow.cards.refresh(appeal_id, now)
