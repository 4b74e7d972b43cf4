"""What the verbs need of the deadlines that run, as a Protocol (`services.ports` has the rest)."""

from typing import Protocol

from domain.deadlines import KeptDeadline
from domain.ids import AppealId


class Deadlines(Protocol):
    """Deadlines as the register keeps them; they follow from the state by themselves, no verb writes them."""

    async def list_open(self, appeal_id: AppealId) -> list[KeptDeadline]:
        """What runs for the appeal, as it stood before this transaction."""
        ...
