"""A register from elsewhere becomes part of this one: all of its rows, or none (R03)."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
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
from services.ports.register import KnownRows

TOGETHER: Final = 500
"""Rows that are compared with the register in one question."""


@dataclass(slots=True)
class Imported:
    """What came of it. `known`: rows that are in the register already; `unmarked`: rows that have neither a number nor
    one of their channel, so that the same file a second time would double them; `ahead`: rows (by their places) that tell
    of a day to come, which is most likely a slip in the year.
    """

    added: int = 0
    known: int = 0
    unmarked: int = 0
    ahead: list[int] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


async def take_in(
    uow: UnitOfWork, rows: Iterable[RegisterRow | Mistake], *, rehearsal: bool, actor: Actor, now: datetime
) -> Imported:
    """`bring`, as a transaction of its own."""
    done = await bring(uow, rows, rehearsal=rehearsal, actor=actor, now=now)
    if not done.mistakes and not rehearsal:
        await uow.commit()
    return done


async def bring(
    uow: UnitOfWork, rows: Iterable[RegisterRow | Mistake], *, rehearsal: bool, actor: Actor, now: datetime
) -> Imported:
    """Bring the rows into the register, unless any of them is wrong or it is a `rehearsal`.

    The same row again is left alone: it has the number of one that came in the same minute, or the same number in its
    channel. Another matter under a number that is given already is a mistake.
    """
    zone = ZoneInfo(uow.municipality.timezone)
    if rehearsal:
        return await look_through(uow.register, rows, zone, now=now)
    adding = _Adding(uow, actor, now)
    done = await _Work(uow.register, zone, adding.add, now).through(rows)
    if not done.mistakes:
        await uow.register.finish(adding.years)
        uow.journal.record(actor, Event.IMPORT, now, after={"added": done.added, "known": done.known})
    return done


async def look_through(
    known: KnownRows, rows: Iterable[RegisterRow | Mistake], zone: ZoneInfo, *, now: datetime
) -> Imported:
    """What bringing the rows in would come to; nothing is written."""
    return await _Work(known, zone, _leave, now).through(rows)


async def _leave(_: RegisterRow) -> None:
    """A rehearsal adds nothing."""


class _Adding:
    """Rows become appeals. `years`: of those (by id) that get a number in the end."""

    def __init__(self, uow: UnitOfWork, actor: Actor, now: datetime) -> None:
        self._uow = uow
        self._actor = actor
        self._now = now
        self._zone = ZoneInfo(uow.municipality.timezone)
        self.years: dict[int, int] = {}

    async def add(self, row: RegisterRow) -> None:
        appeal = appeal_of(row, self._uow.municipality)
        await self._uow.register.add(
            appeal, applicant=row.applicant, text=row.text, executors=row.executors, now=self._now
        )
        told = {"row": row.place, "status": appeal.status}
        self._uow.journal.record(self._actor, Event.IMPORT, self._now, appeal_id=appeal.id, after=told)
        if not row.number:
            self.years[appeal.id] = row.received.astimezone(self._zone).year


class _Work:
    """One look through a file, which `add`s as long as nothing is wrong. It remembers what the file itself has named,
    with the rows.
    """

    def __init__(
        self,
        known: KnownRows,
        zone: ZoneInfo,
        add: Callable[[RegisterRow], Awaitable[None]],
        now: datetime,
    ) -> None:
        self._known = known
        self._zone = zone
        self._add = add
        self._now = now
        self._numbers: dict[str, int] = {}
        self._external: dict[tuple[str, str], int] = {}
        self._done = Imported()

    async def through(self, rows: Iterable[RegisterRow | Mistake]) -> Imported:
        """Add what is new; after a mistake only further mistakes are sought."""
        source = iter(rows)
        while chunk := list(islice(source, TOGETHER)):
            self._done.mistakes += [row for row in chunk if isinstance(row, Mistake)]
            await self._take([row for row in chunk if isinstance(row, RegisterRow)])
        return self._done

    async def _take(self, rows: Sequence[RegisterRow]) -> None:
        rows = list(self._without_doubles(rows))
        numbers = await self._known.list_numbers([row.number for row in rows if row.number])
        external = await self._known.list_external([_external(row) for row in rows if row.external_number])
        for row in rows:
            taken = numbers.get(row.number)
            if taken is not None and not _is_same_minute(taken, row.received):
                self._refuse_number(row, taken)
            elif taken is not None or _external(row) in external:
                self._done.known += 1
            elif not self._done.mistakes:
                await self._add(row)
                self._done.added += 1
                self._done.ahead += [row.place] if row.received > self._now else []
                self._done.unmarked += not row.number and not row.external_number

    def _without_doubles(self, rows: Iterable[RegisterRow]) -> Iterator[RegisterRow]:
        for row in rows:
            first, column = self._find_first(row)
            if first == row.place:
                yield row
            else:
                self._done.mistakes.append(Mistake(row.place, column, "import-twice", {"row": str(first)}))

    def _find_first(self, row: RegisterRow) -> tuple[int, Column]:
        """The first row of the file that speaks of this message."""
        first = self._numbers.setdefault(row.number, row.place) if row.number else row.place
        if first != row.place or not row.external_number:
            return first, Column.NUMBER
        return self._external.setdefault(_external(row), row.place), Column.EXTERNAL_NUMBER

    def _refuse_number(self, row: RegisterRow, taken: datetime) -> None:
        facts = {"value": row.number, "day": taken.astimezone(self._zone).date().isoformat()}
        self._done.mistakes.append(Mistake(row.place, Column.NUMBER, "import-number-taken", facts))


def _external(row: RegisterRow) -> tuple[str, str]:
    return row.channel, row.external_number


def _is_same_minute(one: datetime, other: datetime) -> bool:
    """The register's table knows no seconds."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)
