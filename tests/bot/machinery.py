"""What the tests of intake and delivery share: a database, a nursery, clocks and alarms."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer

from bot.session import QuickSession
from storage.database import StorageUnavailable, open_database
from storage.schema import migrate

START = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


@asynccontextmanager
async def migrated(path):
    database = await open_database(path)
    await migrate(database)
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def bot_against(address, token):
    bot = Bot(token, session=QuickSession(api=TelegramAPIServer.from_base(address)))
    try:
        yield bot
    finally:
        # aiogram's own way of closing sleeps for a quarter of a second.
        if bot.session._session is not None:
            await bot.session._session.close()


async def until(happened):
    """Let the loop turn until it has happened."""
    async with asyncio.timeout(5):
        while not happened():  # noqa: ASYNC110 — nobody would set an event
            await asyncio.sleep(0)


class Nursery:
    """The one place where these tests start tasks."""

    def __init__(self):
        self.tasks = []

    def spawn(self, coroutine, name):
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self.tasks.append(task)
        return task

    async def close(self):
        for task in self.tasks:
            task.cancel()
        for task in self.tasks:
            with suppress(asyncio.CancelledError):
                await task


class JumpingClock:
    """Whoever sleeps on it wakes at once, and it is that much later."""

    def __init__(self):
        self.moment = START
        self.slept = []

    def now(self):
        return self.moment

    async def sleep(self, seconds):
        self.slept.append(seconds)
        self.moment += timedelta(seconds=seconds)
        await asyncio.sleep(0)


class Shaky:
    """A database that can be away."""

    def __init__(self, database):
        self._database = database
        self.reader = database.reader
        self.away = False
        self.refused = asyncio.Event()

    @asynccontextmanager
    async def transaction(self, **options):
        if self.away:
            self.refused.set()
            raise StorageUnavailable("away")
        async with self._database.transaction(**options) as transaction:
            yield transaction


class Alarms:
    """Everything the administrators would have heard."""

    def __init__(self):
        self.heard = []

    async def __call__(self, kind, **facts):
        self.heard.append((kind, facts))

    @property
    def kinds(self):
        return [kind for kind, _ in self.heard]
