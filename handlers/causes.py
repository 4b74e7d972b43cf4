"""`/causes`: root causes and road maps; coordinators keep them, leaders read them, departments report measures done."""

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.causes.pages import CausePlace
from handlers.filters import IsReply
from handlers.incoming import read_reply
from handlers.scene import Scene
from services.causes import asking, deciding, pages
from views.causes.callbacks import CauseGo, CauseSet, CauseWords

router = Router(name="causes")


@router.message(Command("causes"))
async def begin(_: Message, scene: Scene) -> None:
    """To a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    await pages.begin(scene.uow, by=scene.deed)


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """A reply to anything else is for others."""
    if not await asking.answer(scene.uow, read_reply(message), by=scene.deed):
        raise SkipHandler


@router.callback_query(CauseGo.filter())
async def turn(_: CallbackQuery, callback_data: CauseGo, scene: Scene) -> str:
    place = CausePlace(callback_data.page, callback_data.of, callback_data.at)
    await pages.turn_to(scene.uow, place, by=scene.deed)
    return ""


@router.callback_query(CauseWords.filter())
async def ask(_: CallbackQuery, callback_data: CauseWords, scene: Scene) -> str:
    await asking.ask(scene.uow, callback_data.ask, callback_data.of, by=scene.deed)
    return scene.toast("cause-asked")


@router.callback_query(CauseSet.filter())
async def decide(_: CallbackQuery, callback_data: CauseSet, scene: Scene) -> str:
    await deciding.decide(scene.uow, callback_data.act, callback_data.of, callback_data.value, by=scene.deed)
    return scene.toast("cause-decided")
