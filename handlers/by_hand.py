"""Coordinators' presses about answers that a person gives: a call, a letter, in person."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from domain.ways import Way
from handlers.scene import Scene
from services.coordinator import by_hand
from views.callbacks import AppealAction, AppealCallback, WayCallback

router = Router(name="by_hand")


@router.callback_query(WayCallback.filter())
async def choose_way(_: CallbackQuery, callback_data: WayCallback, scene: Scene) -> str:
    await by_hand.choose_way(
        scene.uow, appeal_id=AppealId(callback_data.appeal), way=callback_data.way, by=scene.deed
    )
    return scene.toast("way-chosen")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.CALL))
async def call(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    opened = await by_hand.answer_by_hand(scene.uow, appeal_id=appeal_id, way=Way.CALL, by=scene.deed)
    return scene.toast("task-opened" if opened else "contact-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.LETTER))
async def write_letter(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    opened = await by_hand.answer_by_hand(scene.uow, appeal_id=appeal_id, way=Way.LETTER, by=scene.deed)
    return scene.toast("task-opened" if opened else "contact-asked")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.REACHED))
async def reach(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    is_asked = await by_hand.reach(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("task-published" if is_asked else "task-done")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.MISSED))
async def miss(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    count = await by_hand.miss(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("task-missed", count=count)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.OUTGOING))
async def ask_outgoing(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await by_hand.ask_outgoing(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("outgoing-asked")
