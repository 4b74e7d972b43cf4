"""`python -m bot report register`, `report centre`: the register of any days as a table, with its people or without."""

from collections.abc import Iterator
from pathlib import Path

from bot.papers.orders import Order, Stretch
from bot.papers.source import open_source, within
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import Say
from bot.setup_texts import say as words
from domain.register.rows import RegisterRow
from locales.texts import Texts
from reports.register.cells import RegisterCells
from reports.register.impersonal import ImpersonalCells
from reports.tables import WRITERS, write_table
from storage.register import iterate_register


def write_register(settings: Settings, days: Stretch, order: Order, texts: Texts, *, say: Say) -> None:
    """The register of these days in the municipality's zone."""
    _write(settings, days, order, RegisterCells, texts, say)


def write_centre(settings: Settings, days: Stretch, order: Order, texts: Texts, *, say: Say) -> None:
    """The same without anything personal (R71)."""
    _write(settings, days, order, ImpersonalCells, texts, say)


def _write(
    settings: Settings,
    days: Stretch,
    order: Order,
    make: type[RegisterCells | ImpersonalCells],
    texts: Texts,
    say: Say,
) -> None:
    out = order.out or Path()
    if out.suffix.lower() not in WRITERS:
        raise Refused(words("report-ending", file=str(out), expected=", ".join(WRITERS)))
    source = open_source(settings, order.departments)
    cells = make(source.town, texts)
    counted = _Counted(within(source.scope, iterate_register(source.path, *source.moments(days))))
    try:
        write_table(out, cells.headline, map(cells.cells, counted))
    except OSError as error:
        detail = error.strerror or str(error)
        raise Refused(words("report-not-written", file=str(out), detail=detail), FAILED) from None
    say(words("report-register-written", file=str(out), count=str(counted.count)))


class _Counted:
    """Rows, counted as they go by."""

    def __init__(self, rows: Iterator[RegisterRow]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[RegisterRow]:
        for row in self._rows:
            self.count += 1
            yield row
