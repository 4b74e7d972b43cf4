"""Coordinators' presses about requests to other bodies (R80)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services.coordinator import inquiries
from views.callbacks import AppealAction, AppealCallback
from views.register.callbacks import BodyInquiryCallback, DropInquiryCallback, InquiryCallback

router = Router(name="inquiries")


@router.callback_query(InquiryCallback.filter())
async def note(_: CallbackQuery, callback_data: InquiryCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    body = await inquiries.note_again(scene.uow, appeal_id=appeal_id, like=callback_data.like, by=scene.deed)
    return scene.toast("inquiry-noted", body=body)


@router.callback_query(BodyInquiryCallback.filter())
async def note_known(_: CallbackQuery, callback_data: BodyInquiryCallback, scene: Scene) -> str:
    appeal_id, code = AppealId(callback_data.appeal), callback_data.body
    body = await inquiries.note_known(scene.uow, appeal_id=appeal_id, code=code, by=scene.deed)
    return scene.toast("inquiry-noted", body=body)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.INQUIRE))
async def ask(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await inquiries.ask(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("words-asked")


@router.callback_query(DropInquiryCallback.filter())
async def drop(_: CallbackQuery, callback_data: DropInquiryCallback, scene: Scene) -> str:
    body = await inquiries.drop(scene.uow, inquiry_id=callback_data.inquiry, by=scene.deed)
    return scene.toast("inquiry-dropped", body=body)
