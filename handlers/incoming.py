"""From a messenger's message to the program's own value; nothing of what a person wrote is interpreted."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from aiogram.types import (
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from domain.ids import ChatId, UserId
from domain.messages import Attachment, ContentKind, IncomingMessage, Place
from domain.words.text import clean_text
from handlers.here import here_of_message
from services.work.replies import Reply

_FILES: dict[ContentKind, Callable[[Message], Any]] = {
    ContentKind.PHOTO: lambda message: message.photo[-1] if message.photo else None,
    ContentKind.VIDEO: lambda message: message.video,
    ContentKind.ANIMATION: lambda message: message.animation,
    ContentKind.DOCUMENT: lambda message: None if message.animation else message.document,
    ContentKind.AUDIO: lambda message: message.audio,
    ContentKind.VOICE: lambda message: message.voice,
    ContentKind.VIDEO_NOTE: lambda message: message.video_note,
    ContentKind.STICKER: lambda message: message.sticker,
}

_SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "new_chat_title",
        "new_chat_photo",
        "delete_chat_photo",
        "group_chat_created",
        "pinned_message",
        "message_auto_delete_timer_changed",
        "proximity_alert_triggered",
        "write_access_allowed",
        "chat_background_set",
        "boost_added",
    }
)


def is_service(message: Message) -> bool:
    """What Telegram itself says in a chat: nobody wrote it."""
    return message.content_type in _SERVICE or message.content_type.startswith(("forum_topic", "video_chat"))


def read_message(message: Message) -> IncomingMessage:
    """A citizen's message, of any kind."""
    kind, file = _content(message)
    person = message.from_user
    origin = _origin(message)
    replied = message.reply_to_message
    return IncomingMessage(
        chat_id=ChatId(message.chat.id),
        message_id=message.message_id,
        user_id=UserId(person.id if person else message.chat.id),
        user_name=clean_text(person.full_name if person else ""),
        username=person.username if person else None,
        kind=kind,
        sent_at=message.date,
        text=clean_text(message.text or message.caption or _spoken(message)),
        file_id=file.file_id if file else None,
        file_name=clean_text(getattr(file, "file_name", None) or "") or None,
        media_group_id=message.media_group_id,
        forwarded_from=clean_text(origin) if origin is not None else None,
        reply_to=replied.message_id if replied else None,
        reply_to_text=(replied.text or replied.caption or "") if replied else "",
        place=_place(message),
        phone=_own_phone(message),
        detail=clean_text(_detail(message)),
        edited_at=_edited_at(message),
    )


def read_reply(message: Message) -> Reply:
    """Words of the staff in reply to the bot."""
    kind, file = _content(message)
    here = here_of_message(message)
    replied = message.reply_to_message
    return Reply(
        chat_id=here.chat,
        thread_id=here.thread,
        message_id=here.message,
        replied_to=replied.message_id if replied else 0,
        replied_text=(replied.text or replied.caption or "") if replied else "",
        text=clean_text(message.text or message.caption or ""),
        attachments=(Attachment(kind, file.file_id),) if file else (),
        media_group_id=message.media_group_id,
    )


def _content(message: Message) -> tuple[ContentKind, Any]:
    for kind, find in _FILES.items():
        file = find(message)
        if file is not None:
            return kind, file
    return _kind_without_file(message), None


def _kind_without_file(message: Message) -> ContentKind:
    if message.location or message.venue:
        return ContentKind.LOCATION
    if message.contact:
        return ContentKind.CONTACT
    if message.poll:
        return ContentKind.POLL
    return ContentKind.TEXT if message.text or message.dice else ContentKind.UNSUPPORTED


def _spoken(message: Message) -> str:
    return message.dice.emoji if message.dice else ""


def _detail(message: Message) -> str:
    if message.poll:
        return "\n".join([message.poll.question, *(f"– {option.text}" for option in message.poll.options)])
    if message.contact:
        contact = message.contact
        if _own_phone(message):
            return ""
        return " ".join(filter(None, (contact.first_name, contact.last_name, contact.phone_number)))
    if message.venue:
        return f"{message.venue.title}, {message.venue.address}"
    return ""


def _own_phone(message: Message) -> str | None:
    """The writer's own; a neighbour's or a plumber's contact is only told about."""
    contact, person = message.contact, message.from_user
    is_own = contact is not None and person is not None and contact.user_id == person.id
    return contact.phone_number if contact and is_own else None


def _place(message: Message) -> Place | None:
    title = f"{message.venue.title}, {message.venue.address}" if message.venue else ""
    point = message.venue.location if message.venue else message.location
    return Place(point.latitude, point.longitude, clean_text(title)) if point else None


def _origin(message: Message) -> str | None:
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            return user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.title or ""
    return None


def _edited_at(message: Message) -> datetime | None:
    return datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date else None
