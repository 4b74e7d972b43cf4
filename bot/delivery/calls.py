"""From a part to the call that says it, and from Telegram's answer to the ids of what now stands in the chat."""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from aiogram.enums import ParseMode
from aiogram.methods import (
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    PinChatMessage,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
    SetMessageReaction,
    TelegramMethod,
)
from aiogram.types import (
    BufferedInputFile,
    FSInputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyParameters,
)

from domain.ids import ChatId
from domain.messages import Attachment, ContentKind
from views.parts import (
    Deletion,
    Document,
    Edit,
    Files,
    Part,
    Photo,
    Pin,
    Point,
    Reaction,
    Sendable,
    Text,
    Unbuttoning,
    in_reply,
)

MOST_IN_ALBUM = 10
_PICTURE = "picture.png"
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile(
    r"</?(?:a|b|blockquote|code|del|em|i|ins|pre|s|span|strike|strong|tg-emoji|tg-spoiler|u)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_ALBUMS = {
    ContentKind.PHOTO: "pictures",
    ContentKind.VIDEO: "pictures",
    ContentKind.DOCUMENT: "documents",
    ContentKind.AUDIO: "audios",
}
_MEDIA: dict[ContentKind, Callable[..., Any]] = {
    ContentKind.PHOTO: InputMediaPhoto,
    ContentKind.VIDEO: InputMediaVideo,
    ContentKind.DOCUMENT: InputMediaDocument,
    ContentKind.AUDIO: InputMediaAudio,
}
_SINGLE: dict[ContentKind, tuple[Callable[..., TelegramMethod[Any]], str]] = {
    ContentKind.PHOTO: (SendPhoto, "photo"),
    ContentKind.VIDEO: (SendVideo, "video"),
    ContentKind.ANIMATION: (SendAnimation, "animation"),
    ContentKind.DOCUMENT: (SendDocument, "document"),
    ContentKind.AUDIO: (SendAudio, "audio"),
    ContentKind.VOICE: (SendVoice, "voice"),
    ContentKind.VIDEO_NOTE: (SendVideoNote, "video_note"),
    ContentKind.STICKER: (SendSticker, "sticker"),
}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on the disk, and what it is called in the chat."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """One part on its way to a chat. `thread_id` 0: no topic; `plain`: without markup; `upload`: the single file itself,
    where Telegram has forgotten its id.
    """

    part: Part
    chat_id: ChatId
    thread_id: int = 0
    plain: bool = False
    upload: Upload | None = None

    @property
    def carries_file(self) -> bool:
        """Whether it takes as long as a file does."""
        return self.upload is not None or isinstance(self.part, Document)

    @property
    def is_bound(self) -> bool:
        """Whether it is said in reply or not at all."""
        return isinstance(self.part, Text | Files) and self.part.bound

    def without_markup(self) -> "Call":
        """The same words, every tag taken away."""
        return replace(self, plain=True)

    def without_reply(self) -> "Call":
        """The same, hung under nothing."""
        return replace(self, part=in_reply(self.part, None))

    def with_upload(self, upload: Upload) -> "Call":
        """The same file from the town's own copy."""
        return replace(self, upload=upload)

    def in_words(self) -> "Call":
        """The same without its picture; a message that stands keeps the one it has."""
        if isinstance(self.part, Photo):
            return replace(self, part=self.part.in_words)
        return replace(self, part=replace(self.part, png=None)) if isinstance(self.part, Edit) else self

    def under_photo(self) -> "Call":
        """The same words for a message that turned out to have a photo."""
        return (
            replace(self, part=replace(self.part, under_photo=True)) if isinstance(self.part, Edit) else self
        )

    def only_unbuttoned(self, message_id: int) -> "Call":
        """The message stays: Telegram lets nobody but an administrator take away what is older than 48 hours."""
        return replace(self, part=Unbuttoning(message_id))

    def method(self) -> TelegramMethod[Any]:
        """What aiogram sends."""
        match self.part:
            case Edit() | Deletion() | Unbuttoning() | Reaction() | Pin():
                return self._change(self.part)
            case Text():
                return SendMessage(
                    **self._words(self.part.html), **self._common(self.part), reply_markup=self.part.markup
                )
            case Photo(png=png, html=html, markup=markup):
                photo = BufferedInputFile(png, _PICTURE)
                return SendPhoto(
                    photo=photo, **self._caption(html), **self._common(self.part), reply_markup=markup
                )
            case Point(place=place):
                return SendLocation(
                    latitude=place.latitude, longitude=place.longitude, **self._common(self.part)
                )
            case Files():
                return self._files(self.part)
            case Document(content=content, name=name, caption=caption):
                own = (
                    BufferedInputFile(content, name)
                    if isinstance(content, bytes)
                    else FSInputFile(content, name)
                )
                return SendDocument(document=own, caption=caption, parse_mode=None, **self._common(self.part))

    def _change(self, part: Edit | Deletion | Unbuttoning | Reaction | Pin) -> TelegramMethod[Any]:
        target: dict[str, Any] = {"chat_id": self.chat_id, "message_id": part.message_id}
        match part:
            case Edit():
                return self._edit(part, target)
            case Deletion():
                return DeleteMessage(**target)
            case Unbuttoning():
                return EditMessageReplyMarkup(**target)
            case Reaction():
                return SetMessageReaction(**target, reaction=[ReactionTypeEmoji(emoji=part.emoji)])
            case Pin():
                return PinChatMessage(**target, disable_notification=True)

    def _edit(self, part: Edit, target: dict[str, Any]) -> TelegramMethod[Any]:
        if part.png is not None:
            photo = InputMediaPhoto(media=BufferedInputFile(part.png, _PICTURE), **self._caption(part.html))
            return EditMessageMedia(**target, media=photo, reply_markup=part.markup)
        if part.under_photo:
            return EditMessageCaption(**target, **self._caption(part.html), reply_markup=part.markup)
        return EditMessageText(**target, **self._words(part.html), reply_markup=part.markup)

    def _files(self, part: Files) -> TelegramMethod[Any]:
        if len(part.items) > 1:
            media = [_MEDIA[item.kind](media=item.file_id) for item in part.items]
            return SendMediaGroup(media=media, **self._common(part))
        make, name = _SINGLE[part.items[0].kind]
        own = FSInputFile(self.upload.path, self.upload.name) if self.upload else None
        return make(**{name: own or part.items[0].file_id}, **self._common(part))

    def _words(self, text: str) -> dict[str, Any]:
        if self.plain:
            return {"text": plain_text(text), "parse_mode": None, "link_preview_options": _NO_PREVIEW}
        return {"text": text, "parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW}

    def _caption(self, text: str) -> dict[str, Any]:
        if self.plain:
            return {"caption": plain_text(text), "parse_mode": None}
        return {"caption": text, "parse_mode": ParseMode.HTML}

    def _common(self, part: Sendable) -> dict[str, Any]:
        reply = part.reply_to and ReplyParameters(
            message_id=part.reply_to,
            allow_sending_without_reply=not self.is_bound,
        )
        return {
            "chat_id": self.chat_id,
            "message_thread_id": self.thread_id or None,
            "disable_notification": part.silent or None,
            "reply_parameters": reply or None,
        }


def plain_text(text: str) -> str:
    """HTML's words alone. Only Telegram's own tags go: whatever else looks like one was written by a person."""
    return html.unescape(_TAG.sub("", text))


def single_calls(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts, files that Telegram does not let stand in one album kept apart."""
    return tuple(call for part in parts for call in (_albums(part) if isinstance(part, Files) else (part,)))


def one_by_one(part: Files) -> tuple[Files, ...]:
    """An album taken apart: one lost file must not keep its neighbours back."""
    return tuple(replace(part, items=(item,)) for item in part.items)


def message_ids(answer: Any) -> tuple[int, ...]:
    """The ids in an answer, read by aiogram or raw; none where the call changed or took away a message."""
    messages = answer if isinstance(answer, list) else [answer]
    return tuple(number for message in messages if (number := _message_id(message)) is not None)


def _message_id(message: Any) -> int | None:
    found = message.get("message_id") if isinstance(message, dict) else getattr(message, "message_id", None)
    return found if isinstance(found, int) else None


def _albums(part: Files) -> Iterator[Files]:
    for album, items in groupby(part.items, lambda item: _ALBUMS.get(item.kind)):
        yield from (
            replace(part, items=chunk) for chunk in _chunks(tuple(items), MOST_IN_ALBUM if album else 1)
        )


def _chunks(items: tuple[Attachment, ...], size: int) -> Iterator[tuple[Attachment, ...]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
