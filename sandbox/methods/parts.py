"""The parts of a message that several methods read: text, caption, file."""

from typing import Any

from sandbox.call import Call, Upload
from sandbox.content import uploaded
from sandbox.errors import ApiError, bad
from sandbox.files import UPLOAD_LIMIT
from sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT, format_text
from sandbox.media import body_of, photo
from sandbox.model import Json

FACTS = ("duration", "width", "height", "length", "performer", "title")


def text_of(call: Call) -> Json:
    """{"text", "entities"}; 400 for an empty one and for one above 4096."""
    source = call.text("text")
    if not source:
        raise bad("message text is empty")
    text, entities = format_text(
        source, call.text("parse_mode"), call.json("entities"), what="message", limit=TEXT_LIMIT
    )
    if not text:
        raise bad("text must be non-empty")
    found = mentions(call, entities)
    return {"text": text, "entities": found} if found else {"text": text}


def caption_of(call: Call, facts: Json | None = None) -> Json:
    """{"caption", "caption_entities"}, or nothing; `facts` is an item of an album with a caption of its own."""
    own = call if facts is None else Call(call.world, call.bot, call.method, facts)
    text, entities = format_text(
        own.text("caption"),
        own.text("parse_mode"),
        own.json("caption_entities"),
        what="message caption",
        limit=CAPTION_LIMIT,
    )
    found = mentions(call, entities)
    body: Json = {"caption": text} if text else {}
    return body | {"caption_entities": found} if text and found else body


def mentions(call: Call, entities: list[Json]) -> list[Json]:
    """tg://user?id= becomes a mention of a person whom the bot has met; others lose the link and keep the words."""
    found = []
    for entity in entities:
        if "user_id" not in entity:
            found.append(entity)
        elif person := call.world.people.get(entity["user_id"]):
            found.append(
                {key: entity[key] for key in ("type", "offset", "length")} | {"user": person.as_json()}
            )
    return found


def file_of(call: Call, kind: str, given: Any, facts: Json | None = None) -> Json:
    """A file uploaded with the call, known by its file_id, or fetched from an address."""
    source = facts if facts is not None else call.params
    extra = {
        name: int(source[name]) if str(source[name]).isdigit() else source[name]
        for name in FACTS
        if name in source
    }
    upload = find_upload(call, kind, given)
    if upload is not None:
        _check_upload(upload)
        body = uploaded(call.world.files, kind, upload.content, upload.name, None, {"mime_type": upload.mime})
        return {kind: body[kind] | extra} | body if extra and kind != "photo" else body
    if not isinstance(given, str) or not given:
        raise bad(f"there is no {kind.replace('_', ' ')} in the request")
    return _known(call, kind, given)


def find_upload(call: Call, kind: str, given: Any) -> Upload | None:
    if isinstance(given, str) and given.startswith("attach://"):
        return call.files.get(given.removeprefix("attach://"))
    return call.files.get(kind) if given is None else None


def _check_upload(upload: Upload) -> None:
    if not upload.content:
        raise bad("file must be non-empty")
    if len(upload.content) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")


def _known(call: Call, kind: str, given: str) -> Json:
    if given.startswith(("http://", "https://")):
        return uploaded(call.world.files, kind, b"", given.rpartition("/")[2], None, {})
    file = call.world.files.find(given)
    if file is None:
        raise bad("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad(
            f"can't use file of type {file.kind.title().replace('_', '')} as {kind.title().replace('_', '')}"
        )
    return photo(file.sizes) if kind == "photo" else body_of(kind, file)
