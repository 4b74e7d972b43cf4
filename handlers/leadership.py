"""The leadership's presses in the urgent-issue group (R10)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services import assignment
from views.callbacks import AppealAction, AppealCallback

router = Router(name="leadership")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.CONTROL))
async def take_control(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    watcher = await assignment.take_control(
        scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed
    )
    return scene.toast("control", name=watcher)
