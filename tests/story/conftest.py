"""A living town for every story."""

from functools import partial

import pytest

from tests.cheap import (  # noqa: F401 — for every test here
    draws_pictures,
    introduced,
    introduces,
    made_once,
    makes_papers,
    no_lingering,
    papers_at_once,
    pictures_at_once,
)
from tests.city import living_town, with_approval
from tests.story.stage import Stage


@pytest.fixture
async def town(tmp_path, request):
    """A town; with a parameter (`scenes.where`) one that has other settings."""
    async with living_town(tmp_path, change=getattr(request, "param", None)) as town:
        yield town


@pytest.fixture
async def stage(tmp_path):
    """A town in which every button stands somewhere, without limits of pace; no undo runs out under a test."""
    unhurried = partial(with_approval, undo_seconds=600)
    async with living_town(tmp_path, change=unhurried, GROUP_LIMIT_PER_MINUTE=0) as town:
        town.world.limits = None
        for person in (town.olga, town.galina, town.glava, town.dorogin, town.sidorova, town.admin):
            await person.start()
        await town.stranger.start()
        stage = Stage(town)
        await stage.set_up()
        await town.redraw()
        yield stage
