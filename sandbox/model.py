"""The things of the world: people's accounts, members, topics, messages, and how each looks in Telegram's JSON."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.chat import Chat

Json = dict[str, Any]

MEDIA = (
    "animation",
    "audio",
    "contact",
    "dice",
    "document",
    "location",
    "photo",
    "poll",
    "sticker",
    "venue",
    "video",
    "video_note",
    "voice",
)
"""Kinds of content other than text; an animation and a venue come first because they carry a second kind for old clients."""
SERVICE = frozenset({
    "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "supergroup_chat_created",
    "channel_chat_created", "migrate_to_chat_id", "migrate_from_chat_id", "pinned_message", "forum_topic_created",
    "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened",
})  # fmt: skip
BOT_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
    "can_post_messages",
    "can_edit_messages",
)


@dataclass(slots=True, eq=False)
class User:
    """An account: a person's, a bot's, or one of Telegram's own (1087968824, 136817688, 777000)."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    deactivated: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> Json:
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            body["last_name"] = self.last_name
        if self.username:
            body["username"] = self.username
        if self.language_code:
            body["language_code"] = self.language_code
        return body


ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
TELEGRAM = User(777000, "Telegram")


@dataclass(frozen=True, slots=True)
class Member:
    """A person's standing in a chat; `rights` names what an administrator may do."""

    user: User
    status: str = "member"
    rights: frozenset[str] = frozenset()
    anonymous: bool = False

    @property
    def inside(self) -> bool:
        return self.status not in {"left", "kicked"}

    def can(self, right: str) -> bool:
        return self.status == "creator" or right in self.rights

    def as_json(self) -> Json:
        body: Json = {"user": self.user.as_json(), "status": self.status}
        if self.status == "creator":
            body["is_anonymous"] = self.anonymous
        elif self.status == "administrator":
            body |= {"can_be_edited": False, "is_anonymous": self.anonymous}
            body |= {right: right in self.rights for right in BOT_RIGHTS}
        elif self.status == "kicked":
            body["until_date"] = 0
        elif self.status == "restricted":
            body |= _restricted(self.rights)
        return body


def _restricted(rights: frozenset[str]) -> Json:
    kinds = ("messages", "audios", "documents", "photos", "videos", "video_notes", "voice_notes", "polls")
    names = [f"can_send_{kind}" for kind in (*kinds, "other_messages")]
    names += ["can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info"]
    names += ["can_invite_users", "can_pin_messages", "can_manage_topics"]
    return {"is_member": True, "until_date": 0} | {name: name in rights for name in names}


@dataclass(slots=True, eq=False)
class Topic:
    """A forum topic; `gone` is the refusal that a bot meets when the topic can no longer be written to."""

    id: int
    name: str
    created: "Message | None" = None
    closed: bool = False
    gone: str = ""


@dataclass(slots=True, eq=False)
class Message:
    """One message as everybody sees it. Compared by identity: the same text sent twice is two messages."""

    chat: "Chat"
    id: int
    date: int
    sender: User | None
    content: Json
    topic: Topic | None = None
    thread_id: int | None = None
    reply_to: "Message | None" = None
    markup: Json | None = None
    silent: bool = False
    extra: Json = field(default_factory=dict)
    edit_date: int | None = None
    pinned: bool = False
    deleted: bool = False
    earlier: list[Json] = field(default_factory=list)
    reactions: dict[int, list[str]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words under any kind of message, caption included."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        found: list[Json] = self.content.get("entities") or self.content.get("caption_entities") or []
        return found

    @property
    def html(self) -> str:
        """The text with its formatting written back as HTML."""
        from aiogram.types import MessageEntity
        from aiogram.utils.text_decorations import html_decoration

        return html_decoration.unparse(self.text, [MessageEntity(**entity) for entity in self.entities])

    @property
    def kind(self) -> str:
        """One of "text", "service" and the kinds of media."""
        return "text" if "text" in self.content else self.media or "service"

    @property
    def media(self) -> str | None:
        return next((kind for kind in MEDIA if kind in self.content), None)

    @property
    def media_group_id(self) -> str | None:
        group: str | None = self.extra.get("media_group_id")
        return group

    @property
    def file_id(self) -> str:
        body = self.content[self.media or ""]
        return str(body[-1]["file_id"] if isinstance(body, list) else body["file_id"])

    @property
    def reply_markup(self) -> Json | None:
        return self.markup

    @property
    def buttons(self) -> list[list[str]]:
        """Captions of the inline keyboard, row by row."""
        return [[str(button["text"]) for button in row] for row in self.keyboard]

    @property
    def keyboard(self) -> list[list[Json]]:
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def edited(self) -> int:
        """How many times its content was edited."""
        return len(self.earlier)

    @property
    def is_service(self) -> bool:
        return not SERVICE.isdisjoint(self.content)

    def button(self, caption: str) -> Json | None:
        return next((item for row in self.keyboard for item in row if caption in item["text"]), None)

    def as_json(self, *, nested: bool = True) -> Json:
        """`nested=False` gives the copy that stands inside another message's reply_to_message."""
        body: Json = {"message_id": self.id}
        if self.sender is not None:
            body["from"] = self.sender.as_json()
        body |= {"chat": self.chat.as_json(), "date": self.date}
        if self.thread_id is not None:
            body["message_thread_id"] = self.thread_id
        if self.topic is not None:
            body["is_topic_message"] = True
        if self.edit_date is not None:
            body["edit_date"] = self.edit_date
        body |= self.extra
        body |= self.content
        if nested and (reply := self._replied()) is not None:
            body["reply_to_message"] = reply.as_json(nested=False)
        if self.keyboard:
            body["reply_markup"] = self.markup
        return body

    def _replied(self) -> "Message | None":
        """In a topic every message without a reply of its own replies to the topic's first, service one."""
        if self.reply_to is not None:
            return None if self.reply_to.deleted else self.reply_to
        first = self.topic.created if self.topic else None
        return None if first is self else first
