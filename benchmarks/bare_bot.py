"""The yardstick: the smallest honest aiogram bot, long polling, one answer to each message."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message


async def answer(message: Message) -> None:
    await message.answer("ok")


async def main() -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["BOT_API_URL"]))
    dispatcher = Dispatcher()
    dispatcher.message.register(answer)
    await dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"], session=session), handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
