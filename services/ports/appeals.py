"""What the verbs need of the register."""

from datetime import datetime
from typing import Protocol

from domain.appeal import Appeal
from domain.ids import AppealId, CitizenId
from domain.people import Actor
from domain.status import Recorded


class Appeals(Protocol):
    """The register."""

    async def add(self, appeal: Appeal, year: int) -> None:
        """Give the next number of the year, never used before, and store; fills `id` and `number`."""
        ...

    async def get(self, appeal_id: AppealId) -> Appeal: ...

    async def find_by_number(self, number: str) -> Appeal | None: ...

    async def list_recent_of_citizen(self, citizen_id: CitizenId, ended_since: datetime) -> list[Appeal]:
        """Open ones and those that ended since, newest first."""
        ...

    async def list_recent_of_user(self, user_id: int, ended_since: datetime) -> list[Appeal]:
        """The same of the citizen with this messenger id, whom nobody has looked up yet."""
        ...

    async def list_open_of_department(self, code: str) -> list[Appeal]: ...

    async def find_next_waiting(self, after: Appeal | None = None) -> Appeal | None:
        """What waits for the coordinators, urgent first, then the oldest: the next after this one, else the first."""
        ...

    def save(
        self, appeal: Appeal, actor: Actor, now: datetime, *, action: Recorded, reason: str | None = None
    ) -> None:
        """Store what changed, with a journal entry that tells before and after."""
        ...
