"""What a view hands to the sender: plain values, each one call to the messenger."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove

from domain.messages import Attachment, Place

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply


@dataclass(frozen=True, slots=True)
class Text:
    """A message of HTML, at most 4,096 UTF-16 units after parsing. `is_card`: its id becomes the card's. `bound`: without
    the message that it replies to it must not be said at all.
    """

    html: str
    markup: Markup | None = None
    reply_to: int | None = None
    silent: bool = False
    is_card: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """One file, or an album of two to ten that Telegram lets stand together; `bound` as with a text."""

    items: tuple[Attachment, ...]
    reply_to: int | None = None
    silent: bool = True
    bound: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file that the program has made, on the disk or here; `name` is what it is called in the chat, the caption is without markup."""

    content: Path | bytes = field(repr=False)
    name: str
    caption: str
    reply_to: int | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that the program has drawn, with at most 1,024 UTF-16 units of HTML under it."""

    png: bytes = field(repr=False)
    html: str
    markup: Markup | None = None
    reply_to: int | None = None
    silent: bool = False

    @property
    def in_words(self) -> Text:
        """What is left of it where no picture is taken."""
        return Text(self.html, self.markup, self.reply_to, self.silent)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map."""

    place: Place
    reply_to: int | None = None
    silent: bool = True


@dataclass(frozen=True, slots=True)
class Edit:
    """New words and the whole keyboard for a message that stands. `under_photo`: it is one, and `png` stands in its place."""

    message_id: int
    html: str
    markup: InlineKeyboardMarkup | None = None
    under_photo: bool = False
    png: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Deletion:
    """Take a message of the bot's away."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Unbuttoning:
    """Take the buttons off a message that is too old to be taken away."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """An emoji on a person's message."""

    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class Pin:
    """Put a message of the bot's on top of the chat, without a sound."""

    message_id: int


Sendable = Text | Files | Document | Photo | Point
Part = Sendable | Edit | Deletion | Unbuttoning | Reaction | Pin


def in_reply(part: Part, message_id: int | None) -> Part:
    """The same part hung under another message, where it is one that can be."""
    return replace(part, reply_to=message_id) if isinstance(part, Sendable) else part


def in_silence(part: Part) -> Part:
    """The same part without a sound."""
    return replace(part, silent=True) if isinstance(part, Sendable) else part


def is_heard(part: Part) -> bool:
    """Whether a phone rings."""
    return isinstance(part, Sendable) and not part.silent


def in_place_of(message_id: int, part: Part, *, under_photo: bool = False) -> Part:
    """The same words and buttons in a message that stands already; only one with a photo takes another."""
    if not isinstance(part, Text | Photo):
        return part
    markup = part.markup if isinstance(part.markup, InlineKeyboardMarkup) else None
    png = part.png if isinstance(part, Photo) and under_photo else None
    return Edit(message_id, part.html, markup, under_photo, png)


def operations(part: Part) -> int:
    """What the part takes from a group's budget of sends and edits; each item of an album counts."""
    if isinstance(part, Files):
        return len(part.items)
    return 0 if isinstance(part, Deletion | Reaction) else 1
