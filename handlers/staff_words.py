"""Words of the staff: replies to the bot's messages, in a staff chat or in private."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from handlers.filters import IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services import replies

router = Router(name="staff_words")


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """In private a reply that is no staff matter is a citizen's message."""
    is_matter = await replies.take_words(scene.uow, read_reply(message), by=scene.deed)
    if not is_matter and message.chat.type == "private":
        raise SkipHandler
