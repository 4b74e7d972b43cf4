"""Discussion groups of official channels: people talk, the bot listens and says nothing; nobody commands it there."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from domain.register.comments import comment_link
from handlers.filters import InPublic, is_command, is_person
from handlers.incoming import is_service, read_message
from handlers.scene import Scene
from services.register import comments

router = Router(name="comments")


@router.message(InPublic(), Command("add"))
async def bring_in(message: Message, scene: Scene) -> None:
    replied = message.reply_to_message
    if is_comment(message) and replied is not None and is_comment(replied):
        await comments.bring_in(scene.uow, read_message(replied), _link(replied), by=scene.deed)


@router.message(InPublic())
async def hear(message: Message, scene: Scene) -> None:
    """Everything else that is said there ends here."""
    if is_comment(message) and not is_command(message):
        await comments.hear(scene.uow, scene.rules, read_message(message), _link(message), by=scene.deed)


@router.edited_message(InPublic())
async def hear_edit(message: Message, scene: Scene) -> None:
    if is_comment(message):
        await comments.hear_edit(scene.uow, scene.rules, read_message(message), by=scene.deed)


def is_comment(message: Message) -> bool:
    """A person's own words: no bot's, no channel's, not the post itself, which the messenger copies into the group."""
    is_own = is_person(message.from_user) and message.sender_chat is None
    return is_own and not message.is_automatic_forward and not is_service(message)


def _link(message: Message) -> str:
    return comment_link(message.chat.id, message.message_id, message.message_thread_id, message.chat.username)
