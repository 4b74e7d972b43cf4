"""Groups and pages that nobody brings messages from: at the opening of each working day the coordinators are asked to look (R18)."""

from datetime import date, datetime

from domain.errors import NotFound
from domain.municipality import Role
from domain.notice_args import WatchArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.register.watching import Look, WatchOver, list_watched
from domain.rhythm.days import Beat, Told, find_day_to_watch
from domain.rights import ensure_works_here
from domain.status import Event
from services import announcements as announce
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a working day has begun and nobody was asked to look."""
    return bool(list_watched(rules.municipality)) and find_day_to_watch(rules.calendar, told, now) is not None


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """One silent message in the coordinators' chat, which takes the place of the last one (R18, Chaikovsky, п. 1: daily)."""
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    day = find_day_to_watch(rules.calendar, told, now)
    chat = uow.municipality.chats.coordinators
    if day is None or not uow.municipality.is_open or not await uow.beats.add(Beat.WATCH, day, chat, now):
        return
    if told.watch is not None:
        await announce.close_messages(uow, NoticeKind.WATCH, told.watch.toordinal(), now)
    args = stored_args(WatchArgs(day.isoformat()))
    uow.outbox.add(Notice(NoticeKind.WATCH, chat, Priority.BULK, ref_id=day.toordinal(), args=args), now)
    await uow.commit()


async def note(uow: UnitOfWork, rules: Rules, channel: str, day: date, *, by: Deed) -> Look:
    """«Просмотрено»: who has looked first, and when; the second press changes nothing. Raises `WatchOver` on another day's list."""
    town = uow.municipality
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=town)
    if channel not in [one.code for one in list_watched(town)]:
        raise NotFound
    if day != rules.calendar.date_of(by.at):
        raise WatchOver(day)
    look = Look(channel, day, by.actor.short_name, by.at)
    first = await uow.looks.add(look)
    if first == look:
        uow.journal.record(by.actor, Event.LOOK, by.at, after={"channel": channel, "day": day.isoformat()})
        args = stored_args(WatchArgs(day.isoformat(), by.message_id))
        uow.outbox.add(Notice(NoticeKind.WATCH_EDIT, by.chat, Priority.EDIT, args=args), by.at)
        await uow.commit()
    return first
