"""The day in figures: `/report`, and the buttons under a summary."""

from datetime import date

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.rhythm.readers import is_reader
from handlers.scene import Scene
from services.rhythm import summary
from views.rhythm.callbacks import SummaryCallback

router = Router(name="rhythm")


@router.message(Command("report"))
async def report(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not is_reader(scene.actor, scene.here.chat, scene.uow.municipality):
        raise SkipHandler
    await summary.report(scene.uow, scene.rules, command.args or "", by=scene.deed)


@router.callback_query(SummaryCallback.filter())
async def turn_to(_: CallbackQuery, callback_data: SummaryCallback, scene: Scene) -> str:
    await summary.turn_to(
        scene.uow,
        scene.rules,
        view=callback_data.view,
        day=date.fromordinal(callback_data.day) if callback_data.day else None,
        page=callback_data.page,
        message_id=scene.here.message,
        by=scene.deed,
    )
    return ""
