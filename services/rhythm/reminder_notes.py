"""Reminder notes: at the opening of a week each head of a department reads what is late and what falls due (R78)."""

from datetime import date, datetime

from domain.ids import ChatId, UserId
from domain.municipality import Department, Municipality, Role
from domain.notice_args import ReminderNoteArgs, read_args, stored_args
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.rhythm.days import Beat, Told, find_week_due
from domain.setup.access import list_curators, list_heads
from domain.words.names import short_name
from services.people.stand_ins import list_private
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a week has begun and nobody was reminded."""
    return find_week_due(rules.calendar, told, now) is not None


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """To each head, or who stands in, in private, of all departments that the head answers for (R78, Nevinnomyssk).

    A department whose head cannot be written to gets the note in its own chat, which says so, and it goes one level up.
    """
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    week = find_week_due(rules.calendar, told, now)
    if week is None or not uow.municipality.is_open:
        return
    for head, departments in _by_head(uow.municipality).items():
        private = await list_private(uow, [head], now)
        for department in departments if not private else ():
            await _tell_department(uow, head, department, week, now)
        for chat in private:
            if await uow.beats.add(_of_head(head), week, chat, now):
                args = ReminderNoteArgs(week.isoformat(), ",".join(one.code for one in departments))
                notice = Notice(NoticeKind.REMINDER_NOTE, chat, Priority.BULK, args=stored_args(args))
                uow.outbox.add(notice, now)
    await uow.beats.add(Beat.REMINDER_NOTE, week, _EVERYBODY, now)
    await uow.commit()


async def note_unreachable(uow: UnitOfWork, chat: ChatId, args: Args, *, now: datetime) -> None:
    """The head never pressed Start, or blocked the bot: the note goes to the departments' own chats and one level up, and
    from a curator who cannot be written to either to the administrators.
    """
    note = read_args(ReminderNoteArgs, args)
    week = date.fromisoformat(note.week)
    for department in filter(None, map(uow.municipality.find_department, note.departments.split(","))):
        if not note.instead_of:
            await _tell_department(uow, UserId(chat), department, week, now)
        elif chat > 0:
            for admin in await _list_administrators(uow, now):
                await _tell_instead(uow, admin, 0, department, note.instead_of, week, now)


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


async def _tell_department(
    uow: UnitOfWork, head: UserId, department: Department, week: date, now: datetime
) -> None:
    """In its own chat, and to whoever oversees it: what its head does not read is not lost in silence."""
    employee = uow.municipality.find_employee(head)
    name = short_name(employee.name) if employee else "—"
    await _tell_instead(uow, department.chat, department.thread, department, name, week, now)
    curators = [one for one in list_curators(uow.municipality, department) if one != head]
    for chat in await list_private(uow, curators, now) or await _list_administrators(uow, now):
        await _tell_instead(uow, chat, 0, department, name, week, now)


async def _list_administrators(uow: UnitOfWork, now: datetime) -> list[ChatId]:
    return await list_private(uow, [one.id for one in uow.municipality.list_employees(Role.ADMIN)], now)


async def _tell_instead(
    uow: UnitOfWork, chat: ChatId, thread: int, department: Department, name: str, week: date, now: datetime
) -> None:
    """Once a week, however many heads a department has; departments that share a chat each have their own."""
    if not await uow.beats.add(f"{Beat.REMINDER_NOTE}:{department.code}", week, chat, now):
        return
    args = stored_args(ReminderNoteArgs(week.isoformat(), department.code, instead_of=name))
    notice = Notice(NoticeKind.REMINDER_NOTE, chat, Priority.BULK, thread_id=thread, args=args)
    uow.outbox.add(notice, now)
