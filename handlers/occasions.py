"""`/event`: reception days, calls, meetings; coordinators note them for the monthly report."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.words.text import clean_text
from handlers.filters import IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services.register import occasions
from views.register.callbacks import OccasionAskCallback, OccasionDropCallback

router = Router(name="occasions")


@router.message(Command("event"))
async def begin(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    await occasions.begin(scene.uow, clean_text(command.args or ""), by=scene.deed)


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """A reply to anything else is for others."""
    if not await occasions.answer(scene.uow, read_reply(message), by=scene.deed):
        raise SkipHandler


@router.callback_query(OccasionAskCallback.filter())
async def ask(_: CallbackQuery, scene: Scene) -> str:
    await occasions.ask(scene.uow, by=scene.deed)
    return ""


@router.callback_query(OccasionDropCallback.filter())
async def drop(_: CallbackQuery, callback_data: OccasionDropCallback, scene: Scene) -> str:
    await occasions.drop(scene.uow, callback_data.occasion, by=scene.deed)
    return scene.toast("occasion-dropped")
