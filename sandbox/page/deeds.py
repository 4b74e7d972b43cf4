"""What a visitor can do in the city as one of its people: write, send, press, forward, pin."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from sandbox.content import captioned, from_user, split, uploaded
from sandbox.model import Json, User
from sandbox.page.seats import Seats

ANSWER_PATIENCE = 8.0
"""Seconds of the machine's time in which a press is answered, or the spinner ends."""
KINDS = frozenset({"photo", "video", "document", "voice", "audio", "video_note", "sticker", "animation"})
NAMED = frozenset({"document", "audio", "video"})
LONGEST_CAPTION, LONGEST_NAME = 1024, 100
LARGEST_ALBUM = 10
NEIGHBOUR = User(499_000_001, "Николай", "Соседов")
"""Somebody who has never met the bot: people forward what neighbours sent them."""


class Deeds:
    """The deeds of people, each by the name under which the page orders it.

    KeyError, ValueError, TypeError and IndexError mean that the order does not fit what is there.
    """

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self.by_name: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "send": self._send,
            "file": self._send_file,
            "album": self._send_album,
            "place": self._send_place,
            "contact": self._send_contact,
            "poll": self._send_poll,
            "forward": self._forward,
            "neighbour": self._forward_photo,
            "edit": self._edit,
            "press": self._press,
            "react": self._react,
            "pin": self._pin,
            "resident": self._add_resident,
            "block": self._block,
            "migrate": self._migrate,
        }

    async def _send(self, order: Json) -> Json:
        seat, text = self._seats.seat(order), str(order["text"]).strip()
        if not text:
            raise ValueError("empty")
        first, *others = split(text)
        await seat.send(first, reply_to=self._seats.find_message(order.get("reply_to")))
        for part in others:
            await seat.send(part)
        return {}

    async def _send_file(self, order: Json) -> Json:
        kind = str(order["kind"])
        if kind not in KINDS:
            raise ValueError(kind)
        facts: Json = (
            {"name": str(order["name"])[:LONGEST_NAME]} if kind in NAMED and order.get("name") else {}
        )
        await self._seats.seat(order).send_file(
            kind,
            _caption(order),
            order.get("content") or b"",
            reply_to=self._seats.find_message(order.get("reply_to")),
            **facts,
        )
        return {}

    async def _send_album(self, order: Json) -> Json:
        photos = order.get("contents") or []
        if not 1 < len(photos) <= LARGEST_ALBUM:
            raise ValueError("no album")
        await self._seats.seat(order).send_album(len(photos), _caption(order), contents=photos)
        return {}

    async def _send_place(self, order: Json) -> Json:
        await self._seats.seat(order).send_location(float(order["latitude"]), float(order["longitude"]))
        return {}

    async def _send_contact(self, order: Json) -> Json:
        await self._seats.seat(order).send_contact()
        return {}

    async def _send_poll(self, order: Json) -> Json:
        await self._seats.seat(order).send_poll()
        return {}

    async def _forward(self, order: Json) -> Json:
        """A message of this chat, into this or another one where the same person sits."""
        source = self._seats.message(order["message"])
        seat = self._seats.take(str(order.get("to") or order["chat"]), int(order["who"]))
        self._seats.seat(order)
        if source.deleted or source.is_service:
            raise ValueError("nothing to forward")
        await seat.forward(source)
        return {}

    async def _forward_photo(self, order: Json) -> Json:
        """A neighbour's photo with the neighbour's words: they came from outside the city."""
        seat = self._seats.seat(order)
        world = seat.chat.world
        body = uploaded(world.files, "photo", order["content"], None, None, {})
        origin = from_user(NEIGHBOUR, world.timestamp())
        await seat.post(captioned(body, _caption(order)), extra={"forward_origin": origin})
        return {}

    async def _edit(self, order: Json) -> Json:
        seat, message = self._seats.seat(order), self._seats.message(order["message"])
        text = str(order["text"]).strip()
        if message.sender is not seat.person or not text:
            raise ValueError("not one's own")
        await seat.edit(message, split(text)[0])
        return {}

    async def _press(self, order: Json) -> Json:
        """A press as a finger does it; the toast when the bot has answered. A button that has moved meanwhile is found."""
        seat, message = self._seats.seat(order), self._seats.message(order["message"])
        button = _find_button(message.keyboard, int(order["row"]), int(order["column"]), str(order["label"]))
        if button is None:
            return {"stale": True}
        press = await seat.press_data(message, str(button.get("callback_data", "")))
        with suppress(AssertionError):
            await seat.chat.world.until(lambda: press.toast is not None, ANSWER_PATIENCE)
        toast = press.toast
        return {"toast": toast.text, "alert": toast.alert} if toast else {"unanswered": True}

    async def _react(self, order: Json) -> Json:
        message = self._seats.message(order["message"])
        await self._seats.seat(order).react(message, str(order.get("emoji") or ""))
        return {}

    async def _pin(self, order: Json) -> Json:
        await self._seats.seat(order).pin(self._seats.message(order["message"]))
        return {}

    async def _add_resident(self, _: Json) -> Json:
        return {"chat": self._seats.add_resident().key}

    async def _block(self, order: Json) -> Json:
        person = self._seats.person(int(order["who"]))
        await (person.unblock_bot() if person.chat.blocked else person.block_bot())
        return {"blocked": person.chat.blocked}

    async def _migrate(self, order: Json) -> Json:
        self._seats.migrate(str(order["chat"]))
        return {}


def _find_button(rows: Sequence[Sequence[Json]], row: int, column: int, label: str) -> Json | None:
    """The one with this label at its place; where the message was changed under the finger, elsewhere."""
    labelled = {
        (r, c): button
        for r, line in enumerate(rows)
        for c, button in enumerate(line)
        if button["text"] == label
    }
    return labelled.get((row, column)) or next(iter(labelled.values()), None)


def _caption(order: Json) -> str | None:
    return str(order.get("text") or "")[:LONGEST_CAPTION] or None
