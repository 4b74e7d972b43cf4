"""What the verbs need to keep of leaders' instructions."""

from typing import Protocol

from domain.ids import InstructionId
from domain.instructions import Instruction


class Instructions(Protocol):
    """What leaders want done."""

    async def add(self, instruction: Instruction) -> None:
        """Store; fills `id`."""
        ...

    async def get(self, instruction_id: InstructionId) -> Instruction: ...

    def save(self, instruction: Instruction) -> None: ...
