"""Words of the staff: replies to the bot's messages, in a staff chat or in private."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from handlers.filters import InPrivate, IsLoosePicture, IsReply, is_command, is_reply
from handlers.incoming import is_service, read_reply
from handlers.scene import Scene
from services.work import proof, replies, rewording
from views.citizen.keyboards import Button

router = Router(name="staff_words")


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """In private a reply that is no staff matter is a citizen's message; a command that others did not take is no words."""
    if is_command(message):
        await replies.refuse_command(scene.uow, read_reply(message), by=scene.deed)
        raise SkipHandler
    is_matter = await replies.take_words(scene.uow, read_reply(message), by=scene.deed)
    if not is_matter and message.chat.type == "private":
        raise SkipHandler


@router.message(InPrivate())
async def take_answer(message: Message, scene: Scene, citizen_buttons: Mapping[str, Button]) -> None:
    """Whoever of the staff was just asked here need not reply; commands and the citizens' keys keep their meaning."""
    is_key = is_command(message) or (message.text or "").strip() in citizen_buttons
    if not scene.actor.roles or is_key or is_reply(message) or is_service(message):
        raise SkipHandler
    if not await replies.take_answer(scene.uow, read_reply(message), by=scene.deed):
        raise SkipHandler


@router.edited_message(IsReply())
@router.edited_message(InPrivate())
async def take_edit(message: Message, scene: Scene) -> None:
    """In private an edit of what was no staff matter is a citizen's."""
    is_matter = await rewording.take_edit(scene.uow, read_reply(message), by=scene.deed)
    if not is_matter and message.chat.type == "private":
        raise SkipHandler


@router.message(IsLoosePicture())
async def keep_picture(message: Message, scene: Scene) -> None:
    """Seen where the bot sees every message: it is an administrator of the group, or its privacy mode is off."""
    for file in read_reply(message).attachments:
        await proof.keep(scene.uow, file, by=scene.deed)
