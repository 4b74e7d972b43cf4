"""The bodies of media in a message: what `photo`, `voice`, `poll` and the others hold."""

from collections.abc import Callable
from random import Random
from struct import unpack

from sandbox.files import File
from sandbox.model import Json

PHOTO_SIDES = (90, 320, 1280)
"""The longer side of each of a photograph's sizes, at most."""
USUAL = 1280, 960
_PNG = b"\x89PNG\r\n\x1a\n"


def body_of(kind: str, file: File, facts: Json | None = None) -> Json:
    """The part of a message that carries a file: {"voice": {…}}. `facts` override the made-up width, duration and so on."""
    content = BODIES.get(kind, _named)(file) | {
        key: value for key, value in (facts or {}).items() if value is not None
    }
    body: Json = {kind: content}
    return body | {"document": _named(file)} if kind == "animation" else body


def photo(sizes: list[File]) -> Json:
    """A photograph comes as several sizes, the largest last; each is a file of its own."""
    own = _measure(sizes[-1].content)
    return {
        "photo": [
            {**file.as_json(), **_within(side, own)}
            for file, side in zip(sizes, PHOTO_SIDES[-len(sizes) :], strict=True)
        ]
    }


def _measure(content: bytes) -> tuple[int, int]:
    """Width and height; of what is no PNG the usual ones."""
    if not content.startswith(_PNG) or len(content) < 24:
        return USUAL
    width, height = unpack(">II", content[16:24])
    return max(width, 1), max(height, 1)


def _within(side: int, own: tuple[int, int]) -> Json:
    scale = min(side / max(own), 1)
    width, height = (max(int(length * scale), 1) for length in own)
    return {"width": width, "height": height}


def location(latitude: float, longitude: float) -> Json:
    return {"location": {"latitude": latitude, "longitude": longitude}}


def venue(latitude: float, longitude: float, title: str, address: str) -> Json:
    place = location(latitude, longitude)
    return {"venue": {**place, "title": title, "address": address}, **place}


def contact(phone: str, first_name: str, last_name: str = "", user_id: int | None = None) -> Json:
    body: Json = {"phone_number": phone, "first_name": first_name}
    if last_name:
        body["last_name"] = last_name
    return {"contact": body | {"user_id": user_id} if user_id else body}


def poll(
    dice: Random, question: str, options: list[str], *, anonymous: bool = True, many: bool = False
) -> Json:
    return {
        "poll": {
            "id": str(dice.randrange(10**18, 10**19)),
            "question": question,
            "options": [
                {"persistent_id": str(number), "text": text, "voter_count": 0}
                for number, text in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": anonymous,
            "type": "regular",
            "allows_multiple_answers": many,
            "allows_revoting": True,
            "members_only": False,
        }
    }


def thrown(dice: Random, emoji: str = "🎲") -> Json:
    return {"dice": {"emoji": emoji, "value": dice.randint(1, 6)}}


def _named(file: File) -> Json:
    body = file.as_json()
    if file.name:
        body["file_name"] = file.name
    return body | {"mime_type": file.mime} if file.mime else body


def _moving(file: File) -> Json:
    return _named(file) | {"width": 640, "height": 480, "duration": 7}


def _sound(file: File) -> Json:
    return _named(file) | {"duration": 42}


def _voice(file: File) -> Json:
    return file.as_json() | {"duration": 5, "mime_type": file.mime or "audio/ogg"}


def _note(file: File) -> Json:
    return file.as_json() | {"length": 240, "duration": 6}


def _sticker(file: File) -> Json:
    shape: Json = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "👍",
    }
    return file.as_json() | shape


BODIES: dict[str, Callable[[File], Json]] = {
    "animation": _moving,
    "audio": _sound,
    "document": _named,
    "sticker": _sticker,
    "video": _moving,
    "video_note": _note,
    "voice": _voice,
}
