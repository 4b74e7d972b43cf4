"""What a day is told by: counts alone, in the order in which somebody who is responsible wants to read them (R11, R32)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from domain.regulation.terms import Holder
from domain.rhythm.days import Period
from domain.status import Status

NAMED: Final = 5
"""Numbers in one line of a summary; of the rest it says how many there are."""


@dataclass(frozen=True, slots=True)
class DepartmentFigures:
    """One department: what is in its hands, what it was given and what was answered in the period, what is overdue."""

    code: str
    in_hand: int = 0
    given: int = 0
    answered: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Present:
    """How things stand at this moment. `urgent`: open ones; `needs`: how many wait for the leadership, `needed` the first of them.

    `shelved`: brought in unanswered from a file and taken up by nobody; they are in no other figure.
    """

    statuses: Mapping[Status, int] = field(default_factory=dict)
    urgent: int = 0
    needs: int = 0
    needed: tuple[str, ...] = ()
    shelved: int = 0

    @property
    def in_hand(self) -> int:
        """Everything that is open."""
        return sum(self.statuses.values())


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A period in figures. `overdue`: appeals with a term that was over at its end; `closed`: ended without an answer.

    `present`: None where the day is long over, and how things stand now says nothing of it. `topics`: what was received,
    the commonest first, "" without a topic. `is_part`: of some departments alone (R66). `before`: what was received in the periods before, the oldest first.
    """

    period: Period
    received: int = 0
    answered: int = 0
    closed: int = 0
    overdue: int = 0
    channels: Mapping[str, int] = field(default_factory=dict)
    departments: tuple[DepartmentFigures, ...] = ()
    present: Present | None = None
    topics: Mapping[str, int] = field(default_factory=dict)
    before: tuple[tuple[date, int], ...] = ()
    is_part: bool = False

    @property
    def needs(self) -> int:
        """How many wait for whoever reads this; what is late in a part waits for those who answer for it (one message may
        be both).
        """
        if self.present is None:
            return 0
        return max(self.present.needs, self.overdue) if self.is_part else self.present.needs

    @property
    def is_quiet(self) -> bool:
        """Whether nothing came, nothing is late and nothing is wanted of anybody."""
        return not (self.received or self.answered or self.overdue or self.needs)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """An appeal in a list of work: `due_at` the term that is over or comes first, `holder`, `department` and `executor_name` who has it.

    `every`: how many there are in all.
    """

    number: str
    status: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    department: str | None
    holder: Holder
    executor_name: str | None
    due_at: datetime
    every: int


def worst_first(departments: Iterable[DepartmentFigures]) -> list[DepartmentFigures]:
    """By what is overdue, then by what is in hand: whoever has to be asked stands on top."""
    return sorted(departments, key=lambda one: (-one.overdue, -one.in_hand, one.code))
