"""What coordinators bring into the register by hand: a forward, `/add`, the buttons and the words of an entry."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from domain.ids import AppealId
from domain.words.text import clean_text
from handlers.filters import IsForward, IsReply, is_reply
from handlers.incoming import read_message, read_reply
from handlers.scene import Scene
from services.register import correcting, entered, entering
from views.register.callbacks import (
    CorrectCallback,
    EntryAct,
    EntryAskCallback,
    EntryCallback,
    EntryMenuCallback,
    EntryValueCallback,
)

router = Router(name="entering")


@router.message(IsForward())
async def take_forward(message: Message, scene: Scene) -> None:
    """In private the forward of anybody else is a citizen's message; in a group it is no business of the bot's."""
    if not entering.may_enter(scene.deed, scene.uow.municipality):
        raise SkipHandler
    await entering.begin(scene.uow, read_message(message), by=scene.deed)


@router.message(Command("add"))
async def add(message: Message, command: CommandObject, scene: Scene) -> None:
    """With words, in reply to a message, or alone; to a citizen it is a command that there is not."""
    if scene.here.chat > 0 and not scene.actor.roles:
        raise SkipHandler
    words, replied = clean_text(command.args or ""), message.reply_to_message
    if words:
        await entering.begin(scene.uow, replace(read_message(message), text=words), by=scene.deed)
    elif replied is not None and is_reply(message) and not (replied.from_user and replied.from_user.is_bot):
        await entering.begin(scene.uow, read_message(replied), by=scene.deed)
    else:
        await entering.begin(scene.uow, None, by=scene.deed)


@router.message(IsReply())
async def take_words(message: Message, scene: Scene) -> None:
    """A reply to anything else is for others."""
    if not await entering.answer(scene.uow, read_message(message), read_reply(message), by=scene.deed):
        raise SkipHandler


@router.callback_query(EntryCallback.filter(F.act == EntryAct.REGISTER))
async def register(_: CallbackQuery, callback_data: EntryCallback, scene: Scene) -> str:
    number = await entered.register(scene.uow, scene.rules, callback_data.entry, by=scene.deed)
    return scene.toast("entered", number=number)


@router.callback_query(CorrectCallback.filter())
async def correct(_: CallbackQuery, callback_data: CorrectCallback, scene: Scene) -> str:
    await correcting.begin(scene.uow, AppealId(callback_data.appeal), by=scene.deed)
    return ""


@router.callback_query(EntryCallback.filter(F.act == EntryAct.DONE))
async def finish(_: CallbackQuery, callback_data: EntryCallback, scene: Scene) -> str:
    number = await correcting.finish(scene.uow, callback_data.entry, by=scene.deed)
    return scene.toast("corrected", number=number)


@router.callback_query(EntryCallback.filter(F.act == EntryAct.DROP))
async def drop(_: CallbackQuery, callback_data: EntryCallback, scene: Scene) -> str:
    await entering.drop(scene.uow, callback_data.entry, by=scene.deed)
    return scene.toast("entry-dropped")


@router.callback_query(EntryCallback.filter(F.act == EntryAct.BACK))
async def close_menu(_: CallbackQuery, callback_data: EntryCallback, scene: Scene) -> str:
    await entering.open_menu(scene.uow, callback_data.entry, None, by=scene.deed)
    return ""


@router.callback_query(EntryMenuCallback.filter())
async def open_menu(_: CallbackQuery, callback_data: EntryMenuCallback, scene: Scene) -> str:
    await entering.open_menu(scene.uow, callback_data.entry, callback_data.field, by=scene.deed)
    return ""


@router.callback_query(EntryAskCallback.filter())
async def ask(_: CallbackQuery, callback_data: EntryAskCallback, scene: Scene) -> str:
    await entering.ask(scene.uow, callback_data.entry, callback_data.field, by=scene.deed)
    return ""


@router.callback_query(EntryValueCallback.filter())
async def set_value(_: CallbackQuery, callback_data: EntryValueCallback, scene: Scene) -> str:
    await entering.set_value(
        scene.uow, callback_data.entry, callback_data.field, callback_data.value, by=scene.deed
    )
    return ""
