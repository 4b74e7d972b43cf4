"""How a message, a chat and a person look from outside: for the control interface and for the page."""

from sandbox.chat import Chat
from sandbox.model import Json, Message, User


def message(one: Message) -> Json:
    return {
        "id": one.id,
        "chat": one.chat.id,
        "date": one.date,
        "from": one.sender.id if one.sender else None,
        "name": one.sender.full_name if one.sender else one.chat.title,
        "kind": one.kind,
        "media": one.media,
        "file_id": one.file_id if one.media and "file_id" in str(one.content[one.media]) else None,
        "album": one.media_group_id,
        "text": one.text,
        "html": one.html,
        "keyboard": one.keyboard,
        "keys": (one.markup or {}).get("keyboard", []),
        "reply_to": one.reply_to.id if one.reply_to else None,
        "topic": one.topic.id if one.topic else None,
        "forward": one.extra.get("forward_origin"),
        "silent": one.silent,
        "pinned": one.pinned,
        "deleted": one.deleted,
        "edited": one.edited,
        "reactions": {str(who): emoji for who, emoji in one.reactions.items()},
        "service": sorted(one.content) if one.is_service else [],
    }


def chat(one: Chat) -> Json:
    return {
        **one.as_json(),
        "members": {str(member.user.id): member.status for member in one.members.values()},
        "topics": {str(topic.id): topic.name for topic in one.topics.values() if not topic.gone},
        "messages": len(one.log),
    }


def person(one: User) -> Json:
    return {**one.as_json(), "name": one.full_name}
