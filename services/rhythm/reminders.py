"""Reminders: one digest for each place and slot, and outside the slots what is urgent or nearly over (R32, A2, A21)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from domain.ids import AppealId, ChatId
from domain.notice_args import DigestArgs, NudgeArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.rhythm.nearing import Nearing
from domain.rhythm.slots import Slot, Turn, find_turn
from domain.rhythm.spots import Spot, list_spots
from services.ports import Rules, UnitOfWork

GATHERED_FOR: Final = 10
"""Minutes: outside the slots a place hears of what is not urgent once in so long, of all of it together."""

Due = list[tuple[Spot, Turn]]


def list_turns(rules: Rules, spots: Iterable[Spot], now: datetime) -> Due:
    """The slot of each place that has come last, while work goes on there."""
    turns = ((spot, find_turn(spot.calendar(rules.calendar, rules.calendar_of), now)) for spot in spots)
    return [(spot, turn) for spot, turn in turns if turn is not None]


def list_keys(spot: Spot, turn: Turn) -> list[str]:
    """By which of its notes a digest counts as told: its own, and those of later slots, lest a clock that goes back repeats it."""
    slots = list(Slot)
    return [_key(spot, slot) for slot in slots[slots.index(turn.slot) :]]


def _key(spot: Spot, slot: Slot) -> str:
    return f"digest:{slot.value}:{spot.thread}"


async def tell_digests(uow: UnitOfWork, due: Due, *, now: datetime) -> None:
    """To each place what is overdue there and what ends today (R32, Krasnoufimsk No. 83, п. 6.4); the row is drawn from
    what holds when it is sent, so that nothing is said where nothing is due.

    A private chat that is closed is sent nothing and keeps nothing.
    """
    if not uow.municipality.is_open:
        return
    for spot, turn in due:
        is_new = await uow.beats.add(_key(spot, turn.slot), turn.day, spot.chat, now)
        if is_new and not await uow.chats.is_closed(spot.chat):
            uow.outbox.add(_digest(spot, turn), now)
    await uow.commit()


def _digest(spot: Spot, turn: Turn) -> Notice:
    args = DigestArgs(
        slot_at=turn.at.isoformat(),
        until=turn.until.isoformat(),
        coordinators=spot.coordinators,
        approvers=spot.approvers,
        departments=",".join(spot.departments),
        ahead=",".join(map(str, turn.ahead)),
    )
    return Notice(
        NoticeKind.DIGEST,
        spot.chat,
        Priority.BULK,
        thread_id=spot.thread,
        ref_id=spot.chat,
        args=stored_args(args),
        coalesce_key=f"digest:{spot.chat}:{spot.thread}",
    )


async def nudge(uow: UnitOfWork, rules: Rules, nearing: Sequence[Nearing], *, now: datetime) -> None:
    """Whoever holds what ends soon hears of it once, under the card where it stands (A21)."""
    if not uow.municipality.is_open:
        return
    for spot in list_spots(uow.municipality):
        here = [one for one in nearing if spot.holds(one.department, for_approvers=one.for_approvers)]
        for one in here:
            if one.urgent:
                await _tell(uow, spot, [one], now)
        ordinary = [one for one in here if not one.urgent]
        if ordinary and await _is_time(uow, rules, spot, now):
            await _tell(uow, spot, ordinary, now)
    await uow.commit()


async def _is_time(uow: UnitOfWork, rules: Rules, spot: Spot, now: datetime) -> bool:
    local = now.astimezone(rules.calendar.tz)
    span = f"{local.hour:02}{local.minute // GATHERED_FOR}"
    return await uow.beats.add(f"nudge:{spot.thread}:{span}", local.date(), spot.chat, now)


async def _tell(uow: UnitOfWork, spot: Spot, nearing: list[Nearing], now: datetime) -> None:
    told = await uow.reminders.note_told([one.id for one in nearing])
    if not told or await uow.chats.is_closed(spot.chat):
        return
    alone = next(one for one in nearing if one.id == told[0]) if len(told) == 1 else None
    uow.outbox.add(
        Notice(
            NoticeKind.NUDGE,
            ChatId(spot.chat),
            Priority.URGENT if alone and alone.urgent else Priority.CARD,
            thread_id=spot.thread,
            appeal_id=AppealId(alone.appeal_id) if alone else None,
            args=stored_args(NudgeArgs(",".join(map(str, told)))),
        ),
        now,
    )
