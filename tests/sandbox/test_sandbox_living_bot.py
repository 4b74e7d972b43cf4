"""A real aiogram bot lives in the city: polling, answering, editing, while time is moved by hand."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from sandbox import ManualClock, World
from sandbox.client import Api

KEYS = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ещё", callback_data="more")]])


@pytest.fixture
async def living(city: World, api: Api) -> AsyncIterator[Bot]:
    bot = Bot(city.bot.token, session=AiohttpSession(api=TelegramAPIServer.from_base(api.address)))
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"эхо: {message.text}", reply_markup=KEYS)

    @dispatcher.callback_query()
    async def more(query: CallbackQuery) -> None:
        await query.answer("Готово")
        assert isinstance(query.message, Message)
        await city.clock.sleep(600)
        await query.message.edit_text("эхо смолкло")

    async with asyncio.TaskGroup() as group:
        polling = group.create_task(dispatcher.start_polling(bot, handle_signals=False))
        yield bot
        await dispatcher.stop_polling()
        await polling


async def test_a_conversation(city: World, living: Bot) -> None:
    clock, anna = city.clock, city.user("Анна")
    assert isinstance(clock, ManualClock)
    clock.settle = city.until_idle
    await anna.send("яма")
    await anna.chat.expect("эхо: яма")
    await anna.click("Ещё")
    await city.until(lambda: anna.toast)
    assert anna.chat.last_message.text == "эхо: яма"
    await clock.advance(600)
    assert anna.chat.last_message.text == "эхо смолкло"
    assert anna.chat.last_message.buttons == []
    assert anna.toast is not None
    assert anna.toast.text == "Готово"
    await city.until_quiet()
