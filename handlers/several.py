"""The coordinators' presses that give one appeal to several departments."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services.coordinator import several
from views.callbacks import SeveralAction, SeveralCallback

router = Router(name="several")


@router.callback_query(SeveralCallback.filter(F.action == SeveralAction.BEGIN))
async def begin(_: CallbackQuery, callback_data: SeveralCallback, scene: Scene) -> str:
    await several.begin(
        scene.uow, appeal_id=AppealId(callback_data.appeal), message_id=scene.here.message, by=scene.deed
    )
    return scene.toast("several")


@router.callback_query(SeveralCallback.filter(F.action == SeveralAction.TICK))
async def tick(_: CallbackQuery, callback_data: SeveralCallback, scene: Scene) -> str:
    await several.tick(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        message_id=scene.here.message,
        code=callback_data.department,
        by=scene.deed,
    )
    return ""


@router.callback_query(SeveralCallback.filter(F.action == SeveralAction.TASKS))
async def ask_tasks(_: CallbackQuery, callback_data: SeveralCallback, scene: Scene) -> str:
    await several.ask_tasks(
        scene.uow, appeal_id=AppealId(callback_data.appeal), message_id=scene.here.message, by=scene.deed
    )
    return scene.toast("tasks-asked")


@router.callback_query(SeveralCallback.filter(F.action == SeveralAction.SEND))
async def send(_: CallbackQuery, callback_data: SeveralCallback, scene: Scene) -> str:
    count = await several.send(
        scene.uow,
        scene.rules,
        appeal_id=AppealId(callback_data.appeal),
        message_id=scene.here.message,
        count=callback_data.count,
        by=scene.deed,
    )
    return scene.toast("shared", count=count)
