"""One term of a regulation: who has to act, from which moment, within how much time of whose calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.municipality import Category
from domain.workdays import Roll


class Stage(StrEnum):
    """What is to be done by then.

    READ: a coordinator reads it, or the term from the reading would never begin (A2). ROUTE: it goes to a department.
    RETURN: the department sends back what is not its own. DRAFT: an answer stands ready for approval. PART: the same,
    where several departments work on it. APPROVAL, REWORK, PUBLICATION: what their names say. ANSWER: the citizen has
    read something on the matter, however often it was handed on (A6). FINAL: the citizen has the final answer; this
    term alone is told to citizens. PROMISE: what an answer promised is done; its day is the answer's, no regulation's.
    """

    READ = "read"
    ROUTE = "route"
    RETURN = "return"
    DRAFT = "draft"
    PART = "part"
    APPROVAL = "approval"
    REWORK = "rework"
    PUBLICATION = "publication"
    ANSWER = "answer"
    FINAL = "final"
    PROMISE = "promise"


class Start(StrEnum):
    """From which moment a term counts. DETECTED: the citizen's first message (A1). ASSIGNED: the department got it (A8).

    REVISED: an approver sent the draft back. INTERIM: an interim answer that names its own day (R51). PROMISED: the
    citizen read the promise.
    """

    DETECTED = "detected"
    READ = "read"
    ASSIGNED = "assigned"
    SUBMITTED = "submitted"
    REVISED = "revised"
    APPROVED = "approved"
    INTERIM = "interim"
    PROMISED = "promised"


class Holder(StrEnum):
    """Who has to act, and by whose calendar the term runs: a department's by its own, all others' by the town's (A5)."""

    COORDINATORS = "coordinators"
    DEPARTMENT = "department"
    APPROVERS = "approvers"


class Unit(StrEnum):
    """In what a term counts. Minutes and hours are working time of whoever has to act (R36, A3)."""

    MINUTES = "minutes"
    HOURS = "hours"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"


class DayDue(StrEnum):
    """At which hour of its last day a term in days is over (A11)."""

    CLOSING = "closing"
    MIDNIGHT = "midnight"
    SAME_HOUR = "same_hour"


@dataclass(frozen=True, slots=True)
class Span:
    """So much time."""

    count: int
    unit: Unit

    @property
    def is_days(self) -> bool:
        """Whether it counts in dates and not in working time."""
        return self.unit in {Unit.CALENDAR_DAYS, Unit.WORKING_DAYS}


@dataclass(frozen=True, slots=True)
class Term:
    """`category`, `high_importance`: of which appeals it is said; None: of all of which no other term says more.

    `interim_counts`: an interim answer, or a question to the citizen, is what was demanded by then (A16).
    `roll`: where a term in days goes that ends on a day off (A12). `clause`: where the regulation says so.
    """

    stage: Stage
    holder: Holder
    start: Start
    span: Span
    clause: str
    category: Category | None = None
    high_importance: bool | None = None
    interim_counts: bool = False
    roll: Roll = Roll.NEXT

    def holds_for(self, category: Category, *, urgent: bool) -> bool:
        """Whether it is said of such appeals."""
        return self.category in {None, category} and self.high_importance in {None, urgent}

    @property
    def weight(self) -> int:
        """The more it says of its appeals, the heavier; high importance lies on top of the category (R35)."""
        return 2 * (self.high_importance is not None) + (self.category is not None)


STARTS: Final[Mapping[Stage, frozenset[Start]]] = {
    Stage.READ: frozenset({Start.DETECTED}),
    Stage.ROUTE: frozenset({Start.DETECTED, Start.READ}),
    Stage.RETURN: frozenset({Start.ASSIGNED}),
    Stage.DRAFT: frozenset({Start.DETECTED, Start.ASSIGNED}),
    Stage.PART: frozenset({Start.DETECTED, Start.ASSIGNED}),
    Stage.APPROVAL: frozenset({Start.SUBMITTED}),
    Stage.REWORK: frozenset({Start.REVISED}),
    Stage.PUBLICATION: frozenset({Start.APPROVED}),
    Stage.ANSWER: frozenset({Start.DETECTED}),
    Stage.FINAL: frozenset({Start.DETECTED}),
}
"""From which moments the term of a stage can count."""

DEPARTMENTS_OWN: Final = frozenset({Stage.RETURN, Stage.DRAFT, Stage.PART, Stage.REWORK})
"""What a department does; all other stages are the coordinators' or the approvers'."""


GUARDS: Final = frozenset({Stage.READ, Stage.RETURN})
"""What only moves an appeal on within the house (A2, R40): missed, it is told by its own name («not accepted in time»), and no answer
is called overdue for it.
"""


def list_holders(stage: Stage) -> list[Holder]:
    """Who can have to act at this stage."""
    return [Holder.DEPARTMENT] if stage in DEPARTMENTS_OWN else [Holder.COORDINATORS, Holder.APPROVERS]
