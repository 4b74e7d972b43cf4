"""Presses about more time for an answer: the executor asks, the approver decides."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId, PromptId
from handlers.scene import Scene
from services.work import extending
from views.callbacks import AppealAction, AppealCallback
from views.moments import day_in_figures
from views.work.callbacks import ExtendAction, ExtendCallback, MoreDaysCallback

router = Router(name="extending")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.NEED_TIME))
async def ask(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await extending.ask(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("extension-reason-asked")


@router.callback_query(MoreDaysCallback.filter())
async def ask_for_days(_: CallbackQuery, callback_data: MoreDaysCallback, scene: Scene) -> str:
    await extending.ask_for_days(
        scene.uow, prompt_id=PromptId(callback_data.prompt), days=callback_data.days, by=scene.deed
    )
    return scene.toast("extension-requested")


@router.callback_query(ExtendCallback.filter(F.action == ExtendAction.GRANT))
async def grant(_: CallbackQuery, callback_data: ExtendCallback, scene: Scene) -> str:
    until = await extending.grant(scene.uow, request_id=PromptId(callback_data.request), by=scene.deed)
    return scene.toast("extension-granted", day=day_in_figures(until))


@router.callback_query(ExtendCallback.filter(F.action == ExtendAction.REFUSE))
async def ask_why_not(_: CallbackQuery, callback_data: ExtendCallback, scene: Scene) -> str:
    await extending.ask_why_not(scene.uow, request_id=PromptId(callback_data.request), by=scene.deed)
    return scene.toast("extension-refusal-asked")
