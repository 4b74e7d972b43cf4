"""Time that is moved by hand."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from sandbox.clock import ManualClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


async def test_sleepers_wake_in_the_order_of_their_moments() -> None:
    clock = ManualClock(NOON)
    woken: list[tuple[str, datetime]] = []

    async def sleeper(name: str, seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append((name, clock.now()))

    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper("late", 60))
        group.create_task(sleeper("early", 20))
        await clock.advance(3600)
    assert woken == [("early", NOON + timedelta(seconds=20)), ("late", NOON + timedelta(seconds=60))]
    assert clock.now() == NOON + timedelta(hours=1)


async def test_a_ticking_sleeper_ticks_as_often_as_time_allows() -> None:
    clock, ticks = ManualClock(NOON), 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await clock.sleep(20)
            ticks += 1

    task = asyncio.get_running_loop().create_task(tick())
    await clock.advance(timedelta(minutes=10))
    task.cancel()
    assert ticks == 30


async def test_nobody_wakes_before_time() -> None:
    clock, rung = ManualClock(NOON), []
    timer = clock.call_later(10, lambda: rung.append(1))
    await clock.advance(9.9)
    assert not rung
    timer.cancel()
    await clock.advance(1)
    assert not rung


async def test_time_that_runs_fast() -> None:
    clock = ManualClock(NOON, speed=10_000)
    await clock.sleep(100)
    assert clock.now() >= NOON + timedelta(seconds=100)


async def test_a_running_clock_can_be_stopped_and_moved() -> None:
    clock = ManualClock(NOON, speed=1000)
    clock.speed = 0
    moment = clock.now()
    await asyncio.sleep(0.01)
    assert clock.now() == moment
    await clock.advance_to(moment + timedelta(days=1))
    assert clock.now() == moment + timedelta(days=1)


async def test_hands_can_be_put_back_without_waking_anybody() -> None:
    clock = ManualClock(NOON)
    clock.set_to(NOON - timedelta(days=1))
    assert clock.now() == NOON - timedelta(days=1)


def test_a_naive_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        ManualClock(datetime(2026, 3, 2))  # noqa: DTZ001 - the point of the test
