"""A city with one bot behind a real server, and a client that speaks to it as a bot does."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from sandbox import World
from sandbox.client import Api
from sandbox.server import serve
from tests.cheap import made_once, no_lingering, papers_at_once, pictures_at_once  # noqa: F401 — for every test here


@pytest.fixture
def city() -> World:
    return World()


@pytest.fixture
async def api(city: World) -> AsyncIterator[Api]:
    async with serve(city) as address, ClientSession() as session:
        yield Api(session, address, city.bot.token)
