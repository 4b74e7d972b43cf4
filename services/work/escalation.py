"""Missed deadlines climb: coordinators, the curator, the leadership; each is told once, in one list that each chat has."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.escalation import LOUD_A_DAY, Level, Overdue, list_climbs
from domain.ids import AppealId, ChatId, DepartmentCode
from domain.municipality import Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import SYSTEM
from domain.setup.access import list_curators
from domain.status import Event
from services import announcements as announce
from services.people.stand_ins import list_private
from services.ports import Rules, UnitOfWork

_News = list[tuple[Level, Overdue]]


async def climb(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """Whoever has to know by now hears of it, however much it is, in one message (R54, R55, Krasnoufimsk No. 83, п. 22-24).

    A list that somebody has is edited where a deadline is missed no more.
    """
    if not uow.municipality.is_open:
        return
    news: dict[ChatId, _News] = {}
    for step in list_climbs(rules.calendar, now):
        for overdue in await uow.escalations.take_due(step):
            for chat in await _list_hearers(uow, step.level, overdue, now):
                news.setdefault(chat, []).append((step.level, overdue))
    stale = [chat for chat in await uow.escalations.settle(now) if chat not in news]
    for chat, told in news.items():
        await _tell(uow, chat, told, now)
    for chat in stale:
        if await uow.escalations.find_standing(chat) is not None:
            _edit_list(uow, chat, now)
    await uow.commit()


async def _list_hearers(uow: UnitOfWork, level: Level, overdue: Overdue, now: datetime) -> list[ChatId]:
    chats = uow.municipality.chats
    match level:
        case Level.COORDINATORS:
            return [chats.coordinators]
        case Level.CURATOR:
            return await _list_curators(uow, overdue.department, now)
        case Level.LEADERSHIP:
            mayors = uow.municipality.list_employees(Role.MAYOR) if overdue.mayor_knows else ()
            return [chats.leadership, *await list_private(uow, [one.id for one in mayors], now)]


async def _list_curators(uow: UnitOfWork, code: DepartmentCode | None, now: datetime) -> list[ChatId]:
    """In private, whoever stands in for the curator included. Where none can be written to, the coordinators read so
    and it goes one level up at once; a department without a curator is told of to the coordinators alone.
    """
    chats = uow.municipality.chats
    department = uow.municipality.find_department(code) if code else None
    curators = list_curators(uow.municipality, department) if department else []
    if not curators:
        return [chats.coordinators]
    return await list_private(uow, curators, now) or _one_level_up(uow)


def _one_level_up(uow: UnitOfWork) -> list[ChatId]:
    chats = uow.municipality.chats
    return list(dict.fromkeys([chats.coordinators, chats.leadership]))


async def _tell(uow: UnitOfWork, chat: ChatId, told: _News, now: datetime) -> None:
    """With a sound where the chat has not heard of one of these appeals; the leadership five times a day at most."""
    known = await uow.escalations.list_appeals(chat)
    loud = any(overdue.appeal_id not in known for _, overdue in told) and await _may_call(uow, chat, now)
    for level, overdue in told:
        uow.escalations.note(overdue, level, chat, now, loud=loud)
        _journal(uow, level, overdue, chat, now)
    standing = await uow.escalations.find_standing(chat)
    if standing is not None and not loud:
        _edit_list(uow, chat, now)
        return
    if standing is not None:
        announce.close_message(uow, chat, standing, now)
    urgent = any(overdue.urgent for _, overdue in told)
    _put_up(uow, chat, now, loud=loud, priority=Priority.URGENT if urgent else Priority.CARD)


async def _may_call(uow: UnitOfWork, chat: ChatId, now: datetime) -> bool:
    if chat != uow.municipality.chats.leadership:
        return True
    local = now.astimezone(ZoneInfo(uow.municipality.timezone))
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return await uow.escalations.count_calls(chat, midnight) < LOUD_A_DAY


def _put_up(uow: UnitOfWork, chat: ChatId, now: datetime, *, loud: bool, priority: Priority) -> None:
    args = {"silent": not loud}
    uow.outbox.add(Notice(NoticeKind.OVERDUE, chat, priority, args=args, coalesce_key=f"overdue:{chat}"), now)


def _edit_list(uow: UnitOfWork, chat: ChatId, now: datetime) -> None:
    key = f"overdue-edit:{chat}"
    uow.outbox.add(
        Notice(NoticeKind.OVERDUE, chat, Priority.EDIT, args={"edit": True}, coalesce_key=key), now
    )


def _journal(uow: UnitOfWork, level: Level, overdue: Overdue, chat: ChatId, now: datetime) -> None:
    """Who was told, and in whose hands it was late (R54)."""
    curator = uow.municipality.find_employee(chat) if level is Level.CURATOR else None
    after = {
        "level": level.value,
        "chat": chat,
        "told": curator.name if curator else None,
        "stage": overdue.stage.value,
        "holder": overdue.holder.value,
        "department": overdue.department,
        "executor": overdue.executor_name,
        "due_at": overdue.due_at.isoformat(),
    }
    uow.journal.record(SYSTEM, Event.ESCALATE, now, appeal_id=overdue.appeal_id, after=after)


async def note_unreachable(uow: UnitOfWork, chat: ChatId, *, now: datetime) -> None:
    """The curator never pressed Start, or blocked the bot: the coordinators' list says that he or she does not know, and
    the leadership hears of it at once instead.
    """
    for other in _one_level_up(uow):
        told = [(Level.CURATOR, overdue) for overdue in await uow.escalations.list_told(chat)]
        if told:
            await _tell(uow, other, told, now)
    uow.escalations.forget(chat)


async def tell_of_rework(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """After so many revisions as the regulation says, once: to the curator (A18; R55, Krasnoufimsk No. 83, п. 24)."""
    department = appeal.department
    if department is None or appeal.revisions != uow.reckoning.regulation.rework_alert:
        return
    for chat in await _list_curators(uow, department, now):
        uow.outbox.add(_rework(uow, appeal, chat), now)
        after = {"level": Level.CURATOR.value, "chat": chat, "department": department}
        uow.journal.record(
            SYSTEM, Event.ESCALATE, now, appeal_id=appeal.id, after=after | {"revisions": appeal.revisions}
        )


async def note_rework_unreachable(uow: UnitOfWork, appeal_id: AppealId, *, now: datetime) -> None:
    """The same, where the message to the curator came back."""
    appeal = await uow.appeals.get(appeal_id)
    for chat in _one_level_up(uow):
        uow.outbox.add(_rework(uow, appeal, chat), now)


def _rework(uow: UnitOfWork, appeal: Appeal, chat: ChatId) -> Notice:
    args = {"unreachable": chat in _one_level_up(uow)}
    return Notice(NoticeKind.REWORKED, chat, Priority.INTERACTIVE, appeal_id=appeal.id, args=args)
