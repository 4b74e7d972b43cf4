"""The directory of responsible persons: `/people` and its pages (R17)."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.scene import Scene
from services.people import directory
from views.setup.callbacks import DirectoryCallback

router = Router(name="directory")


@router.message(Command("people"))
async def show(_: Message, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    await directory.show(scene.uow, by=scene.deed)


@router.callback_query(DirectoryCallback.filter())
async def turn(_: CallbackQuery, callback_data: DirectoryCallback, scene: Scene) -> str:
    await directory.turn(scene.uow, callback_data.page, by=scene.deed)
    return ""
