"""What the verbs need to keep of what citizens wrote."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ids import AppealId, CitizenId, MessageRowId
from domain.messages import CitizenMessage, Held, IncomingMessage


class Messages(Protocol):
    """What citizens wrote, to the letter, with every edit."""

    def add(
        self,
        citizen_id: CitizenId,
        message: IncomingMessage,
        now: datetime,
        *,
        position: str,
        appeal_id: AppealId | None = None,
        held: Held | None = None,
        held_appeal_id: AppealId | None = None,
        due_at: datetime | None = None,
    ) -> None: ...

    async def find(self, chat_id: int, message_id: int) -> CitizenMessage | None: ...

    async def get(self, row_id: MessageRowId) -> CitizenMessage: ...

    async def find_of_album(self, chat_id: int, media_group_id: str) -> CitizenMessage | None: ...

    async def find_asked_about(self, user_id: int) -> CitizenMessage | None:
        """A message that the citizen was asked about and has not answered for."""
        ...

    async def last_words(self, appeal_ids: Sequence[AppealId]) -> dict[AppealId, datetime]: ...

    async def list_of_appeal(self, appeal_id: AppealId) -> list[CitizenMessage]: ...

    async def list_held(self, citizen_id: CitizenId, held: Held) -> list[CitizenMessage]: ...

    def edit(self, row: CitizenMessage, text: str, at: datetime) -> None: ...

    def attach(self, row_ids: Sequence[MessageRowId], appeal_id: AppealId, position: str) -> None:
        """Give held messages to their appeal."""
        ...

    def put_aside(self, row_id: MessageRowId) -> None:
        """Nothing is held any more and no appeal took it: it was thanks."""
        ...

    async def erase_unregistered(self, before: datetime) -> dict[Held, int]:
        """Erase what waited since before then for a consent, the end of a block or a registration; how many of each."""
        ...
