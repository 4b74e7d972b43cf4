"""What the verbs need to keep of looks through groups and pages."""

from typing import Protocol

from domain.register.watching import Look


class Looks(Protocol):
    """One for a channel and a day."""

    async def add(self, look: Look) -> Look:
        """The first of that day: this one, or the one that was before it."""
        ...
