"""Cards by e-mail: sent by a coordinator's press beside the chat's card, and what became of each letter (R30)."""

from datetime import datetime

from domain.errors import NotFound
from domain.ids import AppealId
from domain.mailing.mailings import Mailing, MailingState, MailOnItsWay, MailTrouble
from domain.mailing.recipients import Recipient, list_recipients
from domain.notices import AlarmKind, Args, NoticeKind
from domain.people import SYSTEM, Deed
from domain.status import Action, Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for

_NOT_LEFT = frozenset({MailingState.WAITING, MailingState.SENDING})


async def send_by_mail(uow: UnitOfWork, *, appeal_id: AppealId, to: str, by: Deed) -> Recipient:
    """A copy of the card to an address of those who have it. `to` is the recipient's key; raises `MailOnItsWay`."""
    appeal = await get_for(uow, by, Action.SEND_BY_MAIL, appeal_id)
    appeal.ensure_possible(Action.SEND_BY_MAIL)
    parts = await uow.assignments.list_of_appeal(appeal.id)
    codes = [appeal.department, *(one.department for one in parts if one.is_open)]
    found = (one for one in list_recipients(uow.municipality, codes) if one.key == to)
    recipient = next(found, None)
    if recipient is None:
        raise NotFound
    for earlier in await uow.mailings.list_of_appeal(appeal.id):
        is_card = earlier.follows is None
        if is_card and earlier.address == recipient.address and earlier.state in _NOT_LEFT:
            raise MailOnItsWay
    uow.mailings.add(appeal.id, recipient.department, recipient.address, by.at)
    uow.journal.record(by.actor, Action.SEND_BY_MAIL, by.at, appeal_id=appeal.id, reason=recipient.address)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return recipient


async def note_sent(uow: UnitOfWork, mailing: Mailing, *, now: datetime) -> None:
    """The server has taken it; the cards say when it left."""
    uow.mailings.sent(mailing, now)
    _record(uow, Event.MAILED, mailing, now)
    await uow.cards.refresh(mailing.appeal_id, now)
    await uow.commit()


async def note_dropped(uow: UnitOfWork, mailing: Mailing, *, now: datetime) -> None:
    """The department lost the appeal before the letter left: a route that was taken back reaches nobody."""
    uow.mailings.dropped(mailing)
    await uow.cards.refresh(mailing.appeal_id, now)
    await uow.commit()


async def note_put_off(
    uow: UnitOfWork, mailing: Mailing, trouble: MailTrouble, code: str, *, until: datetime, now: datetime
) -> None:
    """It is tried again then; the cards say so from the first time on."""
    uow.mailings.put_off(mailing, trouble, code, until=until)
    if mailing.trouble is None:
        await uow.cards.refresh(mailing.appeal_id, now)
    await uow.commit()


async def note_failed(
    uow: UnitOfWork, mailing: Mailing, trouble: MailTrouble, code: str, *, now: datetime
) -> None:
    """Given up: the coordinators hear of it and what to do, the administrators too; the cards keep saying it."""
    uow.mailings.failed(mailing, trouble, code)
    _record(uow, Event.MAIL_FAILED, mailing, now)
    appeal = await uow.appeals.get(mailing.appeal_id)
    department = uow.municipality.find_department(mailing.department)
    facts: Args = {
        "text": "mail-not-delivered",
        "loud": True,
        "number": appeal.number,
        "department": department.name if department else mailing.department,
        "address": mailing.address,
        "trouble": trouble.value,
        "code": code,
    }
    announce.tell_coordinators(uow, appeal, NoticeKind.STAFF_LINE, now, args=facts)
    announce.alarm(
        uow, AlarmKind.MAIL_NOT_SENT, now, address=mailing.address, trouble=trouble.value, code=code
    )
    await uow.cards.refresh(mailing.appeal_id, now)
    await uow.commit()


def _record(uow: UnitOfWork, event: Event, mailing: Mailing, now: datetime) -> None:
    uow.journal.record(SYSTEM, event, now, appeal_id=mailing.appeal_id, reason=mailing.address)
