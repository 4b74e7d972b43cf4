"""Coordinators' presses about answers that were published elsewhere (R26)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.drafts import PromptKind
from domain.ids import AppealId
from handlers.scene import Scene
from services.coordinator import publications
from views.callbacks import AppealAction, AppealCallback

router = Router(name="publications")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.EVIDENCE))
async def ask(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    await publications.ask(scene.uow, appeal_id=appeal_id, kind=PromptKind.EVIDENCE, by=scene.deed)
    return scene.toast("evidence-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.NO_EVIDENCE))
async def do_without(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    await publications.ask(scene.uow, appeal_id=appeal_id, kind=PromptKind.NO_EVIDENCE, by=scene.deed)
    return scene.toast("words-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.TOLD))
async def tell_sender(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    sender = await publications.tell_sender(scene.uow, appeal_id=appeal_id, by=scene.deed)
    return scene.toast("sender-told", sender=sender)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.TOLD_UNDER))
async def ask_outgoing(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await publications.ask_outgoing(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("outgoing-asked")
