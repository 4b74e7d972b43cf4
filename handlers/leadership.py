"""What goes to the leadership and the mayor, and what comes back from them (R10, R56)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import AppealId, PromptId
from handlers.scene import Scene
from services.work import assignment, leadership
from views.callbacks import (
    AppealAction,
    AppealCallback,
    InstructionCallback,
    MayorCallback,
    ReasonKind,
    ReportCallback,
)
from views.work.ready_reasons import ready_reason

router = Router(name="leadership")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.CONTROL))
async def take_control(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    watcher = await assignment.take_control(
        scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed
    )
    return scene.toast("control", name=watcher)


@router.callback_query(MayorCallback.filter())
async def tell_mayor(_: CallbackQuery, callback_data: MayorCallback, scene: Scene) -> str:
    index = callback_data.reason
    reason = ready_reason(ReasonKind.MAYOR, index - 1, scene.texts) if index else ""
    told = await leadership.tell_mayor(
        scene.uow, appeal_id=AppealId(callback_data.appeal), reason=reason, by=scene.deed
    )
    return scene.toast("mayor" if told else "mayor-already")


@router.callback_query(AppealCallback.filter(F.action == AppealAction.MAYOR_WORDS))
async def ask_mayor_reason(_: CallbackQuery, callback_data: AppealCallback, scene: Scene) -> str:
    await leadership.ask_mayor_reason(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("words-asked")


@router.callback_query(InstructionCallback.filter())
async def instruct(_: CallbackQuery, callback_data: InstructionCallback, scene: Scene) -> str:
    due = await leadership.instruct(
        scene.uow, prompt_id=PromptId(callback_data.prompt), term=callback_data.term, by=scene.deed
    )
    return scene.toast("instructed" if due else "term-asked")


@router.callback_query(ReportCallback.filter())
async def report(_: CallbackQuery, callback_data: ReportCallback, scene: Scene) -> str:
    name = await leadership.report(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("reported", name=name)
