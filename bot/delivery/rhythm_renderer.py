"""Rows about the day in figures, and the reminder notes."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.delivery.day_pictures import DayPictures
from bot.in_force import InForce
from domain.ids import OutboxId
from domain.notice_args import ReminderNoteArgs, SummaryArgs, read_args
from domain.notices import NoticeKind
from domain.rhythm.days import (
    Period,
    find_present,
    is_late,
    list_periods_before,
    opening_of_week,
    period_of,
    period_so_far,
)
from domain.rhythm.figures import DayFigures
from reports.daily.words import DAYS_BEFORE
from services.ports import Clock
from storage.figures import Figures, Scope
from storage.outbox_rows import OutboxRow
from views.parts import Part, in_place_of
from views.rhythm import reminder_notes, summary
from views.rhythm.callbacks import SummaryView

_WEEK = timedelta(days=7)


class RhythmRenderer:
    """Draws them from the register at the moment of the sending; the days stand in the row."""

    def __init__(self, figures: Figures, clock: Clock, in_force: InForce, pictures: DayPictures) -> None:
        self._figures = figures
        self._pictures = pictures
        self._clock = clock
        self._in_force = in_force
        self.draws: Mapping[NoticeKind, Callable[[OutboxRow], Awaitable[list[Part]]]] = {
            NoticeKind.SUMMARY: self._summary,
            NoticeKind.SUMMARY_VIEW: self._view,
            NoticeKind.REMINDER_NOTE: self._reminder_note,
        }

    async def _summary(self, row: OutboxRow) -> list[Part]:
        return await self._day(read_args(SummaryArgs, row.args), row.id)

    async def _view(self, row: OutboxRow) -> list[Part]:
        args = read_args(SummaryArgs, row.args)
        draws: dict[SummaryView, Callable[[SummaryArgs], Awaitable[list[Part]]]] = {
            SummaryView.DAY: partial(self._day, row_id=row.id),
            SummaryView.OVERDUE: self._overdue,
            SummaryView.DEPARTMENTS: self._departments,
        }
        parts = await draws[SummaryView(args.view)](args)
        return [in_place_of(args.message_id, part, under_photo=args.on_photo) for part in parts]

    async def _day(self, args: SummaryArgs, row_id: OutboxId) -> list[Part]:
        now, scope = self._clock.now(), _scope(args)
        *earlier, last = self._periods(args, now)
        before = list_periods_before(self._in_force.rules.calendar, last.day, DAYS_BEFORE)
        shown = await self._figures.read_day(last, now=self._present(last, now), scope=scope, before=before)
        not_told = [await self._figures.read_day(period, now=None, scope=scope) for period in earlier]
        late = now if not args.asked and is_late(last.until, now) else None
        return summary.day(
            self._in_force.municipality,
            self._in_force.texts,
            shown,
            earlier=not_told,
            late=late,
            silent=args.asked,
            today=now.astimezone(ZoneInfo(self._in_force.municipality.timezone)).date()
            if args.asked
            else None,
            in_place_of=args.in_place_of,
            png=await self._find_picture(args, shown, row_id),
        )

    async def _find_picture(self, args: SummaryArgs, figures: DayFigures, row_id: OutboxId) -> bytes | None:
        """A quiet day needs none; but what stands under an older picture gets one that is true."""
        if args.on_photo if args.message_id else not figures.is_quiet:
            town, texts = self._in_force.municipality, self._in_force.texts
            return await self._pictures.find(row_id, town, figures, texts, _scope(args))
        return None

    async def _overdue(self, args: SummaryArgs) -> list[Part]:
        now = self._clock.now()
        found = await self._figures.list_overdue(
            now, limit=summary.OVERDUE_PAGE, skip=args.page * summary.OVERDUE_PAGE, scope=_scope(args)
        )
        return summary.overdue(
            self._in_force.municipality, self._in_force.texts, found, now=now, day=_day(args), page=args.page
        )

    async def _departments(self, args: SummaryArgs) -> list[Part]:
        now = self._clock.now()
        (period,) = self._periods(args, now)
        figures = await self._figures.read_day(period, now=self._present(period, now), scope=_scope(args))
        return summary.departments(self._in_force.municipality, self._in_force.texts, figures, page=args.page)

    async def _reminder_note(self, row: OutboxRow) -> list[Part]:
        args, now = read_args(ReminderNoteArgs, row.args), self._clock.now()
        town, monday = self._in_force.municipality, date.fromisoformat(args.week)
        codes = args.departments.split(",")
        end = datetime(monday.year, monday.month, monday.day, tzinfo=ZoneInfo(town.timezone)) + _WEEK
        limit = reminder_notes.LISTED
        facts = reminder_notes.WeekFacts(
            monday=monday,
            departments=tuple(filter(None, map(town.find_department, codes))),
            overdue=tuple(await self._figures.list_overdue(now, limit=limit, scope=codes)),
            due=tuple(await self._figures.list_due(now, end, limit=limit, scope=codes)),
            in_hand=await self._figures.count_in_hand(codes),
            instead_of=args.instead_of,
            is_late=is_late(opening_of_week(self._in_force.rules.calendar, monday), now),
        )
        return reminder_notes.reminder_note(town, self._in_force.texts, facts, now=now)

    def _periods(self, args: SummaryArgs, now: datetime) -> list[Period]:
        calendar = self._in_force.rules.calendar
        if not args.days:
            return [period_so_far(calendar, now)]
        return [period_of(calendar, date.fromisoformat(day)) for day in args.days.split(",")]

    def _present(self, period: Period, now: datetime) -> datetime | None:
        return find_present(self._in_force.rules.calendar, period, now)


def _scope(args: SummaryArgs) -> Scope:
    return args.scope.split(",") if args.scope else None


def _day(args: SummaryArgs) -> date | None:
    return date.fromisoformat(args.days) if args.days else None
