"""The coordinators' presses about the kind of a message (R19)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.casefile import Menu
from domain.ids import AppealId
from handlers.scene import Scene
from services.coordinator import kinds
from views.callbacks import KindCallback, MenuCallback
from views.coordinator.kinds import kind_asked, kind_set

router = Router(name="kinds")


@router.callback_query(MenuCallback.filter(F.menu == Menu.KIND))
async def offer_kinds(_: CallbackQuery, callback_data: MenuCallback, scene: Scene) -> str:
    appeal = await kinds.offer_kinds(
        scene.uow, appeal_id=AppealId(callback_data.appeal), message_id=scene.here.message, by=scene.deed
    )
    return kind_asked(appeal, scene.texts)


@router.callback_query(KindCallback.filter())
async def set_kind(_: CallbackQuery, callback_data: KindCallback, scene: Scene) -> str:
    changed = await kinds.set_kind(
        scene.uow, appeal_id=AppealId(callback_data.appeal), kind=callback_data.kind, by=scene.deed
    )
    return kind_set(callback_data.kind, scene.texts, changed=changed)
