"""What papers are made from: the municipality, and rows of the register by days of its zone."""

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.papers.orders import Stretch
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import say as words
from domain.causes.causes import Board
from domain.municipality import Municipality
from domain.register.paper_rows import PaperRow
from domain.register.rows import RegisterRow
from locales.texts import Texts
from reports.papers.words import moment_words
from storage.causes import load_board
from storage.connection import open_reader
from storage.municipality import read_municipality
from storage.paper_rows import iterate_paper_rows
from storage.register import Moment


@dataclass(frozen=True, slots=True)
class Source:
    """The register of one municipality, or of some of its departments: `scope`, None: all of it."""

    path: Path
    town: Municipality
    scope: frozenset[str] | None = None

    @property
    def zone(self) -> ZoneInfo:
        """In which its days begin."""
        return ZoneInfo(self.town.timezone)

    def moments(self, days: Stretch) -> tuple[datetime, datetime]:
        """From the first moment of these days on, before the second."""
        return days.moments(self.zone)

    def list_rows(self, days: Stretch, by: Moment = Moment.RECEIVED) -> list[PaperRow]:
        """What was received (or answered) on these days."""
        return list(within(self.scope, iterate_paper_rows(self.path, *self.moments(days), by)))

    def load_board(self, now: datetime) -> Board:
        """Root causes and their measures, as they were noted until then."""
        board = load_board(self.path)
        causes = tuple(one for one in board.causes if one.noted_at <= now)
        return Board(causes, tuple(one for one in board.measures if one.noted_at <= now))


Row = TypeVar("Row", PaperRow, RegisterRow)


def within(scope: frozenset[str] | None, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that these departments work on, each with their own questions alone."""
    if scope is None:
        yield from rows
        return
    for row in rows:
        own = tuple(one for one in row.executors if one.department in scope)
        if own:
            yield replace(row, executors=own)


def say_so_far(source: Source, days: Stretch, now: datetime, texts: Texts) -> str:
    """A sentence for a paper on days that are not over yet; empty where they are."""
    if source.moments(days)[1] <= now:
        return ""
    return texts.plain("paper-so-far", moment=moment_words(now.astimezone(source.zone)))


def open_source(settings: Settings, departments: Sequence[str] = ()) -> Source:
    """Of these departments alone, where any are named: the paper's municipality is called by their names, too, so that
    no form can pass a part off as the whole. Raises `Refused` where there is nothing to tell of yet.
    """
    town = get_municipality(settings)
    if not departments:
        return Source(settings.database_path, town)
    own = tuple(one for one in town.departments if one.code in departments)
    missing = sorted(set(departments) - {one.code for one in own})
    if missing:
        known = ", ".join(one.code for one in town.departments)
        raise Refused(words("report-no-department", code=missing[0], known=known))
    called = words("paper-part", name=town.name, departments=", ".join(one.name for one in own))
    scope = frozenset[str](one.code for one in own)
    return Source(settings.database_path, replace(town, name=called, departments=own), scope)


def get_municipality(settings: Settings) -> Municipality:
    """The settings in force. Raises `Refused`."""
    municipality = asyncio.run(_find_municipality(settings.database_path))
    if municipality is None:
        raise Refused(words("report-no-database", database=str(settings.database_path)), FAILED)
    return municipality


async def _find_municipality(path: Path) -> Municipality | None:
    """None too where there is no database yet; one that cannot be read raises."""
    if not path.exists():
        return None
    reader = await open_reader(path)
    try:
        return await read_municipality(reader)
    finally:
        await reader.close()
