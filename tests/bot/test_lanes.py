"""In order within a lane, side by side across lanes, and nobody held up by one who rests."""

import asyncio
from collections import defaultdict

import pytest

from bot.lanes import Lanes
from sandbox.clock import ManualClock
from tests.bot.machinery import START, Nursery, until


class Work:
    """Steps that do what the test put into each lane's list."""

    def __init__(self):
        self.lanes = None
        self.todo = defaultdict(list)
        self.done = []
        self.running = self.most = 0

    async def step(self, key):
        if not self.todo[key]:
            return None
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            return await self.todo[key].pop(0)()
        finally:
            self.running -= 1
            self.done.append(key)


def returning(pause, gate=None):
    async def act():
        if gate is not None:
            await gate.wait()
        return pause

    return act


def raising(error):
    async def act():
        raise error

    return act


@pytest.fixture
def work():
    return Work()


@pytest.fixture
def clock():
    return ManualClock(START)


@pytest.fixture
async def lanes(work, clock):
    nursery = Nursery()
    work.lanes = Lanes("test", work.step, clock, nursery.spawn, limit=2)
    yield work.lanes
    await nursery.close()


async def test_a_lane_works_until_there_is_nothing_left(work, lanes):
    work.todo[1] = [returning(0), returning(0), returning(0)]
    lanes.wake(1)
    await lanes.idle()
    assert work.done == [1, 1, 1]


async def test_steps_of_one_lane_never_overlap_however_often_it_is_woken(work, lanes):
    gate = asyncio.Event()
    work.todo[1] = [returning(0, gate), returning(0, gate), returning(0, gate)]
    for _ in range(5):
        lanes.wake(1)
        await asyncio.sleep(0)
    assert work.running == 1
    gate.set()
    await lanes.idle()
    assert (work.done, work.most) == ([1, 1, 1], 1)


async def test_a_hung_lane_does_not_hold_up_another(work, lanes):
    gate = asyncio.Event()
    work.todo[1], work.todo[2] = [returning(0, gate)], [returning(0)]
    lanes.wake(1)
    lanes.wake(2)
    for _ in range(10):
        await asyncio.sleep(0)
    assert work.done == [2]
    gate.set()


async def test_no_more_than_the_limit_run_at_once(work, lanes):
    gate = asyncio.Event()
    for key in range(5):
        work.todo[key] = [returning(0, gate)]
        lanes.wake(key)
    for _ in range(10):
        await asyncio.sleep(0)
    assert work.running == 2
    gate.set()
    await lanes.idle()
    assert (sorted(work.done), work.most) == ([0, 1, 2, 3, 4], 2)


async def test_a_resting_lane_gives_its_place_to_others_and_goes_on_when_its_time_comes(work, lanes, clock):
    for key in range(5):
        work.todo[key] = [returning(10), returning(None)]
        lanes.wake(key)
    await lanes.idle()
    assert sorted(work.done) == [0, 1, 2, 3, 4]
    await clock.advance(9)
    assert len(work.done) == 5
    await clock.advance(1)
    await lanes.idle()
    assert len(work.done) == 10


async def test_a_lane_that_rests_again_and_again_keeps_its_times(work, clock):
    times, nursery = [], Nursery()

    async def step(_):
        await asyncio.sleep(0.001)
        times.append((clock.now() - START).total_seconds())
        return 0.25 if len(times) < 5 else None

    lanes = Lanes("test", step, clock, nursery.spawn, limit=1)
    clock.settle = lanes.idle
    lanes.wake(1)
    await clock.advance(10)
    assert times == [0, 0.25, 0.5, 0.75, 1]
    await nursery.close()


async def test_a_wake_cuts_a_rest_short(work, lanes):
    work.todo[1] = [returning(1000), returning(None)]
    lanes.wake(1)
    await lanes.idle()
    lanes.wake(1)
    await lanes.idle()
    assert work.done == [1, 1]


async def test_a_wake_during_the_last_step_is_not_lost(work, lanes):
    gate = asyncio.Event()
    work.todo[1] = [returning(None, gate)]
    lanes.wake(1)
    await asyncio.sleep(0)
    work.todo[1].append(returning(None))
    lanes.wake(1)
    gate.set()
    await lanes.idle()
    assert work.done == [1, 1]


async def test_a_finished_lane_is_forgotten_and_can_begin_anew(work, lanes):
    work.todo[1] = [returning(None)]
    lanes.wake(1)
    await lanes.idle()
    assert lanes._lanes == {}
    work.todo[1] = [returning(None)]
    lanes.wake(1)
    await lanes.idle()
    assert work.done == [1, 1]


async def test_a_step_that_raises_is_repeated_after_a_second_without_its_words_in_the_log(
    work, lanes, clock, caplog
):
    work.todo[1] = [raising(ValueError("паспорт 1234")), returning(None)]
    lanes.wake(1)
    await lanes.idle()
    assert work.done == [1]
    await clock.advance(1)
    await lanes.idle()
    assert work.done == [1, 1]
    assert "ValueError at test_lanes.py" in caplog.text
    assert "паспорт" not in caplog.text


async def test_stopping_lets_running_steps_end_and_starts_no_more(work, lanes):
    gate = asyncio.Event()
    work.todo[1] = [returning(0, gate), returning(0)]
    work.todo[2] = [returning(1000)]
    lanes.wake(1)
    lanes.wake(2)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(gate.set)
    await lanes.stop(grace_seconds=5)
    lanes.wake(3)
    assert sorted(work.done) == [1, 2]
    assert (lanes._lanes, len(work.todo[1])) == ({}, 1)


async def test_a_step_that_ends_while_stopping_is_not_followed_by_a_rest(work, lanes):
    gate = asyncio.Event()
    work.todo[1] = [returning(60, gate)]
    lanes.wake(1)
    await until(lambda: work.running)
    asyncio.get_running_loop().call_soon(gate.set)
    async with asyncio.timeout(5):
        await lanes.stop(grace_seconds=60)
    assert work.done == [1]


async def test_a_lane_that_waits_for_its_place_does_not_begin_while_stopping(work, lanes):
    gate = asyncio.Event()
    for key in range(4):
        work.todo[key] = [returning(0, gate)]
        lanes.wake(key)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(gate.set)
    await lanes.stop(grace_seconds=5)
    assert len(work.done) == 2


async def test_what_does_not_end_in_time_is_cut_short(work, lanes):
    work.todo[1] = [returning(0, asyncio.Event())]
    lanes.wake(1)
    await asyncio.sleep(0)
    await lanes.stop(grace_seconds=0)
    assert (lanes._lanes, work.running) == ({}, 0)
    await lanes.idle()
