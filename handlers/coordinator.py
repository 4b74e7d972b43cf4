"""The coordinators' presses: who sees to it, where it goes, what is urgent."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId
from handlers.scene import Scene
from services import delivery
from services.coordinator import clarifying, lookup, menus, taking_back
from services.work import assignment
from views.callbacks import AppealAction, AppealCallback, MenuCallback, RouteCallback

router = Router(name="coordinator")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.CLARIFY))
async def ask_to_clarify(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await clarifying.ask(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("clarification-asked")


@router.callback_query(RouteCallback.filter())
async def route(_: CallbackQuery, callback_data: RouteCallback, scene: Scene) -> str:
    department = await assignment.route(
        scene.uow,
        scene.rules,
        appeal_id=AppealId(callback_data.appeal),
        department_code=callback_data.department,
        assignments=callback_data.turn,
        by=scene.deed,
    )
    return scene.toast("routed", department=department.label)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.TAKE_BACK))
async def take_back(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal = await taking_back.take_back(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("taken-back", number=appeal.number)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.TAKE))
async def take(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    name = await assignment.take(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("taken", name=name)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.URGENT))
async def mark_urgent(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    marked = await assignment.mark_urgent(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("urgent" if marked else "urgent-already")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.SHOW))
async def show_card(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    appeal = await delivery.show_card(scene.uow, AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("card-shown", number=appeal.number)


@router.callback_query(AppealCallback.filter(F.action == AppealAction.BELOW))
async def bring_down(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    number = await lookup.bring_down(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("card-below", number=number)


@router.callback_query(MenuCallback.filter())
async def open_menu(_: CallbackQuery, callback_data: MenuCallback, scene: Scene) -> str:
    await menus.open_menu(
        scene.uow,
        appeal_id=AppealId(callback_data.appeal),
        message_id=scene.here.message,
        menu=callback_data.menu,
        page=callback_data.page,
        by=scene.deed,
    )
    return ""
