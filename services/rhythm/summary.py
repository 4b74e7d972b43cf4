"""The day's summary: told once for each working day that is over, and shown to whoever asks."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.errors import DayIsOff, DayNotUnderstood
from domain.ids import ChatId, UserId
from domain.notice_args import SummaryArgs, read_args, stored_args
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Actor, Deed
from domain.rhythm.days import Beat, Told, list_days_due, period_of, period_so_far
from domain.rhythm.readers import (
    Scope,
    find_scope,
    list_answered_for,
    list_block_heads,
    list_recipients,
)
from domain.words.dates_in_words import Toward, read_day
from domain.words.names import short_name
from domain.workdays import WorkCalendar
from services.people.stand_ins import list_private
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a working day is over of which nobody was told."""
    return bool(list_days_due(rules.calendar, told, now))


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """At the close of the working day, to the leadership and the mayor (R11, Grozny, алг. 7; R32, Krasnoufimsk No. 83, п. 6.4).

    After a silence the last closed day in full and those before it in a line each. Who is away reads it through the
    substitute (A19). To a private chat that is closed nothing is sent and nothing kept: an old summary is worth nothing
    when it opens.
    """
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    days = list_days_due(rules.calendar, told, now)
    if not days or not uow.municipality.is_open:
        return
    await _tell_everybody(uow, days, now)
    await uow.commit()


async def note_unreachable(uow: UnitOfWork, args: Args, *, now: datetime) -> None:
    """Whoever stands in never pressed Start, or blocked the bot: the one who is away reads it all the same."""
    told = read_args(SummaryArgs, args)
    if told.in_place_of:
        await _tell_everybody(uow, [date.fromisoformat(day) for day in told.days.split(",")], now)


async def _tell_everybody(uow: UnitOfWork, days: Sequence[date], now: datetime) -> None:
    for chat, replaced in (await _list_readers(uow, now)).items():
        new = [day for day in days if await uow.beats.add(Beat.SUMMARY, day, chat, now)]
        if new and not await uow.chats.is_closed(chat):
            args = SummaryArgs(",".join(day.isoformat() for day in new), in_place_of=", ".join(replaced))
            _say(uow, chat, 0, args, Priority.CARD, now)
    for head in list_block_heads(uow.municipality):
        for chat in await list_private(uow, [head.user_id], now):
            await _tell_block_head(uow, head, chat, days, now)


async def _tell_block_head(
    uow: UnitOfWork, head: Actor, chat: ChatId, days: Sequence[date], now: datetime
) -> None:
    """The own departments' day (R66, control centre, п. 2.4г–е); who reads of the whole there already is told no part."""
    new = [day for day in days if await uow.beats.add(Beat.SUMMARY, day, chat, now)]
    if not new or await uow.chats.is_closed(chat):
        return
    replaced = "" if chat == ChatId(head.user_id) else head.short_name
    scope = _codes(list_answered_for(head, uow.municipality))
    args = SummaryArgs(",".join(day.isoformat() for day in new), scope=scope, in_place_of=replaced)
    _say(uow, chat, 0, args, Priority.CARD, now)


async def _list_readers(uow: UnitOfWork, now: datetime) -> dict[ChatId, list[str]]:
    """Each chat with the names of those for whom it is read there."""
    named = list_recipients(uow.municipality)
    found: dict[ChatId, list[str]] = {chat: [] for chat in named if chat < 0}
    for person in (chat for chat in named if chat > 0):
        for chat in await list_private(uow, [UserId(person)], now):
            replaced = uow.municipality.find_employee(person) if chat not in named else None
            found.setdefault(chat, []).extend([short_name(replaced.name)] if replaced else [])
    return found


async def report(uow: UnitOfWork, rules: Rules, words: str, *, by: Deed) -> None:
    """`/report`: how it is so far, or a day that is over («вчера», «12.03»).

    Raises `DayNotUnderstood`, `DayIsOff`, CalendarError.
    """
    scope = find_scope(by.actor, by.chat, uow.municipality)
    period_so_far(rules.calendar, by.at)
    day = _read(words, rules.calendar, by.at, ZoneInfo(uow.municipality.timezone))
    args = SummaryArgs(day.isoformat() if day else "", asked=True, scope=_codes(scope))
    _say(uow, by.chat, by.thread, args, Priority.INTERACTIVE, by.at)
    await uow.commit()


async def turn_to(uow: UnitOfWork, rules: Rules, *, view: str, day: date | None, page: int, by: Deed) -> None:
    """«Просроченные», «По отделам» and the way back: the message that was pressed on shows it. Raises CalendarError."""
    scope = find_scope(by.actor, by.chat, uow.municipality)
    if day is not None:
        period_of(rules.calendar, day)
    told = day.isoformat() if day else ""
    args = SummaryArgs(told, True, _codes(scope), view, page, by.message_id, on_photo=by.on_photo)
    notice = Notice(NoticeKind.SUMMARY_VIEW, by.chat, Priority.INTERACTIVE, args=stored_args(args))
    uow.outbox.add(notice, by.at)
    await uow.commit()


def _say(
    uow: UnitOfWork, chat: ChatId, thread: int, args: SummaryArgs, priority: Priority, now: datetime
) -> None:
    notice = Notice(NoticeKind.SUMMARY, chat, priority, thread_id=thread, args=stored_args(args))
    uow.outbox.add(notice, now)


def _read(words: str, calendar: WorkCalendar, now: datetime, tz: ZoneInfo) -> date | None:
    """The closed day that is meant; None: so far."""
    if not words.strip():
        return None
    said, today = read_day(words, now=now.astimezone(tz), toward=Toward.PAST), calendar.date_of(now)
    if said is None or said.day > today:
        raise DayNotUnderstood
    if not calendar.is_working_day(said.day):
        raise DayIsOff(said.day, calendar.working_day_from(said.day))
    return None if calendar.closing(said.day) > now else said.day


def _codes(scope: Scope) -> str:
    return ",".join(sorted(scope)) if scope else ""
