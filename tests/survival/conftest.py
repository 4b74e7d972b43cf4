"""One nest for the run, a town and a seed for each test."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from random import Random, SystemRandom

import pytest

from tests.survival.rig import Nest, Rig, standing_town

# The nest forks, and kill -9 is a thing of POSIX.
collect_ignore_glob = [] if hasattr(os, "fork") else ["test_*.py"]


@pytest.fixture(scope="session")
def nest() -> Iterator[Nest]:
    nest = Nest()
    yield nest
    nest.close()


@pytest.fixture
async def rig(nest: Nest, tmp_path: Path) -> AsyncIterator[Rig]:
    async with standing_town(nest, tmp_path) as rig:
        yield rig


@pytest.fixture
def dice() -> Random:
    """A failed run prints its seed; SURVIVAL_SEED repeats it."""
    seed = int(os.environ.get("SURVIVAL_SEED") or SystemRandom().randrange(10**6))
    print(f"SURVIVAL_SEED={seed}")  # noqa: T201 — pytest shows it with a failure
    return Random(seed)
