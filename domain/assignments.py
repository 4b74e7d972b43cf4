"""What one department is given of an appeal, and what it gives: several departments make one common draft (R47)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import AlreadyAccepted, PartNotPossibleNow, UnknownDepartment, WordsNeeded
from domain.ids import AppealId, AssignmentId, DepartmentCode, UserId
from domain.messages import Attachment
from domain.municipality import Department, Municipality
from domain.people import Actor


class AssignmentState(StrEnum):
    """Where a department's part of the work is."""

    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    GIVEN = "given"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What can be done with a part."""

    ACCEPT = "accept"
    GIVE = "give"
    RETURN = "return"
    WITHDRAW = "withdraw"
    RELEASE = "release"


_S = AssignmentState
_AT_WORK = (_S.ASSIGNED, _S.ACCEPTED)
STEPS: Mapping[Step, Mapping[AssignmentState, AssignmentState]] = {
    Step.ACCEPT: {_S.ASSIGNED: _S.ACCEPTED},
    Step.GIVE: dict.fromkeys((*_AT_WORK, _S.GIVEN), _S.GIVEN),
    Step.RETURN: dict.fromkeys(_AT_WORK, _S.RETURNED),
    Step.WITHDRAW: dict.fromkeys((*_AT_WORK, _S.GIVEN), _S.WITHDRAWN),
    Step.RELEASE: {_S.ACCEPTED: _S.ASSIGNED},
}
"""From which state each step leads where; whatever is not here is refused."""

_UNSAVED = AssignmentId(0)


@dataclass(slots=True)
class Assignment:
    """One department's stay with an appeal. `task` says what its part is, empty where nobody said; `questions` are
    counted by department (R74). `text` and `attachments` are the part that it gave. `return_by`: until
    then what is not its own goes back (R40). `ended_at`: it has left its hands. `turn`: which of the appeal's
    routes made it the lead, counted from 1; 0: it never led.
    """

    appeal_id: AppealId
    department: DepartmentCode
    assigned_at: datetime
    assigned_by: str
    id: AssignmentId = _UNSAVED
    is_lead: bool = False
    turn: int = 0
    task: str = ""
    questions: int = 1
    state: AssignmentState = AssignmentState.ASSIGNED
    executor_id: UserId | None = None
    executor_name: str | None = None
    accepted_at: datetime | None = None
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    given_at: datetime | None = None
    released_at: datetime | None = None
    return_by: datetime | None = None
    ended_at: datetime | None = None
    reason: str | None = None

    @property
    def works(self) -> bool:
        """Whether it counts for the answer: neither returned nor taken away."""
        return self.state not in {AssignmentState.RETURNED, AssignmentState.WITHDRAWN}

    @property
    def is_open(self) -> bool:
        """Whether its department still has it in hand."""
        return self.works and self.ended_at is None

    @property
    def is_late(self) -> bool:
        """Whether it left its hands after the term of a return; exactly on time is in time (A22)."""
        return self.return_by is not None and self.ended_at is not None and self.ended_at > self.return_by

    def ensure_possible(self, step: Step) -> AssignmentState:
        """The state that the step leads to; raises `PartNotPossibleNow` with what is so now."""
        target = STEPS[step].get(self.state)
        if target is None or (self.ended_at is not None and step is not Step.GIVE):
            raise PartNotPossibleNow(self.state if self.ended_at is None or not self.works else "over")
        return target

    def accept(self, actor: Actor, now: datetime) -> None:
        """One executor of the department wins; the others are told who holds it."""
        if self.executor_id is not None and self.executor_id != actor.user_id and self.accepted_at:
            raise AlreadyAccepted(self.executor_name or "", self.accepted_at)
        self.state = self.ensure_possible(Step.ACCEPT)
        self.executor_id, self.executor_name, self.accepted_at = actor.user_id, actor.short_name, now
        self.released_at = None

    def give(self, actor: Actor, text: str, attachments: tuple[Attachment, ...], now: datetime) -> None:
        """The department's part in its words; given again, it takes the place of the former one.

        Also possible when the answer has left: the words are kept with the matter.
        """
        if not text.strip():
            raise WordsNeeded
        self.state = self.ensure_possible(Step.GIVE)
        self.text, self.attachments, self.given_at = text, attachments, now
        self.executor_id, self.executor_name = actor.user_id, actor.short_name
        self.accepted_at = self.accepted_at or now

    def hand_back(self, reason: str, now: datetime) -> None:
        """Not theirs, with the written reason that R40 demands; the others work on."""
        self.state = self.ensure_possible(Step.RETURN)
        self.reason, self.ended_at = reason, now

    def withdraw(self, now: datetime) -> None:
        """A coordinator takes the part away."""
        self.state = self.ensure_possible(Step.WITHDRAW)
        self.ended_at = now

    def step_down(self) -> None:
        """Another department leads from now on; what this one has given stays in the common answer (R47)."""
        self.is_lead = False

    def release(self, now: datetime) -> None:
        """Whoever held it is away: the department has it still, anybody there may accept."""
        self.state = self.ensure_possible(Step.RELEASE)
        self.executor_id = self.executor_name = self.accepted_at = None
        self.released_at = now


@dataclass(frozen=True, slots=True)
class Chosen:
    """A department that a coordinator has ticked, with what its part is to be."""

    department: str
    task: str = ""
    questions: int = 1


def list_working(assignments: Iterable[Assignment]) -> list[Assignment]:
    """Those that count for the answer, the lead's first."""
    return sorted((one for one in assignments if one.works), key=lambda one: not one.is_lead)


def is_joint(assignments: Iterable[Assignment]) -> bool:
    """Whether several departments work on it; one alone goes the ordinary way."""
    return any(not one.is_lead for one in list_working(assignments))


def find_lead(assignments: Iterable[Assignment]) -> Assignment | None:
    """Whoever makes one answer of the parts now."""
    return next((one for one in assignments if one.is_lead and one.is_open), None)


def is_taken_back(assignments: Sequence[Assignment], stay: Assignment) -> bool:
    """Whether the coordinator thought better of this very route: it ended, and nobody else got it at that moment."""
    following = next((one for one in assignments if one.turn > stay.turn), None)
    ended = stay.state is AssignmentState.WITHDRAWN
    return ended and (following is None or following.assigned_at != stay.ended_at)


def list_turns_after(assignments: Sequence[Assignment], turn: int) -> list[Assignment]:
    """Who led later, in that order, without slips that were taken back."""
    return [one for one in assignments if one.turn > turn and not is_taken_back(assignments, one)]


def list_awaited(assignments: Iterable[Assignment]) -> list[Assignment]:
    """Other departments' parts that are not there yet: the final answer waits for them."""
    return [
        one
        for one in assignments
        if one.is_open and not one.is_lead and one.state is not AssignmentState.GIVEN
    ]


def list_given(assignments: Iterable[Assignment], municipality: Municipality) -> list[Assignment]:
    """The parts that are there, in the order of departments."""
    order = {department.code: at for at, department in enumerate(municipality.departments)}
    given = [one for one in assignments if one.works and one.state is AssignmentState.GIVEN]
    return sorted(given, key=lambda one: order.get(one.department, len(order)))


def common_draft(given: Sequence[Assignment], closing: str = "") -> tuple[str, tuple[Attachment, ...]]:
    """Words and files of the parts, put together; `closing` says that the rest follows."""
    text = "\n\n".join(filter(None, [*(one.text.strip() for one in given), closing]))
    return text, tuple(file for one in given for file in one.attachments)


_LINE = re.compile(r"\s*(?P<name>[^:(\n]+?)\s*(?:\((?P<questions>\d{1,2})\))?\s*:\s*(?P<task>.*)")


def read_tasks(words: str, departments: Sequence[Department], chosen: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Lines «ЖКХ: …», or «ЖКХ (2): …» with the number of questions, added to what is chosen.

    A department is called by its short name, name or code; named in a line, it is chosen. A line that begins with no
    department goes on with the one before; raises `UnknownDepartment` where there is none, `WordsNeeded` for no words.
    """
    tasks = {one.department: one for one in chosen}
    last: str | None = None
    for line in filter(None, map(str.strip, words.splitlines())):
        read = _read_line(line, departments)
        if read is not None:
            last = read.department
            tasks[last] = read
        elif last is None:
            raise UnknownDepartment(line.partition(":")[0])
        else:
            tasks[last] = Chosen(last, f"{tasks[last].task} {line}".strip(), tasks[last].questions)
    if last is None:
        raise WordsNeeded
    return tuple(tasks.values())


def _read_line(line: str, departments: Sequence[Department]) -> Chosen | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    name = found["name"].casefold()
    for department in departments:
        if name in {department.code.casefold(), department.short.casefold(), department.name.casefold()}:
            return Chosen(department.code, found["task"].strip(), max(1, int(found["questions"] or 1)))
    return None
