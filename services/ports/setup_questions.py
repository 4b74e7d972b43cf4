"""What the verbs need to keep of what setting up asks for."""

from datetime import datetime
from typing import Protocol

from domain.people import Deed
from domain.setup.pages import Question
from domain.setup.vocabulary import Change


class SetupQuestions(Protocol):
    """Words that an administrator is asked for."""

    async def add(self, change: Change, of: str, stamp: str, *, message_id: int, by: Deed) -> int: ...

    async def get(self, question_id: int) -> Question: ...

    async def list_open(self, user_id: int) -> list[Question]:
        """What this person is being asked, newest first."""
        ...

    def close(self, question_id: int, now: datetime) -> None: ...
