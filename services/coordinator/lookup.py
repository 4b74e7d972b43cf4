"""`/card NUMBER`: the card where it is asked for, with the buttons that this person has there."""

from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.errors import Forbidden
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
    card_chat = await uow.cards.find_chat(appeal.id, CardKind.DEPARTMENT)
    kind = find_view(
        by.actor, appeal=appeal, chat=by.chat, municipality=uow.municipality, card_chat=card_chat
    )
    if kind is None:
        announce.tell_here(uow, "card-not-yours", by, args={"number": appeal.number})
        return
    uow.journal.record(by.actor, Event.SHOW_CARD, by.at, appeal_id=appeal.id)
    standing = await uow.cards.find_here(appeal, kind, by.chat)
    notice = Notice(NoticeKind.CARD, by.chat, Priority.INTERACTIVE, thread_id=by.thread, appeal_id=appeal.id)
    if standing is None:
        uow.cards.open(kind, appeal, notice, by.at)
        return
    if standing.message_id is not None:
        announce.close_message(
            uow, by.chat, standing.message_id, by.at, outcome="card-is-below", number=appeal.number
        )
    uow.cards.put_below(standing, notice, by.at)
