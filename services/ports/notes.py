"""What the verbs need to keep of what colleagues note for each other."""

from typing import Protocol

from domain.ids import AppealId
from domain.people import Deed


class Notes(Protocol):
    """What colleagues note for each other."""

    def add(self, appeal_id: AppealId, text: str, by: Deed) -> None: ...

    async def reword(self, text: str, by: Deed) -> AppealId | None:
        """Let the note that was made of this message say this; None where none was."""
        ...
