"""What the verbs need to know and to keep of each department's stay with an appeal."""

from datetime import datetime
from typing import Protocol

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.handover import HeldPart
from domain.ids import AppealId, AssignmentId, UserId
from domain.people import Actor
from domain.status import Recorded


class Assignments(Protocol):
    """Whose hands it was in, from when to when, and what each gave (R47, R54).

    The lead's assignment goes with its appeal: the first four write beside it what the appeal has done.
    """

    def begin(
        self,
        appeal: Appeal,
        actor: Actor,
        now: datetime,
        *,
        task: str = "",
        questions: int = 1,
        former: Assignment | None = None,
    ) -> None: ...

    def accepted(self, appeal: Appeal, actor: Actor, now: datetime) -> None: ...

    def released(self, appeal: Appeal, now: datetime) -> None: ...

    def leave(self, appeal: Appeal, now: datetime, state: AssignmentState, *, reason: str | None) -> None: ...

    def end(self, appeal: Appeal, now: datetime, *, reason: str | None) -> None:
        """The matter is over: it has left everybody's hands."""
        ...

    async def add(self, assignment: Assignment, actor: Actor, now: datetime) -> None:
        """Another department takes part; fills `id`."""
        ...

    async def get(self, assignment_id: AssignmentId) -> Assignment: ...

    async def list_of_appeal(self, appeal_id: AppealId) -> list[Assignment]:
        """Every department's stay, in their order."""
        ...

    async def list_held(self, user_id: int) -> list[HeldPart]:
        """What this person has accepted and not given; of the leads' what is being answered."""
        ...

    async def list_holders(self) -> list[UserId]:
        """Everybody who holds anything."""
        ...

    def save(
        self,
        assignment: Assignment,
        actor: Actor,
        now: datetime,
        *,
        action: Recorded,
        reason: str | None = None,
    ) -> None:
        """Store what became of it, with a journal entry."""
        ...
