"""What the verbs need to know and to keep of missed deadlines that were told to somebody."""

from datetime import datetime
from typing import Protocol

from domain.escalation import Climb, Level, Overdue
from domain.ids import AppealId, ChatId


class Escalations(Protocol):
    """Each missed deadline once for a level."""

    async def take_due(self, climb: Climb) -> list[Overdue]:
        """What has to climb and has not; from now on it has."""
        ...

    def note(self, overdue: Overdue, level: Level, chat: ChatId, now: datetime, *, loud: bool) -> None:
        """It is told there; `loud`: with a sound."""
        ...

    async def list_appeals(self, chat: ChatId) -> set[AppealId]:
        """Whose missed deadlines the chat has been told of and that are missed still."""
        ...

    async def count_calls(self, chat: ChatId, since: datetime) -> int:
        """Cards and lists that have called the leadership there since then."""
        ...

    async def settle(self, now: datetime) -> list[ChatId]:
        """Note what has ended, or has got more time, and where it was told."""
        ...

    async def list_told(self, chat: ChatId) -> list[Overdue]:
        """What a curator was to be told in this chat and is missed still."""
        ...

    def forget(self, chat: ChatId) -> None:
        """A curator could not be reached there."""
        ...

    async def find_standing(self, chat: ChatId) -> int | None:
        """The message with the list."""
        ...
