"""Rows about papers that are ordered: which days, that it takes a while, the file."""

import asyncio
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.in_force import InForce
from domain.notice_args import PaperChoiceArgs, read_args
from domain.notices import NoticeKind
from domain.papers.kinds import Paper, PaperState
from services.ports import Clock
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from storage.paper_orders import find_order
from views.papers import orders
from views.parts import Part


class PaperRenderer:
    """`folder` is where the files lie until they are sent."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce, folder: Path) -> None:
        self._reader = reader
        self._clock = clock
        self._in_force = in_force
        self._folder = folder
        self.draws = {
            NoticeKind.PAPER_CHOICE: self._choice,
            NoticeKind.PAPER_PROMPT: self._prompt,
            NoticeKind.PAPER_PROGRESS: self._progress,
            NoticeKind.PAPER: self._paper,
            NoticeKind.PAPER_TROUBLE: self._trouble,
        }

    async def _choice(self, row: OutboxRow) -> list[Part]:
        args = read_args(PaperChoiceArgs, row.args)
        tz = ZoneInfo(self._in_force.municipality.timezone)
        today = self._clock.now().astimezone(tz).date()
        return orders.choice(
            self._in_force.texts, Paper(args.paper), today, args.message_id, under_photo=args.on_photo
        )

    async def _prompt(self, row: OutboxRow) -> list[Part]:
        order = await find_order(self._reader, row.ref_id or 0)
        is_open = order is not None and order.state is PaperState.ASKED
        return orders.prompt(self._in_force.texts, order) if order and is_open else []

    async def _progress(self, row: OutboxRow) -> list[Part]:
        order = await find_order(self._reader, row.ref_id or 0)
        is_awaited = order is not None and order.state is PaperState.WAITING
        return orders.progress(self._in_force.texts, order) if order and is_awaited else []

    async def _paper(self, row: OutboxRow) -> list[Part]:
        order = await find_order(self._reader, row.ref_id or 0)
        if order is None or order.file is None:
            return []
        path = self._folder / order.file
        is_there = await asyncio.to_thread(path.is_file)
        texts = self._in_force.texts
        return orders.made(texts, order, path) if is_there else orders.lost(texts, order)

    async def _trouble(self, row: OutboxRow) -> list[Part]:
        order = await find_order(self._reader, row.ref_id or 0)
        return orders.trouble(self._in_force.texts, order) if order else []
