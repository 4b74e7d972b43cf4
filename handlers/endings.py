"""Presses of coordinators and approvers by which a message ends without an answer (R53)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId, PromptId
from handlers.scene import Scene
from services.coordinator import no_reply
from views.callbacks import AppealAction, AppealCallback, Second, SecondCallback

router = Router(name="endings")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.NOT_NEEDED))
async def close_as_not_needed(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await no_reply.close_as_not_needed(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("not-needed")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.NO_REPLY))
async def ask_reason(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await no_reply.ask_reason(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("reason-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.HAND_OVER))
async def hand_over(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    name = await no_reply.hand_over(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("handed-over", name=name)


@router.callback_query(SecondCallback.filter(F.says == Second.CONFIRM))
async def confirm(_: CallbackQuery, callback_data: SecondCallback, scene: Scene) -> str:
    await no_reply.confirm(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("no-reply-confirmed")


@router.callback_query(SecondCallback.filter(F.says == Second.REJECT))
async def reject(_: CallbackQuery, callback_data: SecondCallback, scene: Scene) -> str:
    await no_reply.reject(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("no-reply-rejected")
