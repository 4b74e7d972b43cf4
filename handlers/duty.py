"""Duty: `/duty` of the staff, the end of a stint, and who takes the queue over."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import StintId
from domain.words.names import short_name
from handlers.scene import Scene
from services.people import duty
from views.callbacks import StintCallback, TakeOverCallback

router = Router(name="duty")


@router.message(Command("duty"))
async def show_or_set(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen in private it is a command that there is not."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    if command.args:
        await duty.set_stint(scene.uow, command.args, by=scene.deed)
    else:
        await duty.show(scene.uow, by=scene.deed)


@router.callback_query(StintCallback.filter())
async def end_stint(_: CallbackQuery, callback_data: StintCallback, scene: Scene) -> str:
    await duty.end_stint(scene.uow, StintId(callback_data.stint), by=scene.deed)
    return scene.toast("stint-ended")


@router.callback_query(TakeOverCallback.filter())
async def take_over(_: CallbackQuery, scene: Scene) -> str:
    already = await duty.take_over(scene.uow, by=scene.deed)
    if already is None or already.user_id == scene.actor.user_id:
        return scene.toast("took-over")
    employee = scene.uow.municipality.find_employee(already.user_id)
    return scene.toast("taken", name=short_name(employee.name) if employee else scene.texts.plain("someone"))
