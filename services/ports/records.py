"""What the verbs need to keep beside the appeal: leaders' instructions, and the journal of who did what."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.duty import Stint
from domain.ids import AppealId, InstructionId, StintId, UserId
from domain.instructions import Instruction
from domain.municipality import Role
from domain.people import Actor
from domain.status import Recorded


class Instructions(Protocol):
    """What leaders want done."""

    async def add(self, instruction: Instruction) -> None:
        """Store; fills `id`."""
        ...

    async def get(self, instruction_id: InstructionId) -> Instruction: ...

    def save(self, instruction: Instruction) -> None: ...


class Duty(Protocol):
    """Who acts for whom, or in a role, and for how long."""

    async def list_of(self, user_id: int, now: datetime) -> Sequence[Stint]: ...

    async def get(self, stint_id: StintId) -> Stint: ...

    async def find_taken_over(self, now: datetime) -> Stint | None: ...

    def add(
        self,
        user_id: UserId,
        *,
        replaced_id: UserId | None,
        role: Role | None,
        since: datetime,
        until: datetime,
        set_by: str,
        taken_over: bool = False,
    ) -> None: ...

    def end(self, stint_id: StintId, now: datetime) -> None: ...

    async def was_told(self, since: datetime) -> bool:
        """Whether this waiting of the queue was told of."""
        ...

    def note_told(self, since: datetime, now: datetime) -> None: ...

    async def find_waiting_since(self) -> datetime | None:
        """Since when the queue waits and no person has done anything about it; None where nothing waits."""
        ...


class Journal(Protocol):
    """Who did what, when: every action, also those that changed no appeal."""

    def record(
        self,
        actor: Actor,
        action: Recorded,
        now: datetime,
        *,
        appeal_id: AppealId | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
        reason: str | None = None,
    ) -> None: ...
