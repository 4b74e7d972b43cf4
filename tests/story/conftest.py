"""A living town for every story."""

import pytest

from tests.city import living_town


@pytest.fixture
async def town(tmp_path):
    async with living_town(tmp_path) as town:
        yield town
