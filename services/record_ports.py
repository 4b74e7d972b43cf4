"""What the verbs need to keep beside the appeal: leaders' instructions, and the journal of who did what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.ids import AppealId, InstructionId
from domain.instructions import Instruction
from domain.people import Actor
from domain.status import Recorded


class Instructions(Protocol):
    """What leaders want done."""

    async def add(self, instruction: Instruction) -> None:
        """Store; fills `id`."""
        ...

    async def get(self, instruction_id: InstructionId) -> Instruction: ...

    def save(self, instruction: Instruction) -> None: ...


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
