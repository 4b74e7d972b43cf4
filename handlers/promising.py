"""Presses about what was promised to a citizen: the day in a draft, that it is done, another day, that it was none."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.drafts import DraftKind, PromptKind
from domain.ids import AppealId, DraftId
from handlers.scene import Scene
from services.work import answering, promises
from views.work.callbacks import (
    DayAction,
    PromiseAction,
    PromiseCallback,
    PromisedDayCallback,
    PromiseWordsCallback,
)

router = Router(name="promising")


@router.callback_query(PromisedDayCallback.filter(F.action == DayAction.CHANGE))
async def ask_day(_: CallbackQuery, callback_data: PromisedDayCallback, scene: Scene) -> str:
    await promises.ask_day(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("promised-day-asked")


@router.callback_query(PromisedDayCallback.filter(F.action == DayAction.NONE))
async def promise_nothing(_: CallbackQuery, callback_data: PromisedDayCallback, scene: Scene) -> str:
    await promises.promise_nothing(scene.uow, draft_id=DraftId(callback_data.draft), by=scene.deed)
    return scene.toast("promised-nothing")


@router.callback_query(PromiseCallback.filter(F.action == PromiseAction.KEPT))
async def ask_what_was_done(_: CallbackQuery, callback_data: PromiseCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    await promises.ask(scene.uow, appeal_id=appeal_id, kind=PromptKind.PROMISE_KEPT, by=scene.deed)
    return scene.toast("promise-kept-asked")


@router.callback_query(PromiseCallback.filter(F.action == PromiseAction.MOVED))
async def ask_until_when(_: CallbackQuery, callback_data: PromiseCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    await promises.ask(scene.uow, appeal_id=appeal_id, kind=PromptKind.PROMISE_MOVED, by=scene.deed)
    return scene.toast("promise-moved-asked")


@router.callback_query(PromiseCallback.filter(F.action == PromiseAction.DROP))
async def ask_why_drop(_: CallbackQuery, callback_data: PromiseCallback, scene: Scene) -> str:
    await promises.ask_why_drop(scene.uow, appeal_id=AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("promise-drop-asked")


@router.callback_query(PromiseWordsCallback.filter())
async def submit(_: CallbackQuery, callback_data: PromiseWordsCallback, scene: Scene) -> str:
    lacking = await answering.submit(
        scene.uow,
        draft_id=DraftId(callback_data.draft),
        kind=DraftKind(callback_data.words.value),
        outcome=None,
        by=scene.deed,
    )
    return scene.toast("submitted" if lacking is None else "promised-day-asked")
