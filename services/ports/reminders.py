"""What the verbs keep of reminders, as a Protocol (`services.ports` has the rest)."""

from collections.abc import Collection
from typing import Protocol


class Reminders(Protocol):
    """Each deadline is told of once as it stands; where it moves, once more."""

    async def note_told(self, ids: Collection[int]) -> list[int]:
        """Those of these open deadlines of which nobody was told as they stand; they count as told from now on."""
        ...
