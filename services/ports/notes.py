"""What the verbs need to keep of what colleagues note for each other."""

from datetime import datetime
from typing import Protocol

from domain.ids import AppealId
from domain.people import Actor


class Notes(Protocol):
    """What colleagues note for each other."""

    def add(self, appeal_id: AppealId, text: str, actor: Actor, now: datetime) -> None: ...
