"""What the verbs need to keep of promises."""

from typing import Protocol

from domain.ids import AppealId
from domain.promises import Promise


class Promises(Protocol):
    """What citizens were promised by a day; of each appeal one is open at a time."""

    async def add(self, promise: Promise) -> None:
        """Store it; fills `id`."""
        ...

    async def find_open(self, appeal_id: AppealId) -> Promise | None: ...

    def save(self, promise: Promise) -> None: ...
