"""`/card NUMBER`, a number in a reminder: the card where it is asked for, with the buttons that this person has there."""

from typing import Final
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.casefile import Card
from domain.errors import Forbidden
from domain.ids import AppealId
from domain.municipality import Role
from domain.notices import CardKind, Notice, NoticeKind, Priority
from domain.numbers import find_number
from domain.people import Deed
from domain.rights import find_view
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork


async def show_card(uow: UnitOfWork, *, words: str, by: Deed) -> None:
    """Put the card up here; in a chat where it stands already it moves to the end. Else one line says why not.

    Whoever has no role at all is not even told which numbers there are.
    """
    if not by.actor.roles:
        raise Forbidden
    number = find_number(words, by.at.astimezone(ZoneInfo(uow.municipality.timezone)).year)
    appeal = await uow.appeals.find_by_number(number) if number else None
    if number is None:
        announce.tell_here(uow, "card-which", by)
    elif appeal is None:
        announce.tell_here(uow, "card-unknown", by, args={"number": number})
    else:
        await _show(uow, appeal, by)
    await uow.commit()


async def _show(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    kind = await _find_view(uow, appeal, by)
    if kind is None:
        announce.tell_here(uow, "card-not-yours", by, args={"number": appeal.number})
    else:
        await _put_up(uow, appeal, kind, by)


async def _find_view(uow: UnitOfWork, appeal: Appeal, by: Deed) -> CardKind | None:
    card_chat = await uow.cards.find_chat(appeal.id, CardKind.DEPARTMENT)
    stays = await uow.assignments.list_of_appeal(appeal.id)
    return find_view(
        by.actor,
        appeal=appeal,
        chat=by.chat,
        municipality=uow.municipality,
        card_chat=card_chat,
        parts=[one.department for one in stays if one.is_open],
    )


async def _put_up(uow: UnitOfWork, appeal: Appeal, kind: CardKind, by: Deed) -> None:
    uow.journal.record(by.actor, Event.SHOW_CARD, by.at, appeal_id=appeal.id)
    standing = await uow.cards.find_here(appeal, kind, by.chat)
    notice = Notice(NoticeKind.CARD, by.chat, Priority.INTERACTIVE, thread_id=by.thread, appeal_id=appeal.id)
    if standing is None:
        uow.cards.open(kind, appeal, notice, by.at)
    else:
        _move_down(uow, standing, appeal, notice, by)


def _move_down(uow: UnitOfWork, card: Card, appeal: Appeal, notice: Notice, by: Deed) -> None:
    if card.message_id is not None:
        announce.close_message(
            uow, by.chat, card.message_id, by.at, outcome="card-is-below", number=appeal.number
        )
    uow.cards.put_below(card, notice, by.at)


async def open_here(uow: UnitOfWork, appeal_id: AppealId, *, by: Deed) -> str:
    """A number in what was found: the card that this person has here comes to the chat's end. The number.

    Raises `Forbidden` for whoever may not see it here.
    """
    appeal = await uow.appeals.get(appeal_id)
    kind = await _find_view(uow, appeal, by)
    if kind is None:
        raise Forbidden
    await _put_up(uow, appeal, kind, by)
    await uow.commit()
    return appeal.number


async def bring_down(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> str:
    """A number in a reminder: the card that stands in this chat, a part's or a draft's too, comes to its end. The number.

    Raises `Forbidden` for whoever does not work with that card.
    """
    appeal = await uow.appeals.get(appeal_id)
    card = await uow.cards.find_standing(appeal.id, by.chat)
    if card is None:
        kind = await _find_view(uow, appeal, by)
        if kind is None:
            raise Forbidden
        await _put_up(uow, appeal, kind, by)
    elif not _works_with(card, by):
        raise Forbidden
    else:
        uow.journal.record(by.actor, Event.SHOW_CARD, by.at, appeal_id=appeal.id)
        _move_down(uow, card, appeal, _silent_card(appeal, by), by)
    await uow.commit()
    return appeal.number


def _silent_card(appeal: Appeal, by: Deed) -> Notice:
    return Notice(
        NoticeKind.CARD,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id,
        args={"silent": True},
    )


_WORKED_ON_BY: Final = {
    CardKind.COORDINATORS: Role.COORDINATOR,
    CardKind.TASK: Role.COORDINATOR,
    CardKind.SENDER: Role.COORDINATOR,
    CardKind.DEPARTMENT: Role.EXECUTOR,
    CardKind.APPROVAL: Role.APPROVER,
}


def _works_with(card: Card, by: Deed) -> bool:
    role = _WORKED_ON_BY.get(card.kind)
    is_own = role is not Role.EXECUTOR or card.department in by.actor.departments_as(role)
    return is_own and role in by.actor.roles
