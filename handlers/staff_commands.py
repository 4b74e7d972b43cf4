"""Commands of the staff, in their groups and in private; to citizens they are no commands."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId, CitizenId
from domain.words.text import clean_text
from handlers.filters import is_reply
from handlers.scene import Scene
from services.coordinator import blocking, lookup, waiting
from views.callbacks import Kept, KeptCallback, QueueAction, QueueCallback

router = Router(name="staff_commands")


@router.message(Command("queue"))
async def open_queue(_: Message, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await waiting.open_queue(scene.uow, by=scene.deed)


@router.message(Command("card"))
async def show_card(_: Message, command: CommandObject, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await lookup.show_card(scene.uow, words=command.args or "", by=scene.deed)


@router.message(Command("block"))
async def block(message: Message, command: CommandObject, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await blocking.block(scene.uow, _read(message, command), by=scene.deed)


@router.message(Command("unblock"))
async def unblock(message: Message, command: CommandObject, scene: Scene) -> None:
    _leave_citizens_alone(scene)
    await blocking.unblock(scene.uow, _read(message, command), by=scene.deed)


@router.callback_query(KeptCallback.filter(F.becomes == Kept.REGISTER))
async def register_kept(_: CallbackQuery, callback_data: KeptCallback, scene: Scene) -> str:
    citizen_id = CitizenId(callback_data.citizen)
    appeals = await blocking.register_kept(scene.uow, scene.rules, citizen_id=citizen_id, by=scene.deed)
    return scene.toast("kept-registered", count=len(appeals))


@router.callback_query(KeptCallback.filter(F.becomes == Kept.DROP))
async def drop_kept(_: CallbackQuery, callback_data: KeptCallback, scene: Scene) -> str:
    citizen_id = CitizenId(callback_data.citizen)
    return scene.toast(
        "kept-dropped", count=await blocking.drop_kept(scene.uow, citizen_id=citizen_id, by=scene.deed)
    )


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


def _read(message: Message, command: CommandObject) -> blocking.Command:
    replied = message.reply_to_message if is_reply(message) else None
    return blocking.Command(
        clean_text(command.args or ""),
        replied.message_id if replied else 0,
        (replied.text or replied.caption or "") if replied else "",
    )


def _leave_citizens_alone(scene: Scene) -> None:
    """In private, whoever holds no role is a citizen, and hears which commands there are for citizens."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
