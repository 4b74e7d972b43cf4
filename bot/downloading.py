"""A person's file from Telegram, through the bot's own session: its server, its proxy."""

from typing import cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.types import File
from aiohttp import ClientTimeout

MOST = 20 * 1024 * 1024
"""Bytes: more than that the Bot API hands out to nobody."""
CALL_TIMEOUT = 30
DOWNLOAD_TIMEOUT = 120.0
"""Seconds for the whole of one file."""
_CHUNK = 64 * 1024


class TooBig(Exception):
    """The file is larger than the Bot API hands out, or than the caller takes."""


class NotServed(Exception):
    """The address that the Bot API named has no file."""


async def download(bot: Bot, file_id: str, most: int = MOST) -> tuple[File, bytes]:
    """The file with what Telegram says of it. Its address holds the token: it is told to nobody. Raises `TooBig`,
    `NotServed`, and what the session raises.
    """
    file = await bot.get_file(file_id, request_timeout=CALL_TIMEOUT)
    if (file.file_size or 0) > most:
        raise TooBig
    session = cast(AiohttpSession, bot.session)
    client = await session.create_session()
    url = session.api.file_url(bot.token, file.file_path or "")
    content = bytearray()
    timeout = ClientTimeout(total=DOWNLOAD_TIMEOUT)
    async with client.get(url, timeout=timeout, allow_redirects=False) as response:
        if response.status != 200:
            raise NotServed
        async for chunk in response.content.iter_chunked(_CHUNK):
            content += chunk
            if len(content) > most:
                raise TooBig
    return file, bytes(content)
