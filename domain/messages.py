"""What a person wrote, as the channel brought it, before anyone decided what it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import AppealId, ChatId, CitizenId, MessageRowId, UserId


class ContentKind(StrEnum):
    """Everything a messenger can bring; `UNSUPPORTED` is refused in words."""

    TEXT = "text"
    PHOTO = "photo"
    VIDEO = "video"
    ANIMATION = "animation"
    DOCUMENT = "document"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    POLL = "poll"
    UNSUPPORTED = "unsupported"


FILES = frozenset(
    {
        ContentKind.PHOTO,
        ContentKind.VIDEO,
        ContentKind.ANIMATION,
        ContentKind.DOCUMENT,
        ContentKind.AUDIO,
        ContentKind.VOICE,
        ContentKind.VIDEO_NOTE,
        ContentKind.STICKER,
    }
)
"""Kinds that are sent again by their file id."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as the channel knows it; the id serves to send it again without a download."""

    kind: ContentKind
    file_id: str


@dataclass(frozen=True, slots=True)
class Place:
    """A point that a citizen sent, in degrees."""

    latitude: float
    longitude: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One message of a citizen. `text` is to the letter (a caption counts as text); `detail` puts into words
    what has no text of its own: the options of a poll, the name on a contact.
    """

    chat_id: ChatId
    message_id: int
    user_id: UserId
    user_name: str
    username: str | None
    kind: ContentKind
    sent_at: datetime
    text: str = ""
    file_id: str | None = None
    file_name: str | None = None
    media_group_id: str | None = None
    forwarded_from: str | None = None
    reply_to: int | None = None
    reply_to_text: str = ""
    place: Place | None = None
    phone: str | None = None
    detail: str = ""
    edited_at: datetime | None = None


class Position(StrEnum):
    """How a message came to its appeal."""

    FIRST = "first"
    JOINED = "joined"
    ADDED = "added"
    ASIDE = "aside"


class Held(StrEnum):
    """Why a message has no appeal yet. ENTRY: a coordinator brought it in and has not registered it."""

    CONSENT = "consent"
    LIMIT = "limit"
    TOPIC = "topic"
    AFTER_ANSWER = "after_answer"
    BARRED = "barred"
    ENTRY = "entry"


@dataclass(slots=True)
class CitizenMessage:
    """A stored message of a citizen; `shown`: the staff chat that holds the appeal has got its file."""

    id: MessageRowId
    citizen_id: CitizenId
    appeal_id: AppealId | None
    chat_id: ChatId
    message_id: int
    media_group_id: str | None
    kind: ContentKind
    text: str
    file_id: str | None
    file_name: str | None
    detail: str
    forwarded_from: str | None
    latitude: float | None
    longitude: float | None
    position: Position
    held: Held | None
    held_appeal_id: AppealId | None
    due_at: datetime | None
    sent_at: datetime
    received_at: datetime
    shown: bool = False


@dataclass(slots=True)
class Citizen:
    """Who wrote. The consent is kept with the version of its text and its moment (152-ФЗ, ст. 9).

    `blocked_at`: since when the bot is blocked by this citizen. `barred_at`: since when the coordinators register
    nothing of this citizen's, who of them decided it (`barred_by`) and why; `bar_told_at`: when the citizen last heard so.
    `forget_asked_at`: since when the own data are to be erased, as soon as nothing is open any more.
    """

    id: CitizenId
    channel: str
    user_id: UserId
    chat_id: ChatId
    name: str
    username: str | None
    language: str | None
    created_at: datetime
    phone: str | None = None
    wants_new_until: datetime | None = None
    consent_version: str | None = None
    consent_at: datetime | None = None
    consent_asked_at: datetime | None = None
    consent_remind_at: datetime | None = None
    blocked_at: datetime | None = None
    barred_at: datetime | None = None
    barred_by: str | None = None
    bar_reason: str | None = None
    bar_told_at: datetime | None = None
    forget_asked_at: datetime | None = None

    def bar(self, reason: str, by: str, now: datetime) -> None:
        """From now on messages are kept and not registered."""
        self.barred_at, self.barred_by, self.bar_reason, self.bar_told_at = now, by, reason, None

    def unbar(self) -> None:
        """Messages are registered again."""
        self.barred_at = self.barred_by = self.bar_reason = self.bar_told_at = None

    @property
    def has_chat(self) -> bool:
        """Whether the bot can write to this person; nobody known from a file of the register alone has one."""
        return self.chat_id != 0
