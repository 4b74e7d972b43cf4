"""What the verbs need to know and to keep of those who write."""

from datetime import datetime
from typing import Protocol

from domain.ids import CitizenId
from domain.messages import Citizen, IncomingMessage


class Citizens(Protocol):
    """Those who write."""

    async def ensure(self, message: IncomingMessage, now: datetime) -> Citizen:
        """The citizen behind a message, made known at the first one."""
        ...

    async def add_by_hand(self, name: str, now: datetime) -> CitizenId:
        """Somebody whose words the staff brings in, and who has no chat with the bot."""
        ...

    async def get(self, citizen_id: CitizenId) -> Citizen: ...

    async def find_by_user(self, user_id: int) -> Citizen | None: ...

    def save(self, citizen: Citizen) -> None: ...
