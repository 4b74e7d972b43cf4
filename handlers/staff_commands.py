"""Commands of the staff, in their groups and in private; to citizens they are no commands."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId
from handlers.scene import Scene
from services.coordinator import lookup, waiting
from views.callbacks import QueueAction, QueueCallback

router = Router(name="staff_commands")


@router.message(Command("queue"))
async def open_queue(_: Message, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await waiting.open_queue(scene.uow, by=scene.deed)


@router.message(Command("card"))
async def show_card(_: Message, command: CommandObject, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await lookup.show_card(scene.uow, words=command.args or "", by=scene.deed)


@router.callback_query(QueueCallback.filter(F.action == QueueAction.SKIP))
async def skip(_: CallbackQuery, callback_data: QueueCallback, scene: Scene) -> str:
    more = await waiting.skip(
        scene.uow, appeal_id=AppealId(callback_data.appeal), message_id=scene.here.message, by=scene.deed
    )
    return "" if more else scene.toast("queue-last")


@router.callback_query(QueueCallback.filter(F.action == QueueAction.CLOSE))
async def close_queue(_: CallbackQuery, scene: Scene) -> str:
    await waiting.close_queue(scene.uow, message_id=scene.here.message, by=scene.deed)
    return ""


def _leave_citizens_alone(scene: Scene) -> None:
    """In private, whoever holds no role is a citizen, and hears which commands there are for citizens."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
