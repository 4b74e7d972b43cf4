"""`python -m bot report …`: papers from the database, which is opened to look and not to write."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import say as words
from domain.municipality import Municipality
from domain.register.rows import RegisterRow
from locales.texts import Texts
from reports.register.cells import RegisterCells
from reports.tables import WRITERS, write_table
from storage.connection import open_reader
from storage.municipality import read_municipality
from storage.register import iterate_register

OK = 0

Say = Callable[[str], None]


def write_register(settings: Settings, since: date, until: date, out: Path, texts: Texts, *, say: Say) -> int:
    """The register of the days from `since` to `until`, both of them included, in the municipality's zone."""
    if out.suffix.lower() not in WRITERS:
        raise Refused(words("report-ending", file=str(out), expected=", ".join(WRITERS)))
    if until < since:
        raise Refused(words("report-days"))
    municipality = asyncio.run(_find_municipality(settings.database_path))
    if municipality is None:
        raise Refused(words("report-no-database", database=str(settings.database_path)), FAILED)
    cells = RegisterCells(municipality, texts)
    counted = _Counted(_iterate(settings.database_path, municipality, since, until))
    try:
        write_table(out, cells.headline, map(cells.cells, counted))
    except OSError as error:
        raise Refused(
            words("report-not-written", file=str(out), detail=error.strerror or str(error)), FAILED
        ) from None
    say(words("report-register-written", file=str(out), count=str(counted.count)))
    return OK


def _iterate(path: Path, municipality: Municipality, since: date, until: date) -> Iterator[RegisterRow]:
    zone = ZoneInfo(municipality.timezone)
    return iterate_register(
        path,
        datetime.combine(since, time(), zone),
        datetime.combine(until + timedelta(days=1), time(), zone),
    )


async def _find_municipality(path: Path) -> Municipality | None:
    """None too where there is no database yet; one that cannot be read raises."""
    if not path.exists():
        return None
    reader = await open_reader(path)
    try:
        return await read_municipality(reader)
    finally:
        await reader.close()


class _Counted:
    """Rows, counted as they go by."""

    def __init__(self, rows: Iterator[RegisterRow]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            yield row
