"""People: what a person does in a chat, in the words of a test.

`citizen.send("…")` writes to the bot in private; `petrov.in_(group)` is the same person sitting in a group.
"""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox import events
from sandbox.chat import Chat, PrivateChat
from sandbox.model import ANONYMOUS, CHANNEL_BOT, Json, Message, Topic, User
from sandbox.presses import Toast
from sandbox.verbs import Verbs

if TYPE_CHECKING:
    from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Seat(Verbs):
    """A person in a chat; in a topic; as an anonymous administrator; or speaking for a channel."""

    person: "Person"
    chat: Chat
    topic: Topic | None = None
    anonymous: bool = False
    as_channel: Chat | None = None

    def write(
        self, body: Json, reply_to: Message | None, extra: Json | None, *, check: bool = True
    ) -> Message:
        """Put the content into the chat under the name that others will see."""
        if isinstance(self.chat, PrivateChat):
            self.chat.started = True
        sender, mask = self._mask()
        return self.chat.world.post(
            self.chat,
            sender,
            body,
            topic=self.topic or (reply_to.topic if reply_to else None),
            reply_to=reply_to,
            extra={**mask, **(extra or {})},
            check=check,
        )

    def _seat(self) -> "Seat":
        return self

    def _mask(self) -> tuple[User, Json]:
        if self.as_channel is not None:
            return CHANNEL_BOT, {"sender_chat": self.as_channel.as_json()}
        if self.anonymous or self.chat.member(self.person).anonymous:
            return ANONYMOUS, {"sender_chat": self.chat.as_json()}
        return self.person, {}


@dataclass(slots=True, eq=False)
class Person(User, Verbs):
    """A person. All the verbs of Seat are here too and go to the private chat with the world's first bot."""

    world: "World" = field(kw_only=True)

    @property
    def chat(self) -> PrivateChat:
        return self.world.private(self)

    @property
    def toast(self) -> Toast | None:
        """The bot's answer to this person's last press."""
        presses = self.world.presses.by(self)
        return presses[-1].toast if presses else None

    def _seat(self) -> Seat:
        return Seat(self, self.chat)

    def in_(
        self,
        chat: Chat,
        topic: Topic | None = None,
        *,
        anonymous: bool = False,
        as_channel: Chat | None = None,
    ) -> Seat:
        return Seat(self, chat, topic, anonymous, as_channel)

    async def start(self, payload: str = "") -> Message:
        """Press Start, or follow a link with a payload; a blocked bot is let in again by it."""
        if self.chat.blocked:
            await self.unblock_bot()
        return await self.send(f"/start {payload}".strip())

    async def block_bot(self) -> None:
        await self._set_block(blocked=True)

    async def unblock_bot(self) -> None:
        await self._set_block(blocked=False)

    async def _set_block(self, *, blocked: bool) -> None:
        self.chat.blocked = blocked
        events.tell_block(self.chat)
        await asyncio.sleep(0)
