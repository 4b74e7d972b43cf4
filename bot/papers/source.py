"""What papers are made from: the municipality, and rows of the register by days of its zone."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.papers.orders import Stretch
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import say as words
from domain.municipality import Municipality
from domain.register.paper_rows import PaperRow
from locales.texts import Texts
from reports.papers.words import moment_words
from storage.connection import open_reader
from storage.municipality import read_municipality
from storage.paper_rows import iterate_paper_rows
from storage.register import Moment


@dataclass(frozen=True, slots=True)
class Source:
    """The register of one municipality."""

    path: Path
    town: Municipality

    @property
    def zone(self) -> ZoneInfo:
        """In which its days begin."""
        return ZoneInfo(self.town.timezone)

    def moments(self, days: Stretch) -> tuple[datetime, datetime]:
        """From the first moment of these days on, before the second."""
        return days.moments(self.zone)

    def list_rows(self, days: Stretch, by: Moment = Moment.RECEIVED) -> list[PaperRow]:
        """What was received (or answered) on these days."""
        return list(iterate_paper_rows(self.path, *self.moments(days), by))


def say_so_far(source: Source, days: Stretch, now: datetime, texts: Texts) -> str:
    """A sentence for a paper on days that are not over yet; empty where they are."""
    if source.moments(days)[1] <= now:
        return ""
    return texts.plain("paper-so-far", moment=moment_words(now.astimezone(source.zone)))


def open_source(settings: Settings) -> Source:
    """Raises `Refused` where there is nothing to tell of yet."""
    return Source(settings.database_path, get_municipality(settings))


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
