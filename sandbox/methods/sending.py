"""Sending: words, files, places, contacts, polls; copies and forwards."""

from collections.abc import Callable
from typing import Any

from sandbox import media
from sandbox.access import find_message, readable, topic_of, writable
from sandbox.call import Call, as_chat_id, method
from sandbox.chat import Chat
from sandbox.content import origin_of
from sandbox.errors import bad
from sandbox.keyboards import markup_of
from sandbox.methods.parts import caption_of, file_of, text_of
from sandbox.model import Json, Message

FILE_KINDS = {
    "sendPhoto": "photo",
    "sendVideo": "video",
    "sendDocument": "document",
    "sendAudio": "audio",
    "sendAnimation": "animation",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}
MOST_COPIES = 100


@method("sendMessage")
def send_message(call: Call) -> Json:
    return deliver(call, text_of(call))


def _file_sender(kind: str) -> Callable[[Call], Json]:
    def send(call: Call) -> Json:
        return deliver(call, {**file_of(call, kind, call.params.get(kind)), **caption_of(call)})

    return send


for _name, _kind in FILE_KINDS.items():
    method(_name)(_file_sender(_kind))


@method("sendLocation")
def send_location(call: Call) -> Json:
    return deliver(call, media.location(call.real("latitude"), call.real("longitude")))


@method("sendVenue")
def send_venue(call: Call) -> Json:
    place = call.real("latitude"), call.real("longitude")
    return deliver(call, media.venue(*place, call.text("title"), call.text("address")))


@method("sendContact")
def send_contact(call: Call) -> Json:
    return deliver(
        call, media.contact(call.text("phone_number"), call.text("first_name"), call.text("last_name"))
    )


@method("sendPoll")
def send_poll(call: Call) -> Json:
    options = [
        option["text"] if isinstance(option, dict) else option for option in call.json("options") or []
    ]
    if not 1 <= len(options) <= 12:
        raise bad("poll must have at least 2 option")
    many = call.flag("allows_multiple_answers")
    return deliver(call, media.poll(call.world.dice, call.text("question"), options, many=many))


@method("sendDice")
def send_dice(call: Call) -> Json:
    return deliver(call, media.thrown(call.world.dice, call.text("emoji", "🎲")))


@method("copyMessage")
def copy_message(call: Call) -> Json:
    source = _source(call, "message to copy not found")
    if source.is_service:
        raise bad("message can't be copied")
    content = source.content
    if call.params.get("caption") is not None and source.media:
        content = {**_without_caption(content), **caption_of(call)}
    return {"message_id": deliver(call, content)["message_id"]}


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    source = _source(call, "message to forward not found")
    if source.is_service:
        raise bad("message can't be forwarded")
    return deliver(call, source.content, {"forward_origin": origin_of(source)})


@method("copyMessages", "forwardMessages")
def copy_messages(call: Call) -> list[Json]:
    """Many at once; what is not found is passed over, as Telegram does."""
    sources = [
        _find_source(call, message_id) for message_id in (call.json("message_ids") or [])[:MOST_COPIES]
    ]
    found = [source for source in sources if source is not None and not source.is_service]
    if not found:
        raise bad("there are no messages to forward")
    forwarding = call.method.lower().startswith("forward")
    return [
        {"message_id": deliver(call, source.content, _origin(source) if forwarding else {})["message_id"]}
        for source in found
    ]


def deliver(call: Call, content: Json, extra: Json | None = None) -> Json:
    """Write one message of the bot: the common end of all sending."""
    chat = writable(call)
    reply = reply_of(call, chat)
    topic = topic_of(call, chat, reply)
    markup = markup_of(call)
    call.spend(chat)
    message = call.world.post(
        chat, author(call, chat), content, topic=topic, reply_to=reply, markup=markup,
        silent=call.flag("disable_notification"), extra={**mark(call, chat), **(extra or {})},
    )  # fmt: skip
    call.message_ids.append(message.id)
    return message.as_json()


def author(call: Call, chat: Chat) -> Any:
    """A post in a channel is the channel's own."""
    return None if chat.type == "channel" else call.bot.user


def mark(call: Call, chat: Chat) -> Json:
    extra: Json = {"sender_chat": chat.as_json()} if chat.type == "channel" else {}
    return extra | {"has_protected_content": True} if call.flag("protect_content") else extra


def reply_of(call: Call, chat: Chat) -> Message | None:
    """The message replied to, by reply_parameters or the older reply_to_message_id."""
    given = call.json("reply_parameters") or {}
    message_id = int(given.get("message_id") or call.number("reply_to_message_id"))
    if not message_id:
        return None
    lenient = given.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply")
    message = chat.log.get(message_id)
    if message is not None and not message.deleted:
        return message
    if lenient:
        return None
    raise bad("message to be replied not found")


def _source(call: Call, refusal: str) -> Message:
    return find_message(_source_chat(call), call.number("message_id"), refusal)


def _find_source(call: Call, message_id: int) -> Message | None:
    message = _source_chat(call).log.get(message_id)
    return message if message is not None and not message.deleted else None


def _source_chat(call: Call) -> Chat:
    given = as_chat_id(call.params.get("from_chat_id"))
    return readable(Call(call.world, call.bot, call.method, {"chat_id": given}))


def _origin(source: Message) -> Json:
    return {"forward_origin": origin_of(source)}


def _without_caption(content: Json) -> Json:
    return {key: value for key, value in content.items() if not key.startswith("caption")}
