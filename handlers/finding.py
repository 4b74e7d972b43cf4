"""Search of the register: `/find`, words for it, the buttons under what was found."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId
from domain.rights import is_searcher
from domain.words.text import clean_text
from handlers.filters import IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services.coordinator import lookup
from services.register import finding, history
from views.search.callbacks import FoundCallback, HistoryCallback, HistoryPageCallback, HitCallback

router = Router(name="finding")


@router.message(Command("find"))
async def find(_: Message, command: CommandObject, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not is_searcher(scene.actor, scene.uow.municipality):
        raise SkipHandler
    await finding.begin(scene.uow, clean_text(command.args or ""), by=scene.deed)


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """A reply to anything else is for others."""
    if not await finding.answer(scene.uow, read_reply(message), by=scene.deed):
        raise SkipHandler


@router.callback_query(FoundCallback.filter())
async def turn(_: CallbackQuery, callback_data: FoundCallback, scene: Scene) -> str:
    await finding.turn(scene.uow, callback_data.search, callback_data.page, by=scene.deed)
    return ""


@router.callback_query(HistoryCallback.filter())
async def show_history(_: CallbackQuery, callback_data: HistoryCallback, scene: Scene) -> str:
    await history.show(scene.uow, AppealId(callback_data.appeal), by=scene.deed)
    return ""


@router.callback_query(HistoryPageCallback.filter())
async def turn_history(_: CallbackQuery, callback_data: HistoryPageCallback, scene: Scene) -> str:
    await history.turn(scene.uow, AppealId(callback_data.appeal), callback_data.page, by=scene.deed)
    return ""


@router.callback_query(HitCallback.filter())
async def open_card(_: CallbackQuery, callback_data: HitCallback, scene: Scene) -> str:
    number = await lookup.open_here(scene.uow, AppealId(callback_data.appeal), by=scene.deed)
    return scene.toast("card-below", number=number)
