"""What the verbs need to keep of requests to other bodies."""

from collections.abc import Sequence
from typing import Protocol

from domain.ids import AppealId
from domain.register.inquiries import Inquiry


class Inquiries(Protocol):
    """Papers to bodies that are none of the municipality's own."""

    async def add(self, inquiry: Inquiry) -> None:
        """Store it; fills `id`."""
        ...

    async def get(self, inquiry_id: int) -> Inquiry:
        """Raises `NotFound`."""
        ...

    def save(self, inquiry: Inquiry) -> None: ...

    async def list_of_appeal(self, appeal_id: AppealId) -> Sequence[Inquiry]:
        """What stands, in order."""
        ...
