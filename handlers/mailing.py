"""Coordinators' presses about cards that go by e-mail (R30)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services.work import mailing
from views.mailing.callbacks import MailCallback

router = Router(name="mailing")


@router.callback_query(MailCallback.filter())
async def send_by_mail(_: CallbackQuery, callback_data: MailCallback, scene: Scene) -> str:
    recipient = await mailing.send_by_mail(
        scene.uow, appeal_id=AppealId(callback_data.appeal), to=callback_data.to, by=scene.deed
    )
    return scene.toast("mail-in-line", address=recipient.address)
