"""What the verbs need to keep of what is looked for."""

from typing import Protocol

from domain.people import Deed
from domain.search.hits import Search


class Searches(Protocol):
    """Searches, kept as long as their pages may be turned."""

    async def add(self, words: str | None, *, by: Deed) -> int:
        """A search; without words they are waited for. Its id."""
        ...

    async def get(self, search_id: int) -> Search:
        """Raises `SearchForgotten`."""
        ...

    def say(self, search_id: int, words: str) -> None:
        """The words have come."""
        ...
