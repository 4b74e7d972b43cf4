"""Changing what is written: edits, deletion, reactions, pins. An edit without a keyboard drops the keyboard."""

from datetime import timedelta

from sandbox import events
from sandbox.access import find_message, need, readable, writable
from sandbox.call import Call, method
from sandbox.chat import Chat
from sandbox.errors import NOT_MODIFIED, bad
from sandbox.keyboards import inline_of
from sandbox.methods.parts import caption_of, file_of, text_of
from sandbox.model import Json, Message

DELETE_WINDOW = timedelta(hours=48)
MOST_DELETED = 100
REACTIONS = frozenset({
    "👍", "👎", "❤", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩",
    "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆",
    "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈",
    "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄",
    "😘", "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡",
})  # fmt: skip
"""The only emoji that may be a reaction."""


@method("editMessageText")
def edit_text(call: Call) -> Json:
    content = text_of(call)
    message = _editable(call)
    if "text" not in message.content:
        raise bad("there is no text in the message to edit")
    return _apply(call, message, content)


@method("editMessageCaption")
def edit_caption(call: Call) -> Json:
    caption = caption_of(call)
    message = _editable(call)
    if message.media is None:
        raise bad("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    return _apply(call, message, kept | caption)


@method("editMessageReplyMarkup")
def edit_markup(call: Call) -> Json:
    message = _editable(call)
    return _apply(call, message, message.content)


@method("editMessageMedia")
def edit_media(call: Call) -> Json:
    item: Json = call.json("media") or {}
    content = {**file_of(call, str(item.get("type")), item.get("media"), item), **caption_of(call, item)}
    return _apply(call, _editable(call), content)


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    chat = readable(call)
    message = find_message(chat, call.number("message_id"), "message to delete not found")
    _check_deletable(call, chat, message)
    call.world.delete(message)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """What is not found is passed over; what may not be deleted refuses the whole call."""
    chat = readable(call)
    found = [chat.log.get(int(number)) for number in (call.json("message_ids") or [])[:MOST_DELETED]]
    messages = [message for message in found if message is not None and not message.deleted]
    for message in messages:
        _check_deletable(call, chat, message)
    for message in messages:
        call.world.delete(message)
    return True


@method("setMessageReaction")
def set_reaction(call: Call) -> bool:
    chat = readable(call)
    message = find_message(chat, call.number("message_id"), "message to react not found")
    chosen = [str(reaction.get("emoji", "")) for reaction in call.json("reaction") or []]
    if len(chosen) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if not REACTIONS.issuperset(chosen):
        raise bad("REACTION_INVALID")
    message.reactions[call.bot.user.id] = chosen
    call.world.touch()
    return True


@method("pinChatMessage")
def pin_message(call: Call) -> bool:
    chat = _pinnable(call)
    message = find_message(chat, call.number("message_id"), "message to pin not found")
    events.pin(message, call.bot.user)
    return True


@method("unpinChatMessage", "unpinAllChatMessages")
def unpin_message(call: Call) -> bool:
    """Without a message_id the newest pinned one; "all" takes them all down."""
    chat = _pinnable(call)
    pinned = [message for message in chat.log.values() if message.pinned and not message.deleted]
    if "all" not in call.method.lower():
        number = call.number("message_id")
        pinned = [message for message in pinned if message.id == number] if number else pinned[-1:]
        if not pinned:
            raise bad("message to unpin not found")
    for message in pinned:
        message.pinned = False
    call.world.touch()
    return True


def _editable(call: Call) -> Message:
    chat = writable(call)
    message = find_message(chat, call.number("message_id"), "message to edit not found")
    own = message.sender is call.bot.user or (chat.type == "channel" and message.sender is None)
    if not own or message.is_service or "forward_origin" in message.extra:
        raise bad("message can't be edited")
    if message.topic is not None and message.topic.gone:
        raise bad("message to edit not found")
    return message


def _apply(call: Call, message: Message, content: Json) -> Json:
    markup = inline_of(call)
    old = message.markup if message.keyboard else None
    if content == message.content and _bare(markup) == _bare(old):
        raise bad(NOT_MODIFIED)
    call.spend(message.chat)
    call.world.edit(message, content, markup)
    call.message_ids.append(message.id)
    return message.as_json()


def _bare(markup: Json | None) -> list[list[Json]]:
    rows: list[list[Json]] = (markup or {}).get("inline_keyboard", [])
    return rows


def _check_deletable(call: Call, chat: Chat, message: Message) -> None:
    own = message.sender is call.bot.user or chat.type == "private"
    if not own and not chat.member(call.bot.user).can("can_delete_messages"):
        raise bad("message can't be deleted")
    age = call.world.clock.now().timestamp() - message.date
    privileged = chat.type != "private" and chat.member(call.bot.user).can("can_delete_messages")
    if age > DELETE_WINDOW.total_seconds() and not privileged:
        raise bad("message can't be deleted for everyone")


def _pinnable(call: Call) -> Chat:
    chat = writable(call)
    need(call, chat, "can_pin_messages", "not enough rights to manage pinned messages in the chat")
    return chat
