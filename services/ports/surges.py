"""What the verbs need to keep of sudden growths."""

from datetime import date, datetime
from typing import Protocol

from domain.ids import TopicCode


class Surges(Protocol):
    """Which sudden growths were told of."""

    async def note(self, topic: TopicCode, day: date, count: int, now: datetime) -> bool:
        """Once for a topic and a day of the municipality; False where it is noted already."""
        ...
