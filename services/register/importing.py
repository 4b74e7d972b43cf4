"""A register from elsewhere becomes part of this one: all of its rows, or none (R03)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Final
from zoneinfo import ZoneInfo

from domain.people import Actor
from domain.register.rows import Column, Mistake, RegisterRow
from domain.register.taking_in import appeal_of
from domain.status import Event
from services.ports import UnitOfWork

TOGETHER: Final = 500
"""Rows that are compared with the register in one question."""


@dataclass(slots=True)
class Imported:
    """What came of it. `known`: rows that are in the register already; `unmarked`: rows that have neither a number nor
    one of their channel, so that the same file a second time would double them.
    """

    added: int = 0
    known: int = 0
    unmarked: int = 0
    mistakes: list[Mistake] = field(default_factory=list)


async def take_in(
    uow: UnitOfWork, rows: Iterable[RegisterRow | Mistake], *, rehearsal: bool, actor: Actor, now: datetime
) -> Imported:
    """Bring the rows into the register, unless any of them is wrong or it is a `rehearsal`.

    The same row again is left alone: it has the number of one that came in the same minute, or the same number in its
    channel. Another matter under a number that is given already is a mistake.
    """
    work = _Work(uow, actor, now)
    source = iter(rows)
    while chunk := list(islice(source, TOGETHER)):
        work.done.mistakes += [row for row in chunk if isinstance(row, Mistake)]
        await work.take([row for row in chunk if isinstance(row, RegisterRow)])
    if work.done.mistakes or rehearsal:
        return work.done
    await uow.register.finish(work.years)
    uow.journal.record(actor, Event.IMPORT, now, after={"added": work.done.added, "known": work.done.known})
    await uow.commit()
    return work.done


class _Work:
    """One import. It remembers what the file itself has named, with the rows, and the years of those (by id) that get
    a number in the end.
    """

    def __init__(self, uow: UnitOfWork, actor: Actor, now: datetime) -> None:
        self._uow = uow
        self._actor = actor
        self._now = now
        self._zone = ZoneInfo(uow.municipality.timezone)
        self._numbers: dict[str, int] = {}
        self._external: dict[tuple[str, str], int] = {}
        self.years: dict[int, int] = {}
        self.done = Imported()

    async def take(self, rows: Sequence[RegisterRow]) -> None:
        """Add what is new; after a mistake only further mistakes are sought."""
        rows = list(self._without_doubles(rows))
        register = self._uow.register
        numbers = await register.list_numbers([row.number for row in rows if row.number])
        external = await register.list_external([_external(row) for row in rows if row.external_number])
        for row in rows:
            taken = numbers.get(row.number)
            if taken is not None and not _is_same_minute(taken, row.received):
                self._refuse_number(row, taken)
            elif taken is not None or _external(row) in external:
                self.done.known += 1
            elif not self.done.mistakes:
                await self._add(row)

    def _without_doubles(self, rows: Iterable[RegisterRow]) -> Iterator[RegisterRow]:
        for row in rows:
            first, column = self._find_first(row)
            if first == row.place:
                yield row
            else:
                self.done.mistakes.append(Mistake(row.place, column, "import-twice", {"row": str(first)}))

    def _find_first(self, row: RegisterRow) -> tuple[int, Column]:
        """The first row of the file that speaks of this message."""
        first = self._numbers.setdefault(row.number, row.place) if row.number else row.place
        if first != row.place or not row.external_number:
            return first, Column.NUMBER
        return self._external.setdefault(_external(row), row.place), Column.EXTERNAL_NUMBER

    def _refuse_number(self, row: RegisterRow, taken: datetime) -> None:
        facts = {"value": row.number, "day": taken.astimezone(self._zone).date().isoformat()}
        self.done.mistakes.append(Mistake(row.place, Column.NUMBER, "import-number-taken", facts))

    async def _add(self, row: RegisterRow) -> None:
        appeal = appeal_of(row, self._uow.municipality)
        await self._uow.register.add(
            appeal, applicant=row.applicant, text=row.text, executors=row.executors, now=self._now
        )
        told = {"row": row.place, "status": appeal.status}
        self._uow.journal.record(self._actor, Event.IMPORT, self._now, appeal_id=appeal.id, after=told)
        self.done.added += 1
        if not row.number:
            self.years[appeal.id] = row.received.astimezone(self._zone).year
            self.done.unmarked += not row.external_number


def _external(row: RegisterRow) -> tuple[str, str]:
    return row.channel, row.external_number


def _is_same_minute(one: datetime, other: datetime) -> bool:
    """The register's table knows no seconds."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)
