"""Rows about root causes and road maps."""

from datetime import date, datetime, time, timedelta

from bot.in_force import InForce
from domain.causes.causes import Board, GrownTopic
from domain.causes.pages import CausePage, CausePlace
from domain.notice_args import CausesArgs, MeasureArgs, read_args
from domain.notices import NoticeKind
from services.ports import Clock
from storage.causes import find_question, list_grown, list_surged, read_board
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from views.causes import messages, pages
from views.moments import zone
from views.parts import Part, in_place_of

_WEEK = timedelta(days=7)


class CausesRenderer:
    """Draws what stands at the moment of the sending."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self.draws = {
            NoticeKind.CAUSES: self._page,
            NoticeKind.CAUSES_EDIT: self._page_edit,
            NoticeKind.CAUSE_PROMPT: self._prompt,
            NoticeKind.MEASURE: self._measure,
            NoticeKind.MEASURE_DUE: self._measure_due,
            NoticeKind.MEASURE_EDIT: self._measure_edit,
            NoticeKind.MEASURE_TOLD: self._measure_told,
        }

    async def _page(self, row: OutboxRow) -> list[Part]:
        args = read_args(CausesArgs, row.args)
        place = CausePlace(CausePage(args.page), args.of, args.at)
        board = await read_board(self._reader)
        if place.page is CausePage.TOPICS:
            board = Board(board.causes, board.measures, tuple(await self._list_grown()))
        facts = pages.PageFacts(self._in_force.municipality, board, self._today(), args.reads)
        return pages.page(self._in_force.texts, facts, place)

    async def _page_edit(self, row: OutboxRow) -> list[Part]:
        args = read_args(CausesArgs, row.args)
        return [in_place_of(args.message_id, part) for part in await self._page(row)]

    async def _list_grown(self) -> list[GrownTopic]:
        """Of this week and of the last one, whose note has named it; what was told of as sudden this week besides."""
        town, today = self._in_force.municipality, self._today()
        monday = today - timedelta(days=today.weekday())
        this_week = datetime.combine(monday, time(), zone(town))
        counted = [one.code for one in town.channels if one.counted]
        mondays = [datetime.combine(monday - _WEEK, time(), zone(town)), this_week]
        grown = await list_grown(self._reader, counted, mondays)
        known = {one.topic for one in grown}
        sudden = await list_surged(self._reader, monday)
        return [*grown, *(one for one in sudden if one.topic not in known)]

    async def _prompt(self, row: OutboxRow) -> list[Part]:
        question = await find_question(self._reader, row.ref_id or 0)
        if question is None or question.closed_at is not None:
            return []
        board = await read_board(self._reader)
        return messages.prompt(self._in_force.texts, self._in_force.municipality, board, question)

    async def _measure(self, row: OutboxRow) -> list[Part]:
        return await self._of_department(row, is_due=False)

    async def _measure_due(self, row: OutboxRow) -> list[Part]:
        return await self._of_department(row, is_due=True)

    async def _measure_edit(self, row: OutboxRow) -> list[Part]:
        args = read_args(MeasureArgs, row.args)
        drawn = await self._of_department(row, is_due=args.is_due)
        return [in_place_of(args.message_id, part) for part in drawn]

    async def _of_department(self, row: OutboxRow, *, is_due: bool) -> list[Part]:
        board = await read_board(self._reader)
        measure = next((one for one in board.measures if one.id == row.ref_id), None)
        if measure is None:
            return []
        town, texts = self._in_force.municipality, self._in_force.texts
        cause = next(one for one in board.causes if one.id == measure.cause_id)
        return messages.of_department(
            texts, town, (cause, measure), row.chat_id, self._today(), is_due=is_due
        )

    async def _measure_told(self, row: OutboxRow) -> list[Part]:
        board = await read_board(self._reader)
        measure = next((one for one in board.measures if one.id == row.ref_id), None)
        if measure is None:
            return []
        return messages.reported(self._in_force.texts, self._in_force.municipality, measure)

    def _today(self) -> date:
        return self._clock.now().astimezone(zone(self._in_force.municipality)).date()
