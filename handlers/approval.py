"""The approver's presses: agree, undo, return with a reason, replace the words."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.ids import DraftId, PromptId
from handlers.scene import Scene
from services.work import answering, approving
from views.callbacks import DraftAction, DraftCallback, WordsAction, WordsCallback

router = Router(name="approval")


@router.callback_query(DraftCallback.filter(F.action == DraftAction.APPROVE))
async def approve(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    waiting = await answering.approve(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    seconds = scene.uow.municipality.approval.undo_seconds
    approved = scene.toast("approved", seconds=seconds)
    return f"{approved} {scene.toast('still-waiting', waiting=waiting)}" if waiting else approved


@router.callback_query(DraftCallback.filter(F.action == DraftAction.NEXT))
async def show_next(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    number = await approving.show_next(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("next", number=number)


@router.callback_query(DraftCallback.filter(F.action == DraftAction.UNDO))
async def undo(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    await answering.undo(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("undone")


@router.callback_query(DraftCallback.filter(F.action == DraftAction.REVISE))
async def ask_revision_reason(_: CallbackQuery, callback_data: DraftCallback, scene: Scene) -> str:
    await answering.ask_revision_reason(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("revision-asked")


@router.callback_query(WordsCallback.filter(F.action == WordsAction.REMARK))
async def take_as_remark(_: CallbackQuery, callback_data: WordsCallback, scene: Scene) -> str:
    await answering.take_as_remark(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("revised")


@router.callback_query(WordsCallback.filter(F.action == WordsAction.TEXT))
async def take_as_text(_: CallbackQuery, callback_data: WordsCallback, scene: Scene) -> str:
    await answering.take_as_text(scene.uow, prompt_id=PromptId(callback_data.prompt), by=scene.deed)
    return scene.toast("replaced")
