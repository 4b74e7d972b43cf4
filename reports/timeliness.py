"""How many were considered in time (R79, Nevinnomyssk): «all of them» is said only where it is so."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Final

from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER
from domain.register.paper_rows import PaperRow
from reports.counting import only_counted

FindDue = Callable[[PaperRow], datetime | None]
"""Until when the final answer is due; None where no term is set, or the working calendar does not reach so far."""


LONGEST_TERM: Final = timedelta(days=120)
"""So long before a stretch of time something may have come whose term ends in it: thirty days, as much again by extension, and holidays."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a stretch of time from `since` to before `until` is counted from. `earlier`: received within `LONGEST_TERM` before it."""

    since: datetime
    until: datetime
    received: Sequence[PaperRow]
    answered: Sequence[PaperRow]
    earlier: Sequence[PaperRow]


class _Fate(StrEnum):
    IN_TIME = "in_time"
    LATE = "late"
    OVERDUE = "overdue"
    WAITING = "waiting"
    UNDATED = "undated"
    WITHOUT_TERM = "without_term"


@dataclass(frozen=True, slots=True)
class Timeliness:
    """`in_time`, `late`: answered; `overdue`: not answered though the term is over; `waiting`: it still runs.

    `undated`: answered, nobody wrote down when; `without_term`: no term is known. Whatever ended without an answer has no
    term and is not among them (R53, A20).
    """

    in_time: int = 0
    late: int = 0
    overdue: int = 0
    waiting: int = 0
    undated: int = 0
    without_term: int = 0

    @property
    def decided(self) -> int:
        """Those of which it can be said."""
        return self.in_time + self.late + self.overdue

    @property
    def percent(self) -> Decimal | None:
        """The share in time, cut and not rounded: 100 only where all are; None where nothing can be said yet."""
        if not self.decided:
            return None
        return (Decimal(self.in_time) * 100 / self.decided).quantize(Decimal("0.1"), ROUND_DOWN)

    @property
    def is_all(self) -> bool:
        """Whether every one was considered, and in time."""
        return bool(self.in_time) and not (
            self.late or self.overdue or self.waiting or self.undated or self.without_term
        )


def judge_times(rows: Iterable[PaperRow], find_due: FindDue, now: datetime) -> Timeliness:
    """What is known at this moment of the terms of these."""
    fates = Counter(_fate(row, find_due(row), now) for row in rows if row.outcome not in WITHOUT_ANSWER)
    return Timeliness(**{fate.value: fates[fate] for fate in _Fate})


def _fate(row: PaperRow, due: datetime | None, now: datetime) -> _Fate:
    """Exactly on time is in time (A22)."""
    if row.answered is None and row.outcome is not None:
        return _Fate.UNDATED
    if due is None:
        return _Fate.WITHOUT_TERM
    if row.answered is None:
        return _Fate.OVERDUE if now > due else _Fate.WAITING
    return _Fate.LATE if row.answered > due else _Fate.IN_TIME


def list_concerned(town: Municipality, given: Given, find_due: FindDue) -> Iterator[PaperRow]:
    """Received in the stretch; or before it, and answered in it, or due in it and not answered by its end."""
    yield from only_counted(town, given.received)
    yield from (row for row in only_counted(town, given.answered) if row.received < given.since)
    for row in only_counted(town, given.earlier):
        due = None if _was_over(row, given.until) else find_due(row)
        if due is not None and given.since <= due < given.until:
            yield row


def _was_over(row: PaperRow, until: datetime) -> bool:
    return row.answered < until if row.answered else row.outcome is not None
