"""A topic has causes, a cause has measures; a measure has a term and a department that answers for it (R62)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.causes.errors import CauseIsOpen, CauseOver, MeasureIsOpen, MeasureOver
from domain.ids import DepartmentCode, TopicCode, UserId

LONGEST: Final = 500
"""Characters of a cause, a measure, a reason: what fits a line of a road map on paper."""


class CauseState(StrEnum):
    """REMOVED: it is there no more. REFUTED: it was none."""

    OPEN = "open"
    REMOVED = "removed"
    REFUTED = "refuted"


class MeasureState(StrEnum):
    """DROPPED: given up, with a reason."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(slots=True, kw_only=True)
class RootCause:
    """Why people write about a topic, in the words of whoever found out; `closed_by`, `closed_at`: of the last closing."""

    topic: TopicCode
    words: str
    noted_by_id: UserId
    noted_by: str
    noted_at: datetime
    id: int = 0
    state: CauseState = CauseState.OPEN
    closed_by: str | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether measures can be added."""
        return self.state is CauseState.OPEN

    def ensure_open(self) -> None:
        """Raise `CauseOver`."""
        if not self.is_open:
            raise CauseOver(self.state.value, self.closed_by or "")

    def close(self, state: CauseState, *, by: str, at: datetime) -> None:
        """Raises `CauseOver`: somebody was quicker."""
        self.ensure_open()
        self.state, self.closed_by, self.closed_at = state, by, at

    def reopen(self) -> None:
        """It has come back, or was closed by mistake. Raises `CauseIsOpen`."""
        if self.is_open:
            raise CauseIsOpen
        self.state, self.closed_by, self.closed_at = CauseState.OPEN, None, None


@dataclass(slots=True, kw_only=True)
class Measure:
    """A line of a road map. It is made step by step: words, then `due`, then `department`; only then somebody is reminded.

    `person`: who answers for it in the department, if anybody is named. `said`: what was done, or why it was moved or
    dropped, in the words of `said_by`. `moves`: how often the term was put off. `told_due`: of which term the department
    has been reminded.
    """

    cause_id: int
    words: str
    noted_by_id: UserId
    noted_by: str
    noted_at: datetime
    id: int = 0
    due: date | None = None
    department: DepartmentCode | None = None
    person: UserId | None = None
    state: MeasureState = MeasureState.OPEN
    said: str | None = None
    said_by: str | None = None
    said_at: datetime | None = None
    moves: int = 0
    told_due: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has still to be done."""
        return self.state is MeasureState.OPEN

    @property
    def is_whole(self) -> bool:
        """Whether it has a term and somebody who answers for it."""
        return self.due is not None and self.department is not None

    def is_late(self, today: date) -> bool:
        """Whether its term has passed."""
        return self.is_open and self.due is not None and self.due < today

    def ensure_open(self) -> None:
        """Raise `MeasureOver`."""
        if not self.is_open:
            raise MeasureOver(self.state.value, self.said_by or "")

    def move(self, due: date, said: str, *, by: str, at: datetime) -> None:
        """Another term; the department is reminded anew on its day. Raises `MeasureOver`."""
        self.ensure_open()
        self.due = due
        self.moves += 1
        self._note(said, by, at)

    def end(self, state: MeasureState, said: str, *, by: str, at: datetime) -> None:
        """Done, or given up. Raises `MeasureOver`: somebody was quicker."""
        self.ensure_open()
        self.state = state
        self._note(said, by, at)

    def resume(self) -> None:
        """It was not done after all. Raises `MeasureIsOpen`."""
        if self.is_open:
            raise MeasureIsOpen
        self.state = MeasureState.OPEN
        self.said = self.said_by = self.said_at = None

    def _note(self, said: str, by: str, at: datetime) -> None:
        self.said, self.said_by, self.said_at = said, by, at


@dataclass(frozen=True, slots=True)
class GrownTopic:
    """A topic that many more write about: `count` messages of a week against `usual`; told of as sudden on `surged_on`."""

    topic: TopicCode
    count: int
    usual: int
    surged_on: date | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """All that is kept: causes in the order of their noting, measures by their terms, and what has grown lately."""

    causes: tuple[RootCause, ...]
    measures: tuple[Measure, ...]
    grown: tuple[GrownTopic, ...] = ()

    def list_open(self, topic: str | None = None) -> list[RootCause]:
        """Causes that stand, of this topic or of all."""
        return [one for one in self.causes if one.is_open and topic in (None, one.topic)]

    def list_measures(self, cause_id: int) -> list[Measure]:
        """What is to be done about this cause, and what was."""
        return [one for one in self.measures if one.cause_id == cause_id]

    def list_to_do(self) -> list[Measure]:
        """Measures of causes that stand, which have still to be done; those without a term last."""
        standing = {one.id for one in self.list_open()}
        found = [one for one in self.measures if one.is_open and one.cause_id in standing]
        return sorted(found, key=lambda one: (one.due or date.max, one.id))

    def list_topics(self) -> list[TopicCode]:
        """What has grown first, the unexplained before the rest; then topics with causes that stand."""
        named = {one.topic for one in self.list_open()}
        grown = sorted((one.topic for one in self.grown), key=lambda topic: topic in named)
        return list(dict.fromkeys([*grown, *(one.topic for one in self.list_open())]))
