"""What the verbs need to know and to keep of what the day's rhythm has done."""

from datetime import date, datetime
from typing import Protocol

from domain.ids import ChatId
from domain.rhythm.days import Told


class Beats(Protocol):
    """Each thing once for a chat and a local date."""

    async def find_told(self, today: date) -> Told:
        """What was done up to this local date."""
        ...

    async def add(self, what: str, day: date, chat: ChatId, now: datetime) -> bool:
        """Note that it is done; False where it was."""
        ...
