"""What people put into messages: words, files by kind, where a forward came from."""

from sandbox.entities import units
from sandbox.files import Files
from sandbox.formatting import TEXT_LIMIT, with_links
from sandbox.media import body_of, photo
from sandbox.model import Json, Message, User

MIME = {"audio": "audio/mpeg", "video": "video/mp4", "animation": "video/mp4"}
NAMES = {"document": "документ.pdf", "audio": "запись.mp3", "video": "видео.mp4"}


def written(text: str) -> Json:
    """A person's text with what Telegram finds in it; a client never sends more than 4096 units at once."""
    if units(text) > TEXT_LIMIT:
        raise ValueError("a client splits such a text: use send_long")
    found = with_links(text, [])
    return {"text": text, "entities": found} if found else {"text": text}


def captioned(body: Json, caption: str | None) -> Json:
    if not caption:
        return body
    found = with_links(caption, [])
    return body | {"caption": caption} | ({"caption_entities": found} if found else {})


def uploaded(
    files: Files, kind: str, content: bytes, name: str | None, size: int | None, facts: Json
) -> Json:
    """A file of this kind, newly uploaded; a photograph in three sizes."""
    if kind == "photo":
        sides = [files.store(kind), files.store(kind), files.store(kind, content, size=size)]
        for side in sides:
            side.sizes = sides
        return photo(sides)
    label = NAMES.get(kind, "") if name is None else name
    mime = facts.pop("mime_type", None) or MIME.get(kind, "")
    return body_of(kind, files.store(kind, content, name=label, size=size, mime=mime), facts)


def split(text: str) -> list[str]:
    """A long text cut as clients cut it: at 4096 units, a character never in two."""
    parts, part, size = [""], 0, 0
    for char in text:
        width = units(char)
        if size + width > TEXT_LIMIT:
            parts.append("")
            part, size = part + 1, 0
        parts[part] += char
        size += width
    return parts


def origin_of(message: Message) -> Json:
    """Whence a forward of this message comes; a forward of a forward keeps the first source."""
    if earlier := message.extra.get("forward_origin"):
        return dict(earlier)
    source: Json = {"date": message.date}
    if message.chat.type == "channel":
        return source | {"type": "channel", "chat": message.chat.as_json(), "message_id": message.id}
    if sender_chat := message.extra.get("sender_chat"):
        return source | {"type": "chat", "sender_chat": sender_chat}
    assert message.sender is not None
    return from_user(message.sender, message.date)


def from_user(user: User, date: int) -> Json:
    return {"type": "user", "date": date, "sender_user": user.as_json()}


def hidden(name: str | None, date: int) -> Json:
    """A person who hides behind a name; without one (None) it is the update that aiogram cannot read (aiogram#1840)."""
    origin: Json = {"type": "hidden_user", "date": date}
    return origin if name is None else origin | {"sender_user_name": name}
