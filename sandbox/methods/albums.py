"""sendMediaGroup: two to ten files in one album, paid for item by item."""

from sandbox.access import topic_of, writable
from sandbox.call import Call, method
from sandbox.errors import bad
from sandbox.methods.parts import caption_of, file_of
from sandbox.methods.sending import author, mark, reply_of
from sandbox.model import Json

FEWEST, MOST = 2, 10
ALONE = frozenset({"audio", "document"})
ALLOWED = ALONE | {"photo", "video"}


@method("sendMediaGroup")
def send_media_group(call: Call) -> list[Json]:
    items: list[Json] = call.json("media") or []
    _check(items)
    bodies = [
        {**file_of(call, item["type"], item.get("media"), item), **caption_of(call, item)} for item in items
    ]
    chat = writable(call)
    reply = reply_of(call, chat)
    topic = topic_of(call, chat, reply)
    call.spend(chat, len(items))
    group = {"media_group_id": str(call.world.dice.randrange(10**16, 10**17)), **mark(call, chat)}
    sent = [
        call.world.post(
            chat, author(call, chat), body, topic=topic, reply_to=reply, silent=call.flag("disable_notification"),
            extra=dict(group),
        )
        for body in bodies
    ]  # fmt: skip
    call.message_ids += [message.id for message in sent]
    return [message.as_json() for message in sent]


def _check(items: list[Json]) -> None:
    if len(items) < FEWEST:
        raise bad("there are no messages to send" if not items else "group send failed")
    if len(items) > MOST:
        raise bad("too many messages to send as an album")
    kinds = {str(item.get("type")) for item in items}
    if kinds - ALLOWED:
        raise bad("can't use the media of the specified type in the album")
    if len(kinds) > 1 and kinds & ALONE:
        raise bad(f"{min(kinds & ALONE)} can't be mixed with other media types")
