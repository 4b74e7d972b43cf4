"""Rows of reminders: the digest of a slot, and what ends soon."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.in_force import InForce
from domain.causes.causes import Measure
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Municipality
from domain.notice_args import DigestArgs, NudgeArgs, read_args
from domain.notices import NoticeKind
from domain.rhythm.days import is_late
from domain.rhythm.spots import Spot
from services.ports import Clock
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from storage.reminders import ReminderQueries
from views.parts import Deletion, Part, in_reply, in_silence
from views.rhythm import reminders


class ReminderRenderer:
    """Draws them from the deadlines that run at the moment of the sending."""

    def __init__(self, reminders: ReminderQueries, queries: Queries, clock: Clock, in_force: InForce) -> None:
        self._reminders = reminders
        self._queries = queries
        self._clock = clock
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.DIGEST: self._digest,
            NoticeKind.NUDGE: self._nudge,
        }

    async def _digest(self, row: OutboxRow) -> list[Part]:
        """In place of the one that stands; silent where that has named all that is overdue."""
        args, now = read_args(DigestArgs, row.args), self._clock.now()
        slot, until = datetime.fromisoformat(args.slot_at), datetime.fromisoformat(args.until)
        spot = _spot(row, args)
        days = [_whole_day(one, self._in_force.municipality) for one in filter(None, args.ahead.split(","))]
        items = await self._reminders.list_due(spot, until=until, ahead=days, now=now, limit=reminders.LISTED)
        standing = await self._reminders.find_standing(row.chat_id, row.ref_id or 0, row.thread_id, now)
        away = await self._reminders.list_stand_ins(now)
        today, _ = _whole_day(self._today(now), self._in_force.municipality)
        facts = reminders.DigestFacts(
            slot,
            until,
            tuple(items),
            is_late=is_late(slot, now),
            stand_ins=away,
            waiting=tuple(await self._reminders.list_waiting(spot, today)),
            measures=tuple(await self._list_late_measures(spot, today.date())),
        )
        parts = reminders.digest(self._in_force.municipality, self._in_force.texts, facts, now=now)
        if standing is None:
            return parts
        is_new = any(standing.sent_at <= one.due_at < now for one in items)
        shown = parts if is_new else list(map(in_silence, parts))
        return [Deletion(standing.message_id), *shown]

    async def _list_late_measures(self, spot: Spot, today: date) -> list[Measure]:
        """The coordinators keep the road maps."""
        return await self._reminders.list_late_measures(today) if spot.coordinators else []

    def _today(self, now: datetime) -> str:
        return now.astimezone(ZoneInfo(self._in_force.municipality.timezone)).date().isoformat()

    async def _nudge(self, row: OutboxRow) -> list[Part]:
        """Nothing where it is done by now, or over."""
        args, now = read_args(NudgeArgs, row.args), self._clock.now()
        named = [int(one) for one in args.deadlines.split(",")]
        items = await self._reminders.list_named(named, now)
        away = await self._reminders.list_stand_ins(now)
        parts = reminders.nudge(self._in_force.municipality, self._in_force.texts, items, away, now=now)
        if row.appeal_id is None or not parts:
            return parts
        card = await self._queries.find_holding_card(row.appeal_id, row.chat_id)
        return [in_reply(parts[0], card.message_id if card else None)]


def _whole_day(day: str, municipality: Municipality) -> tuple[datetime, datetime]:
    """From midnight to midnight there."""
    begins = datetime.combine(date.fromisoformat(day), time(), ZoneInfo(municipality.timezone))
    return begins, begins + timedelta(days=1)


def _spot(row: OutboxRow, args: DigestArgs) -> Spot:
    spot = Spot(ChatId(row.chat_id), row.thread_id, args.coordinators, args.approvers)
    codes = args.departments.split(",") if args.departments else []
    return replace(spot, departments=tuple(map(DepartmentCode, codes)))
