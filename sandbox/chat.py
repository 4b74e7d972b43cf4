"""A chat: who is in it and what was written; `expect` waits for the bot's next words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.clock import PATIENCE
from sandbox.model import Json, Member, Message, Topic, User

if TYPE_CHECKING:
    from sandbox.people import Person
    from sandbox.world import World


@dataclass(slots=True, eq=False)
class Chat:
    """What every kind of chat has. `log` keeps all messages, deleted ones too."""

    world: "World"
    id: int
    type: str
    title: str = ""
    username: str = ""
    log: dict[int, Message] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    is_forum: bool = False
    deleted: bool = False

    def as_json(self) -> Json:
        body: Json = {"id": self.id, "type": self.type}
        if self.title:
            body["title"] = self.title
        if self.username:
            body["username"] = self.username
        if self.is_forum:
            body["is_forum"] = True
        return body

    @property
    def messages(self) -> list[Message]:
        """Everything ever written here, in order, service messages and deleted ones included."""
        return list(self.log.values())

    @property
    def visible(self) -> list[Message]:
        """What a person scrolling this chat sees: not deleted, no service messages."""
        return [message for message in self.log.values() if not message.deleted and not message.is_service]

    @property
    def last_message(self) -> Message:
        newest = next(self._newest_first(), None)
        assert newest is not None, f"nothing is written in {self.title or self.id}"
        return newest

    def sent_by(self, user: User) -> list[Message]:
        return [message for message in self.visible if message.sender is user]

    def find(self, text: str) -> Message | None:
        """The newest visible message with this text in it."""
        return next((message for message in self._newest_first() if text in message.text), None)

    def find_button(self, caption: str) -> Message | None:
        """The newest visible message with such a button."""
        return next((message for message in self._newest_first() if message.button(caption)), None)

    async def expect(self, text: str, within: float = PATIENCE) -> Message:
        """The newest message with this text, waiting for it up to `within` seconds of the machine's time."""
        await self.world.until(
            lambda: self.find(text), within, lambda: f"no {text!r} in:\n{self.transcript()}"
        )
        message = self.find(text)
        assert message is not None
        return message

    def _newest_first(self) -> Iterator[Message]:
        return (m for m in reversed(self.log.values()) if not m.deleted and not m.is_service)

    def transcript(self) -> str:
        """The chat as a reader sees it, for the message of a failed test."""
        return "\n".join(_line(message) for message in self.visible)

    def member(self, user: User) -> Member:
        return self.members.get(user.id, Member(user, "left"))


@dataclass(slots=True, eq=False)
class PrivateChat(Chat):
    """A person's chat with one bot. The bot may write only after the person did, and until it is blocked."""

    person: "Person" = field(kw_only=True)
    bot_id: int = field(kw_only=True)
    started: bool = False
    blocked: bool = False

    def as_json(self) -> Json:
        body = self.person.as_json()
        body["type"] = "private"
        for key in ("is_bot", "language_code"):
            body.pop(key, None)
        return body


def _line(message: Message) -> str:
    who = message.sender.full_name if message.sender else message.chat.title
    rows = "".join(f"\n    [{' | '.join(row)}]" for row in message.buttons)
    return f"#{message.id} {who}: {f'({message.media}) ' if message.media else ''}{message.text}{rows}"
