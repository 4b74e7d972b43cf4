"""What the verbs need to know of who acts for whom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.duty import Stint
from domain.ids import StintId, UserId
from domain.municipality import Role


class Duty(Protocol):
    """Who acts for whom, or in a role, and for how long."""

    async def list_of(self, user_id: int, now: datetime) -> Sequence[Stint]: ...

    async def list_substitutes(self, user_id: UserId, now: datetime) -> Sequence[UserId]:
        """Who stands in for this person at this moment."""
        ...

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

    def give_way(
        self, user_id: UserId, replaced_id: UserId | None, since: datetime, until: datetime, now: datetime
    ) -> None:
        """A newer word about the same two people takes the place of what it overlaps."""
        ...

    def end(self, stint_id: StintId, now: datetime) -> None: ...

    async def was_told(self, since: datetime) -> bool:
        """Whether this waiting of the queue was told of."""
        ...

    async def find_last_told(self) -> datetime | None:
        """The waiting of the queue that was told of last."""
        ...

    def note_told(self, since: datetime, now: datetime) -> None: ...

    async def find_waiting_since(self) -> datetime | None:
        """Since when the queue waits and no person has done anything about it; None where nothing waits."""
        ...
