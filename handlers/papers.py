"""Papers from the chat: the buttons under `/report`, days in words."""

from datetime import date

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId
from domain.papers.kinds import Stretch
from handlers.filters import IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services.papers import ordering
from views.papers.callbacks import AppealPaperCallback, PaperCallback, PaperDaysCallback, PaperWordsCallback

router = Router(name="papers")


@router.callback_query(PaperCallback.filter())
async def choose(_: CallbackQuery, callback_data: PaperCallback, scene: Scene) -> str:
    await ordering.choose(scene.uow, callback_data.paper, by=scene.deed)
    return ""


@router.callback_query(PaperDaysCallback.filter())
async def order(_: CallbackQuery, callback_data: PaperDaysCallback, scene: Scene) -> str:
    days = Stretch(date.fromordinal(callback_data.first), date.fromordinal(callback_data.last))
    is_private = await ordering.order(scene.uow, callback_data.paper, days, by=scene.deed)
    return scene.toast("paper-ordered-private" if is_private else "paper-ordered")


@router.callback_query(AppealPaperCallback.filter())
async def order_about(_: CallbackQuery, callback_data: AppealPaperCallback, scene: Scene) -> str:
    appeal_id = AppealId(callback_data.appeal)
    await ordering.order_about(scene.uow, callback_data.paper, appeal_id, by=scene.deed)
    return scene.toast("paper-ordered")


@router.callback_query(PaperWordsCallback.filter())
async def ask(_: CallbackQuery, callback_data: PaperWordsCallback, scene: Scene) -> str:
    await ordering.ask(scene.uow, callback_data.paper, by=scene.deed)
    return scene.toast("words-asked")


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """A reply to anything else is for others."""
    if not await ordering.answer(scene.uow, read_reply(message), by=scene.deed):
        raise SkipHandler
