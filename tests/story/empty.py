"""An empty server: no file, an empty database, a code on the terminal; what an administrator does with it."""

from contextlib import asynccontextmanager

from bot.app import build_app
from bot.start import find_settled, issue_first_code, open_locked, settle_municipality
from domain.setup.invitations import shown_code
from tests.city import settings_for, sleeping_town
from tests.story.scenes import bot_in


@asynccontextmanager
async def empty_town(folder):
    """A town whose bot knows nothing; `town.code` is what the terminal showed."""
    async with sleeping_town(folder) as town, started(town):
        yield town


@asynccontextmanager
async def started(town):
    """The bot as `python -m bot` starts it, without a municipality file."""
    settings = settings_for(town.address, town.world, town.database)
    async with open_locked(settings) as database:
        settled = await settle_municipality(settings, database)
        async with build_app(settings, database, settled, town.world.clock) as app:
            town.app = app
            town.world.clock.settle = town.settle
            now = town.world.clock.now()
            town.code = await issue_first_code(database, await find_settled(database) or settled, now=now)
            yield app


def page(person):
    """The message with the pages."""
    return next(message for message in reversed(bot_in(person.chat)) if message.keyboard)


async def first_admin(town):
    """Anton has sent the code."""
    await town.says(town.admin, shown_code(town.code))


async def answers(town, person, caption, words):
    """A button that asks, and the words."""
    await town.clicks(person, caption)
    await town.says(person, words, reply_to=bot_in(person.chat)[-1])
    await town.redraw()


async def basics(town):
    """Name, zone, terms and hours, as the pages lead on."""
    await first_admin(town)
    await answers(town, town.admin, "название", "Городской округ Примерск")
    for caption in ("Екатеринбург", "Красноуфимск", "Пн–пт 9–18"):
        await town.clicks(town.admin, caption)


async def department(town, name="Управление ЖКХ", topic="Водоснабжение: вода, прорыв трубы"):
    """A department with a topic."""
    await town.clicks(town.admin, "Отдел")
    await town.says(town.admin, name, reply_to=bot_in(town.admin.chat)[-1])
    await answers(town, town.admin, "Тема", topic)
