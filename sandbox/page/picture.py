"""What the page is told of a chat, a person, a message: JSON without markup, so that words can only ever be words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sandbox.chat import Chat, PrivateChat
from sandbox.model import Json, Message, User


def person(one: User, *, role: str = "") -> Json:
    """Somebody the visitor can be; `role` is empty for a citizen."""
    return {"id": one.id, "name": one.full_name, "role": role}


def chat(one: Chat, key: str, kind: str, title: str, seats: list[int]) -> Json:
    """A chat of the page: `key` stays when a group gets another id; `seats` are who can write there."""
    return {
        "key": key,
        "kind": kind,
        "title": title,
        "private": isinstance(one, PrivateChat),
        "blocked": isinstance(one, PrivateChat) and one.blocked,
        "group": one.type == "group",
        "seats": seats,
    }


def message(one: Message, key: str) -> Json:
    """A message as everybody in the chat sees it. Lengths in entities are UTF-16 units, as JavaScript counts."""
    sender = one.sender
    return {
        "chat": key,
        "id": name_of(one),
        "date": one.date,
        "from": sender.id if sender else None,
        "name": sender.full_name if sender else one.chat.title,
        "bot": bool(sender and sender.is_bot),
        "text": one.text,
        "entities": one.entities,
        "media": _media(one),
        "album": one.media_group_id,
        "keyboard": [[button["text"] for button in row] for row in one.keyboard],
        "links": [[button.get("url", "") for button in row] for row in one.keyboard],
        "keys": [[key["text"] for key in row] for row in (one.markup or {}).get("keyboard", [])],
        "asks": _asks(one),
        "reply_to": name_of(one.reply_to) if one.reply_to and not one.reply_to.deleted else None,
        "forward": _origin(one),
        "silent": one.silent,
        "pinned": one.pinned,
        "deleted": one.deleted,
        "edited": bool(one.earlier),
        "reactions": [emoji for emojis in one.reactions.values() for emoji in emojis],
        "service": _service(one),
    }


def name_of(one: Message) -> str:
    """A message's name on the page: numbers alone repeat themselves from chat to chat."""
    return f"{one.chat.id}/{one.id}"


def _asks(one: Message) -> list[int]:
    """Whose answer is waited for: a selective ForceReply is for the people whom the text mentions."""
    if not (one.markup or {}).get("force_reply"):
        return []
    mentioned = [entity["user"]["id"] for entity in one.entities if entity["type"] == "text_mention"]
    return [*mentioned, *([one.chat.id] if isinstance(one.chat, PrivateChat) else [])]


_FACTS: Mapping[str, Mapping[str, str]] = {
    "location": {"latitude": "latitude", "longitude": "longitude"},
    "venue": {"title": "title", "text": "address"},
    "contact": {"title": "first_name", "text": "phone_number"},
    "poll": {"title": "question"},
    "dice": {"title": "emoji"},
    "sticker": {"title": "emoji", "file": "file_id"},
}
_FILE: Mapping[str, str] = {"file": "file_id", "title": "file_name", "seconds": "duration"}


def _media(one: Message) -> Json | None:
    kind = one.media
    if kind is None:
        return None
    body = one.content[kind]
    if kind == "photo":
        largest = body[-1]
        return {
            "kind": kind,
            "file": largest["file_id"],
            "width": largest["width"],
            "height": largest["height"],
        }
    facts = _FACTS.get(kind, _FILE)
    choice = {"options": [option["text"] for option in body["options"]]} if kind == "poll" else {}
    return {"kind": kind, **{shown: body[name] for shown, name in facts.items() if name in body}, **choice}


def _origin(one: Message) -> str:
    origin = one.extra.get("forward_origin")
    if not origin:
        return ""
    user = origin.get("sender_user", {})
    return str(
        origin.get("sender_user_name")
        or " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
        or origin.get("chat", {}).get("title", "")
        or origin.get("sender_chat", {}).get("title", "")
    )


def _service(one: Message) -> str:
    """What happened, where the page tells it at all; the coming of the bot and of people stands in no history."""
    if not one.is_service:
        return ""
    told = ("migrate_to_chat_id", "pinned_message", "left_chat_member")
    return next((name for name in told if name in one.content), "other")


@dataclass(slots=True)
class _Drawn:
    """A message's picture, and what it was drawn from: two equal keys need no second drawing."""

    key: tuple[object, ...]
    revision: int
    picture: Json


class Album:
    """All pictures of the messages, each with the revision in which it last changed: what is new is asked by number."""

    def __init__(self) -> None:
        self.revision = 0
        self._drawn: dict[str, _Drawn] = {}

    def look(self, chats: Mapping[str, Sequence[Chat]]) -> None:
        """Draw what has changed since the last look."""
        changed = [
            (key, one, state)
            for key, parts in chats.items()
            for part in parts
            for one in part.log.values()
            if (state := _state(one)) != self._known(one)
        ]
        if changed:
            self.revision += 1
        for key, one, state in changed:
            self._drawn[name_of(one)] = _Drawn(state, self.revision, message(one, key))

    def since(self, revision: int) -> list[Json]:
        """What has changed after this revision, in the order of writing."""
        return [drawn.picture for drawn in self._drawn.values() if drawn.revision > revision]

    def _known(self, one: Message) -> tuple[object, ...] | None:
        drawn = self._drawn.get(name_of(one))
        return drawn.key if drawn else None


def _state(one: Message) -> tuple[object, ...]:
    return (
        id(one.content),
        id(one.markup),
        len(one.earlier),
        one.pinned,
        one.deleted,
        str(one.reactions),
        one.reply_to.deleted if one.reply_to else False,
    )
