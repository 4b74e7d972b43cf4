"""What the verbs need to know and to keep of the chats themselves."""

from datetime import datetime
from typing import Protocol

from domain.ids import ChatId


class Chats(Protocol):
    """Chats as the messenger lets them be reached."""

    def present_id(self, chat: int) -> ChatId:
        """The chat's id of today: presses on a group's old messages come under its old one."""
        ...

    def is_lost(self, chat: int) -> bool:
        """Whether another chat stands in for it already."""
        ...

    async def is_closed(self, chat: int) -> bool:
        """Whether the messenger has refused to write there and nobody has opened it again."""
        ...

    def move(self, old: int, new: int, now: datetime) -> None:
        """Whatever names the old id names the new one; cards will be put up anew there."""
        ...

    def mark_unreachable(self, chat: int, reason: str, now: datetime, *, fallback: int | None) -> None:
        """Keep what waits for the chat, or send it to the fallback."""
        ...

    def note_closed(self, chat: int, reason: str, now: datetime) -> None:
        """A private chat is closed to the bot until the person opens it again."""
        ...

    def note_title(self, chat: int, title: str) -> None:
        """What the group is called, for whoever sets up."""
        ...

    def mark_reachable(self, chat: int, now: datetime) -> None:
        """Let what was kept for the chat leave."""
        ...
