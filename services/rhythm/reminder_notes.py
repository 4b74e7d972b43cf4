"""Reminder notes: at the opening of a week each head of a department reads what is late and what falls due (R78)."""

from collections.abc import Iterable
from datetime import date, datetime

from domain.ids import ChatId, UserId
from domain.municipality import Department, Municipality
from domain.notice_args import ReminderNoteArgs, read_args, stored_args
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.rhythm.days import Beat, Told, find_week_due
from domain.setup.access import list_heads
from domain.words.names import short_name
from services.people.stand_ins import list_private
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a week has begun and nobody was reminded."""
    return find_week_due(rules.calendar, told, now) is not None


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """To each head, or who stands in, in private, of all departments that the head answers for (R78, Nevinnomyssk).

    A department whose head cannot be written to gets the note in its own chat, which says so.
    """
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    week = find_week_due(rules.calendar, told, now)
    if week is None or not uow.municipality.is_open:
        return
    for head, departments in _by_head(uow.municipality).items():
        private = await list_private(uow, [head], now)
        if not private:
            await _tell_departments(uow, head, departments, week, now)
        for chat in private:
            if await uow.beats.add(_of_head(head), week, chat, now):
                args = ReminderNoteArgs(week.isoformat(), ",".join(one.code for one in departments))
                notice = Notice(NoticeKind.REMINDER_NOTE, chat, Priority.BULK, args=stored_args(args))
                uow.outbox.add(notice, now)
    await uow.beats.add(Beat.REMINDER_NOTE, week, _EVERYBODY, now)
    await uow.commit()


async def note_unreachable(uow: UnitOfWork, chat: ChatId, args: Args, *, now: datetime) -> None:
    """The head never pressed Start, or blocked the bot: the note goes to the departments' own chats."""
    note = read_args(ReminderNoteArgs, args)
    departments = filter(None, map(uow.municipality.find_department, note.departments.split(",")))
    if not note.instead_of:
        await _tell_departments(uow, UserId(chat), departments, date.fromisoformat(note.week), now)


def _of_head(head: UserId) -> str:
    """One who stands in for two heads hears of the departments of both."""
    return f"{Beat.REMINDER_NOTE}:head:{head}"


_EVERYBODY = ChatId(0)
"""Stands for the week as a whole: a town without heads is asked once, too."""


def _by_head(municipality: Municipality) -> dict[UserId, list[Department]]:
    found: dict[UserId, list[Department]] = {}
    for department in municipality.departments:
        named = [department.head] if department.head else []
        for head in dict.fromkeys([*named, *(one.id for one in list_heads(municipality, department))]):
            found.setdefault(head, []).append(department)
    return found


async def _tell_departments(
    uow: UnitOfWork, head: UserId, departments: Iterable[Department], week: date, now: datetime
) -> None:
    """Once a week, however many heads a department has; departments that share a chat each have their own."""
    employee = uow.municipality.find_employee(head)
    name = short_name(employee.name) if employee else ""
    for department in departments:
        if await uow.beats.add(f"{Beat.REMINDER_NOTE}:{department.code}", week, department.chat, now):
            args = ReminderNoteArgs(week.isoformat(), department.code, instead_of=name or "—")
            notice = Notice(
                NoticeKind.REMINDER_NOTE,
                department.chat,
                Priority.BULK,
                thread_id=department.thread,
                args=stored_args(args),
            )
            uow.outbox.add(notice, now)
