"""`python -m bot report …`: papers from the database, which is opened to look and not to write."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
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
from reports.month import count_month
from reports.register.cells import RegisterCells
from reports.tables import WRITERS, write_table
from storage.connection import open_reader
from storage.municipality import read_municipality
from storage.register import Moment, iterate_register

OK = 0

Say = Callable[[str], None]


def write_register(settings: Settings, since: date, until: date, out: Path, texts: Texts, *, say: Say) -> int:
    """The register of the days from `since` to `until`, both of them included, in the municipality's zone."""
    if out.suffix.lower() not in WRITERS:
        raise Refused(words("report-ending", file=str(out), expected=", ".join(WRITERS)))
    if until < since:
        raise Refused(words("report-days"))
    municipality = _get_municipality(settings)
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


def print_month(settings: Settings, first: date, *, say: Say) -> int:
    """The figures of the month that begins with this day, beside those of the year before (R72, R83)."""
    municipality = _get_municipality(settings)

    def rows(day: date, by: Moment = Moment.RECEIVED) -> Iterator[RegisterRow]:
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return _iterate(settings.database_path, municipality, day, last, by)

    former = first.replace(year=first.year - 1)
    figures = count_month(municipality, rows(first), rows(first, Moment.ANSWERED), rows(former))
    shown = {name: _listed(value) for name, value in asdict(figures).items()}
    told = {"month": f"{first:%Y-%m}", **shown, "outgoing": figures.outgoing}
    say(json.dumps(told, ensure_ascii=False, default=float))
    return OK


def _listed(figure: Any) -> Any:
    if isinstance(figure, tuple):
        return [{"name": name, "count": count} for name, count in figure]
    return figure


def _iterate(
    path: Path, municipality: Municipality, since: date, until: date, by: Moment = Moment.RECEIVED
) -> Iterator[RegisterRow]:
    zone = ZoneInfo(municipality.timezone)
    first = datetime.combine(since, time(), zone)
    return iterate_register(path, first, datetime.combine(until + timedelta(days=1), time(), zone), by)


def _get_municipality(settings: Settings) -> Municipality:
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


class _Counted:
    """Rows, counted as they go by."""

    def __init__(self, rows: Iterator[RegisterRow]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self._rows:
            self.count += 1
            yield row
