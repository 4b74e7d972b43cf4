"""Words of the staff: replies to the bot's messages, in a staff chat or in private."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from handlers.filters import IsLoosePicture, IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services.work import proof, replies, rewording

router = Router(name="staff_words")


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """In private a reply that is no staff matter is a citizen's message."""
    is_matter = await replies.take_words(scene.uow, read_reply(message), by=scene.deed)
    if not is_matter and message.chat.type == "private":
        raise SkipHandler


@router.edited_message(IsReply())
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
