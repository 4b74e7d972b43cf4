"""`Выгружено`: on a month's first working day the coordinators are asked for the results of the last one in ССТУ.РФ (R82)."""

from datetime import date, datetime

from domain.municipality import Role
from domain.notice_args import UploadArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.register.uploads import MonthNotOver, Upload, month_before
from domain.rhythm.days import Beat, Told, find_month_begun
from domain.rights import ensure_works_here
from domain.status import Event
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a month has begun and nobody was asked; only where the settings want it."""
    return rules.municipality.sstu and find_month_begun(rules.calendar, told, now) is not None


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """One silent message in the coordinators' chat; it stays until somebody presses."""
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    begun, chat = find_month_begun(rules.calendar, told, now), uow.municipality.chats.coordinators
    if begun is None or not uow.municipality.is_open or not await uow.beats.add(Beat.SSTU, begun, chat, now):
        return
    args = stored_args(UploadArgs(month_before(begun).isoformat()))
    uow.outbox.add(Notice(NoticeKind.UPLOAD, chat, Priority.BULK, args=args), now)
    await uow.commit()


async def note(uow: UnitOfWork, rules: Rules, month: date, *, by: Deed) -> Upload:
    """Who was first, and when; a second press changes nothing. Raises `Forbidden`, `MonthNotOver`."""
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)
    if month.day != 1 or month >= rules.calendar.date_of(by.at).replace(day=1):
        raise MonthNotOver
    upload = Upload(month, by.actor.short_name, by.at)
    first = await uow.uploads.add(upload)
    if first == upload:
        uow.journal.record(by.actor, Event.UPLOADED, by.at, after={"month": month.isoformat()})
        args = stored_args(UploadArgs(month.isoformat(), by.message_id))
        uow.outbox.add(Notice(NoticeKind.UPLOAD_EDIT, by.chat, Priority.EDIT, args=args), by.at)
        await uow.commit()
    return first
