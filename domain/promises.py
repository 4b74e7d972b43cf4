"""What a citizen was promised by a day: kept under control until it is done, or somebody says why it is not (spec 2.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import DomainError
from domain.ids import AppealId, DepartmentCode, DraftId
from domain.term_marks import TermMarks
from domain.words.promised_days import PromiseFlaw


class PromiseState(StrEnum):
    """OPEN until KEPT. REPLACED: a later answer promises something else. CARRIED: it goes on with the repeat.

    DROPPED: it was none, or the message is taken back.
    """

    OPEN = "open"
    KEPT = "kept"
    REPLACED = "replaced"
    CARRIED = "carried"
    DROPPED = "dropped"


@dataclass(slots=True)
class Promise:
    """`draft_id`: the version of the answer in which it stands. `department`: whose it is; None: the coordinators'.

    `first_due_on`: the day that was named first, `moves`: how often it was moved since. `reported_at`: the department
    said that it is done. `is_late`: said after its time, known once it is kept.
    """

    appeal_id: AppealId
    department: DepartmentCode | None
    draft_id: DraftId | None
    first_due_on: date
    due_on: date
    made_at: datetime
    id: int = 0
    moves: int = 0
    state: PromiseState = PromiseState.OPEN
    reported_at: datetime | None = None
    is_late: bool | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    reason: str | None = None


@dataclass(slots=True, kw_only=True)
class PromiseMarks(TermMarks):
    """What an appeal knows of the promise that is open: one at a time. `promise_reported_at`: its proof waits for approval.

    `kept_at`: the citizen heard that a promise was kept.
    """

    promise_id: int | None = None
    promised_on: date | None = None
    promised_at: datetime | None = None
    promised_by: DepartmentCode | None = None
    promise_moves: int = 0
    promise_reported_at: datetime | None = None
    kept_at: datetime | None = None

    def remember_promise(self, promise: Promise) -> None:
        """It runs from now on."""
        self.promise_id, self.promised_on = promise.id, promise.due_on
        self.promised_at, self.promised_by = promise.made_at, promise.department
        self.promise_moves, self.promise_reported_at = promise.moves, promise.reported_at

    def forget_promise(self) -> None:
        """Nothing is owed any more."""
        self.promise_id = self.promised_on = self.promised_at = self.promised_by = None
        self.promise_moves, self.promise_reported_at = 0, None

    def stop_waiting(self) -> None:
        """It is closed: no answer of the citizen, no time and no promise is waited for."""
        self.expect_nothing()
        self.forget_promise()


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """Promises whose day lies in a period: how many, kept in time or late, moved at least once, overdue still."""

    made: int
    in_time: int
    late: int
    moved: int
    overdue: int


class PromisedDayWrong(DomainError):
    """Words that name no day which could be kept under control; `flaw` says why."""

    code = "error-promised-day"

    def __init__(self, number: str, flaw: PromiseFlaw) -> None:
        super().__init__(number, flaw)
        self.number = number
        self.flaw = flaw

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal, and what is wrong with the day."""
        return {"number": self.number, "flaw": self.flaw.value}


class PromiseNotLater(DomainError):
    """A promise is moved to a later day."""

    code = "error-promise-not-later"

    def __init__(self, number: str, day: date) -> None:
        super().__init__(number, day)
        self.number = number
        self.day = day

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal, and the day that was promised."""
        return {"number": self.number, "day": f"{self.day:%d.%m.%Y}"}


class PromiseIsOver(DomainError):
    """What is being approved promises a day that has passed meanwhile."""

    code = "error-promise-is-over"

    def __init__(self, number: str, day: date) -> None:
        super().__init__(number, day)
        self.number = number
        self.day = day

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal, and the day."""
        return {"number": self.number, "day": f"{self.day:%d.%m.%Y}"}


class NoPromise(DomainError):
    """Nothing is promised to the citizen, or not any more."""

    code = "error-no-promise"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal."""
        return {"number": self.number}
