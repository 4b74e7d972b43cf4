"""A department's press about its report on the measures taken (R12)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services.work import measures
from views.callbacks import AppealAction, AppealCallback

router = Router(name="measures")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.MEASURES))
async def ask(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await measures.ask(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("words-asked")
