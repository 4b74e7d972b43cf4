"""What the verbs need to erase a person's data."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.erasure import Cause, Erasure
from domain.ids import AppealId, CitizenId


class Erasures(Protocol):
    """Every place where a person's data lie."""

    async def list_over(self, citizen_id: CitizenId) -> tuple[list[AppealId], list[str]]: ...

    async def has_waiting(self, citizen_id: CitizenId, *, since: datetime | None = None) -> bool: ...

    async def erase(
        self,
        citizen_id: CitizenId,
        appeals: Collection[AppealId],
        cause: Cause,
        now: datetime,
        *,
        with_person: bool,
    ) -> Erasure: ...
