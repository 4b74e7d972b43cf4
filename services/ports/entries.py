"""What the verbs need to keep of what coordinators enter by hand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ids import AppealId, ChatId, CitizenId, UserId
from domain.register.entry import Entry


class Entries(Protocol):
    """Messages that are filled in still, and what became of them."""

    async def add(self, entry: Entry) -> None:
        """Store it; fills `id`."""
        ...

    async def get(self, entry_id: int) -> Entry:
        """Raises `NotFound`."""
        ...

    def save(self, entry: Entry) -> None: ...

    async def find_last(self, user_id: UserId) -> Entry | None:
        """What this person entered last, of whatever became of it."""
        ...

    async def find_of_citizen(self, citizen_id: CitizenId) -> Entry | None:
        """Where the words that are kept under this citizen are entered."""
        ...

    async def find_correction(self, appeal_id: AppealId, chat_id: ChatId) -> Entry | None:
        """Where an appeal is being put right in this chat."""
        ...

    async def list_senders(self) -> Sequence[str]:
        """Bodies that have forwarded something lately, the commonest first."""
        ...

    async def list_comments(self) -> Sequence[Entry]:
        """Comments under posts that wait for a coordinator."""
        ...

    async def list_stale(self, before: datetime) -> Sequence[Entry]:
        """What was begun before then and is open still."""
        ...
