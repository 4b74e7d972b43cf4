"""What the verbs need to keep of reception days, calls and meetings."""

from typing import Protocol

from domain.register.occasions import Occasion


class Occasions(Protocol):
    """Rows of their own beside the appeals."""

    async def add(self, occasion: Occasion) -> None:
        """Store it; fills `id`."""
        ...

    async def get(self, occasion_id: int) -> Occasion:
        """Raises `NotFound`."""
        ...

    def save(self, occasion: Occasion) -> None: ...
