"""A living town for every story, and what makes a town cheap enough to have one each."""

from functools import cache

import pytest
from aiogram.client.session.aiohttp import AiohttpSession

import bot.app
from tests.city import living_town
from tests.story.stage import Stage


@pytest.fixture
async def town(tmp_path, request):
    """A town; with a parameter (`scenes.where`) one that has other settings."""
    async with living_town(tmp_path, change=getattr(request, "param", None)) as town:
        yield town


@pytest.fixture
async def stage(tmp_path):
    """A town in which every button stands somewhere, without limits of pace."""
    async with living_town(tmp_path, GROUP_LIMIT_PER_MINUTE=0) as town:
        town.world.limits = None
        for person in (town.olga, town.galina, town.glava, town.dorogin, town.sidorova, town.admin):
            await person.start()
        await town.stranger.start()
        stage = Stage(town)
        await stage.set_up()
        await town.redraw()
        yield stage


@pytest.fixture(scope="session", autouse=True)
def _one_dictionary():
    """Reading the texts and the dictionary takes longer than most stories; neither ever changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.app, "Words", cache(bot.app.Words))
        patch.setattr(bot.app, "Translations", cache(bot.app.Translations))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_lingering():
    """Aiogram waits a quarter of a second for TLS to close; here there is none."""

    async def close(session: AiohttpSession) -> None:
        if session._session is not None:
            await session._session.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AiohttpSession, "close", close)
        yield
