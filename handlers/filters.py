"""Asynchronous filters: a synchronous one costs a thread hop for every update it looks at."""

from collections.abc import Mapping

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, MessageOriginUser, TelegramObject, User

from domain.setup.handed import HandedKind, kind_of
from domain.setup.invitations import code_in_words
from handlers.scene import Scene
from views.citizen.keyboards import Button

ANONYMOUS_ADMIN = 1087968824
"""«GroupAnonymousBot»: whoever writes as the group itself; rights are never given to it."""


class InPrivate(Filter):
    """A private chat with a person."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == "private"


class InPublic(Filter):
    """In the discussion group of an official channel."""

    async def __call__(self, _: TelegramObject, scene: Scene) -> bool:
        return scene.uow.municipality.is_public(scene.here.chat)


class NotInPublic(Filter):
    """Wherever people may press; a forged press in public is answered by nothing that all could read."""

    async def __call__(self, _: TelegramObject, scene: Scene) -> bool:
        return not scene.uow.municipality.is_public(scene.here.chat)


class FromPerson(Filter):
    """Written by a person in the own name: no bot, no anonymous administrator, no channel."""

    async def __call__(self, message: Message) -> bool:
        return is_person(message.from_user) and message.sender_chat is None


class IsReply(Filter):
    """A reply to another message of the same chat (every message of a topic "replies" to the topic's first)."""

    async def __call__(self, message: Message) -> bool:
        return is_reply(message)


class IsForward(Filter):
    """A message passed on from somebody else, no bot's."""

    async def __call__(self, message: Message) -> bool:
        origin = message.forward_origin
        is_bots = isinstance(origin, MessageOriginUser) and origin.sender_user.is_bot
        return origin is not None and not is_bots


class IsHandedFile(Filter):
    """A file of a kind that the bot itself takes, sent by whoever made it and in answer to nothing; gives `kind`."""

    async def __call__(self, message: Message) -> bool | dict[str, HandedKind]:
        if message.document is None or message.forward_origin is not None or is_reply(message):
            return False
        kind = kind_of(message.document.file_name or "")
        return {"kind": kind} if kind else False


class IsLoosePicture(Filter):
    """A photo or a video in a group that replies to nothing: whose it is, only its sender knows."""

    async def __call__(self, message: Message) -> bool:
        is_picture = bool(message.photo or message.video)
        return message.chat.type != "private" and not is_reply(message) and is_picture


class PressedByPerson(Filter):
    """A press; Telegram gives the real id of an anonymous administrator with it."""

    async def __call__(self, query: CallbackQuery) -> bool:
        return is_person(query.from_user)


def is_person(user: User | None) -> bool:
    """Whether this is somebody who may hold rights."""
    return user is not None and not user.is_bot and user.id != ANONYMOUS_ADMIN


def is_reply(message: Message) -> bool:
    """Whether it answers another message, and not the topic's first alone."""
    replied = message.reply_to_message
    return replied is not None and replied.forum_topic_created is None


def is_command(message: Message) -> bool:
    """Whether the text begins with a command, as the messenger marks it."""
    return any(entity.type == "bot_command" and entity.offset == 0 for entity in message.entities or ())


class CitizenButton(Filter):
    """A press on the citizen's keyboard, which arrives as its words in either language."""

    def __init__(self, button: Button) -> None:
        self._button = button

    async def __call__(self, message: Message, citizen_buttons: Mapping[str, Button]) -> bool:
        return citizen_buttons.get((message.text or "").strip()) is self._button


class IsCommand(Filter):
    """A text that begins with a command, as the messenger marks it."""

    async def __call__(self, message: Message) -> bool:
        return is_command(message)


class HasCode(Filter):
    """A text that is nothing but an invitation's code."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        code = code_in_words(message.text or "")
        return {"code": code} if code else False


class IsStaffText(Filter):
    """A text, no command, of somebody who holds a role."""

    async def __call__(self, message: Message, scene: Scene) -> bool:
        return bool(scene.actor.roles) and bool(message.text) and not (message.text or "").startswith("/")


class NotOpen(Filter):
    """Citizens are not let in yet."""

    async def __call__(self, message: Message, scene: Scene) -> bool:  # noqa: ARG002 — the event comes first
        return not scene.uow.municipality.is_open


class IsAnonymous(Filter):
    """Somebody who writes as the group itself or as a channel; what a channel's posts bring along is nobody's words."""

    async def __call__(self, message: Message) -> bool:
        return message.sender_chat is not None and not message.is_automatic_forward


class IsMigration(Filter):
    """A service message about a group that became a supergroup."""

    def __init__(self, side: str) -> None:
        self._side = side

    async def __call__(self, message: Message) -> bool:
        return getattr(message, self._side) is not None
