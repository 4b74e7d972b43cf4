"""Duty and substitutes: who acts for whom, and what happens when nobody sees to the queue."""

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.duty import (
    PATIENCE,
    Stint,
    callers,
    end_of_day,
    ensure_may_end,
    ensure_may_set,
    ensure_may_take_over,
    read_order,
)
from domain.errors import Forbidden, StaleVersion
from domain.ids import ChatId, StintId
from domain.municipality import Role
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Event
from services.people import handover
from services.ports import Rules, UnitOfWork


class Waits(Protocol):
    """Looks whether the queue waits."""

    async def find_waiting_since(self) -> datetime | None: ...


async def show(uow: UnitOfWork, *, by: Deed) -> None:
    """`/duty`: who is on duty, who stands in for whom until when."""
    if not by.actor.roles:
        raise Forbidden
    _say(uow, by)
    await uow.commit()


async def set_stint(uow: UnitOfWork, words: str, *, by: Deed) -> None:
    """`/duty Иванова за Петрова до 30.11`: the substitute has the rights of the one replaced for that time."""
    town = uow.municipality
    order = read_order(words, staff=town.staff, now=by.at, tz=ZoneInfo(town.timezone))
    ensure_may_set(by.actor, by.chat, town, order.who.id)
    replaced_id = order.whom.id if order.whom else None
    uow.duty.give_way(order.who.id, replaced_id, order.since, order.until, by.at)
    uow.duty.add(
        order.who.id,
        replaced_id=replaced_id,
        role=None,
        since=order.since,
        until=order.until,
        set_by=by.actor.name,
    )
    after = {"who": order.who.name, "whom": order.whom.name if order.whom else None}
    uow.journal.record(by.actor, Event.DUTY, by.at, after=after | {"until": order.until.isoformat()})
    if order.whom is not None:
        await handover.tell_of_absent(uow, order.whom.id, by.at)
    _say(uow, by)
    await uow.commit()


async def end_stint(uow: UnitOfWork, stint_id: StintId, *, by: Deed) -> None:
    """`Снять`: over before its time; the rights are gone with the next press."""
    stint = await uow.duty.get(stint_id)
    ensure_may_end(by.actor, by.chat, uow.municipality)
    if stint.until <= by.at:
        raise StaleVersion
    uow.duty.end(stint.id, by.at)
    uow.journal.record(by.actor, Event.DUTY, by.at, after={"ended": stint.id})
    _say(uow, by)
    await uow.commit()


async def take_over(uow: UnitOfWork, *, by: Deed) -> Stint | None:
    """`Взять на себя`: the presser has a coordinator's right until midnight. Who has taken it already; None: this one."""
    town = uow.municipality
    ensure_may_take_over(by.actor, by.chat, town)
    already = await uow.duty.find_taken_over(by.at)
    if already is not None:
        return already
    uow.duty.add(
        by.actor.user_id,
        replaced_id=None,
        role=Role.COORDINATOR,
        since=by.at,
        until=end_of_day(by.at, ZoneInfo(town.timezone)),
        set_by=by.actor.name,
        taken_over=True,
    )
    uow.journal.record(by.actor, Event.DUTY, by.at, after={"took_over": by.actor.name})
    await _tell_taken_over(uow, by)
    await uow.commit()
    return None


async def _tell_taken_over(uow: UnitOfWork, by: Deed) -> None:
    """Whoever was called reads who sees to it, in place of the call; the coordinators read it too."""
    who = by.actor.short_name
    told = await uow.duty.find_last_told()
    ref = _ref(told) if told else 0
    for chat, message_id in await uow.outbox.list_sent(NoticeKind.QUEUE_CALL, ref):
        args: Args = {"message_id": message_id, "who": who}
        uow.outbox.add(
            Notice(NoticeKind.QUEUE_CALL, ChatId(chat), Priority.EDIT, ref_id=ref, args=args), by.at
        )
    line: Args = {"text": "queue-taken-over", "name": who}
    chat = uow.municipality.chats.coordinators
    uow.outbox.add(Notice(NoticeKind.STAFF_LINE, chat, Priority.INTERACTIVE, args=line), by.at)


def _ref(since: datetime) -> int:
    """By what the messages about one waiting are found again."""
    return int(since.timestamp())


async def call_for_help(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """Nobody acts on the waiting queue for thirty working minutes: approvers and administrators are told, once."""
    since = await uow.duty.find_waiting_since()
    if since is None or not is_neglected(rules, since, now) or await uow.duty.was_told(since):
        return
    uow.duty.note_told(since, now)
    for chat in callers(uow.municipality):
        args: Args = {"since": since.isoformat()}
        notice = Notice(NoticeKind.QUEUE_CALL, chat, Priority.INTERACTIVE, ref_id=_ref(since), args=args)
        uow.outbox.add(notice, now)
    await uow.commit()


def is_neglected(rules: Rules, since: datetime, now: datetime) -> bool:
    """Whether so much working time has passed; never where the calendar does not know."""
    due = rules.after_working(since, PATIENCE)
    return due is not None and due <= now


def _say(uow: UnitOfWork, by: Deed) -> None:
    uow.outbox.add(Notice(NoticeKind.DUTY, by.chat, Priority.INTERACTIVE, thread_id=by.thread), by.at)
