"""Leaders' instructions, and what became of them."""

from domain.errors import NotFound
from domain.ids import InstructionId
from domain.instructions import Instruction
from storage.database import Transaction
from storage.rows import read, stored_fields


class Instructions:
    """Instructions of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, instruction: Instruction) -> None:
        """Store; fills `id`."""
        columns = {name: value for name, value in stored_fields(instruction).items() if name != "id"}
        names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        instruction.id = InstructionId(
            await self._transaction.fetch_value(
                f"INSERT INTO instructions ({names}) VALUES ({values}) RETURNING id", columns
            )
        )

    async def get(self, instruction_id: InstructionId) -> Instruction:
        """The instruction; raises `NotFound`."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM instructions WHERE id = :id", {"id": instruction_id}
        )
        if row is None:
            raise NotFound
        return read(Instruction, row)

    def save(self, instruction: Instruction) -> None:
        """Write what became of it."""
        columns = stored_fields(instruction)
        self._transaction.write(
            "UPDATE instructions SET done_by = :done_by, done_at = :done_at, report = :report WHERE id = :id",
            {name: columns[name] for name in ("id", "done_by", "done_at", "report")},
        )
