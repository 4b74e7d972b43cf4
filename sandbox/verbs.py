"""What a person can do in a chat: the verbs that a Seat and a Person share. Each gives the loop one turn."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sandbox import events, media
from sandbox.chat import Chat
from sandbox.content import captioned, from_user, hidden, origin_of, split, uploaded, written
from sandbox.model import Json, Message, User
from sandbox.presses import Press

if TYPE_CHECKING:
    from sandbox.people import Seat
    from sandbox.world import World


class Sending:
    """Writing: every kind of message."""

    __slots__ = ()

    if TYPE_CHECKING:
        world: World

    def _seat(self) -> "Seat":
        raise NotImplementedError

    @property
    def _world(self) -> "World":
        return self._seat().chat.world

    async def post(
        self, body: Json, reply_to: Message | None = None, extra: Json | None = None, *, check: bool = True
    ) -> Message:
        """Write any content; the verbs below end here."""
        message = self._seat().write(body, reply_to, extra, check=check)
        await _turn()
        return message

    async def send(self, text: str, reply_to: Message | None = None) -> Message:
        return await self.post(written(text), reply_to=reply_to)

    async def send_long(self, text: str) -> list[Message]:
        """A text of any length, cut by the client into messages of 4096."""
        return [await self.send(part) for part in split(text)]

    async def reply(self, message: Message, text: str = "", photo: bytes | None = None) -> Message:
        if photo is not None:
            return await self.send_photo(text, photo, reply_to=message)
        return await self.send(text, reply_to=message)

    async def send_file(
        self,
        kind: str,
        caption: str | None = None,
        content: bytes = b"",
        *,
        name: str | None = None,
        size: int | None = None,
        reply_to: Message | None = None,
        **facts: Any,
    ) -> Message:
        """Any kind that carries a file; `size` may claim more than `content` holds, `facts` go into its JSON."""
        body = captioned(uploaded(self._world.files, kind, content, name, size, facts), caption)
        return await self.post(body, reply_to=reply_to)

    async def send_photo(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("photo", caption, content, **facts)

    async def send_document(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("document", caption, content, **facts)

    async def send_video(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("video", caption, content, **facts)

    async def send_audio(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("audio", caption, content, **facts)

    async def send_animation(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("animation", caption, content, **facts)

    async def send_voice(self, caption: str | None = None, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("voice", caption, content, **facts)

    async def send_video_note(self, content: bytes = b"", **facts: Any) -> Message:
        return await self.send_file("video_note", None, content, **facts)

    async def send_sticker(self, emoji: str = "👍", **facts: Any) -> Message:
        return await self.send_file("sticker", emoji=emoji, **facts)

    async def send_location(self, latitude: float, longitude: float) -> Message:
        return await self.post(media.location(latitude, longitude))

    async def send_venue(self, latitude: float, longitude: float, title: str, address: str) -> Message:
        return await self.post(media.venue(latitude, longitude, title, address))

    async def send_contact(self, phone: str = "+79161234567", user: User | None = None) -> Message:
        """By default one's own, as the button "share my phone" sends it."""
        owner = user or self._seat().person
        return await self.post(media.contact(phone, owner.first_name, owner.last_name, owner.id))

    async def send_poll(
        self, question: str = "Когда?", options: tuple[str, ...] = ("Завтра", "Никогда")
    ) -> Message:
        return await self.post(media.poll(self._world.dice, question, list(options)))

    async def send_dice(self, emoji: str = "🎲") -> Message:
        return await self.post(media.thrown(self._world.dice, emoji))

    async def send_album(
        self,
        kinds: list[str] | int = 3,
        caption: str | None = None,
        *,
        caption_on: int = 0,
        delay: float = 0.0,
        contents: Sequence[bytes] = (),
        reply_to: Message | None = None,
    ) -> list[Message]:
        """Files that share a media_group_id (a number: so many photos), each its own update, `delay` seconds of the world's clock apart;
        empty ones where `contents` gives none.
        """
        group = str(self._world.dice.randrange(10**16, 10**17))
        sent: list[Message] = []
        for number, kind in enumerate(["photo"] * kinds if isinstance(kinds, int) else kinds):
            if delay and number:
                await self._world.clock.sleep(delay)
            content = contents[number] if number < len(contents) else b""
            body = uploaded(self._world.files, kind, content, None, None, {})
            words = caption if number == caption_on else None
            sent.append(await self.post(captioned(body, words), reply_to, {"media_group_id": group}))
        return sent

    async def forward(self, message: Message | str, origin: Json | User | None = None) -> Message:
        """Forward a message, or a text with a made-up `origin` (a person, or the JSON of a forward_origin)."""
        date = self._world.timestamp()
        if isinstance(message, str):
            content, source = written(message), origin or hidden("Аноним", date)
        else:
            content, source = message.content, origin or origin_of(message)
        whence = from_user(source, date) if isinstance(source, User) else source
        broken = whence["type"] == "hidden_user" and "sender_user_name" not in whence
        return await self.post(content, extra={"forward_origin": whence}, check=not broken)

    async def forward_hidden(self, text: str, name: str | None = None) -> Message:
        """Forward from a person who hides; without a name it is an update that aiogram cannot read."""
        return await self.forward(text, hidden(name, self._world.timestamp()))


class Verbs(Sending):
    """The rest: editing, pressing, reacting, pinning."""

    __slots__ = ()

    async def edit(self, message: Message, text: str) -> None:
        """Rewrite one's own message: its text, or the caption of its media."""
        assert message.sender is self._seat().person, "people edit their own messages"
        body = {
            key: value
            for key, value in message.content.items()
            if not key.startswith(("caption", "entities"))
        }
        self._world.edit(message, written(text) if "text" in body else captioned(body, text), message.markup)
        await _turn()

    async def delete(self, message: Message) -> None:
        """The bot is told nothing: Telegram tells nothing."""
        self._world.delete(message)
        await _turn()

    async def react(self, message: Message, emoji: str = "") -> None:
        """Put a reaction, or take it away. Seen by a bot that asks for it and, in groups, is an administrator."""
        events.react(message, self._seat().person, [emoji] if emoji else [])
        await _turn()

    async def click(
        self, caption: str, on: Message | None = None, *, twice: bool = False, age: float = 0.0
    ) -> Press | Message:
        """Press the button whose caption contains `caption`, on the newest message that has one.

        `twice`: the press arrives under two update_ids; `age`: it was made so many seconds ago. A button of the keyboard
        below the chat sends its own caption (or one's contact) instead.
        """
        target = on or self._seat().chat.find_button(caption)
        button = target.button(caption) if target else None
        if target is None or button is None:
            return await self._type_key(caption)
        press = await self.press_data(target, button.get("callback_data", ""), age=age)
        if twice:
            self._world.presses.send(press)
        return press

    async def press_data(self, message: Message, data: str, age: float = 0.0) -> Press:
        """Press with any data at all, as a forged client can."""
        press = self._world.presses.make(self._seat().person, message, data, age)
        self._world.presses.send(press)
        await _turn()
        return press

    async def pin(self, message: Message) -> None:
        events.pin(message, self._seat().person)
        await _turn()

    async def _type_key(self, caption: str) -> Message:
        chat = self._seat().chat
        key = _find_key(chat, caption)
        assert key is not None, f"no button {caption!r} in:\n{chat.transcript()}"
        return await (self.send_contact() if key.get("request_contact") else self.send(str(key["text"])))


def _find_key(chat: Chat, caption: str) -> Json | None:
    for message in reversed(chat.visible):
        rows = (message.markup or {}).get("keyboard")
        if rows:
            return next((key for row in rows for key in row if caption in key["text"]), None)
    return None


async def _turn() -> None:
    await asyncio.sleep(0)
