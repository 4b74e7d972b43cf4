"""One writes at a time; who may not wait goes before the crowd; a turn is never lost."""

import asyncio

import pytest

from storage.turns import Turns


@pytest.fixture
def rests():
    return []


@pytest.fixture
def turns(rests):
    return Turns(on_rest=lambda: rests.append("rest"))


async def hold(turns, name, order, *, first=False):
    turn = await turns.take(first=first)
    order.append(name)
    await asyncio.sleep(0)
    turn.pass_on()


async def test_notes_go_before_the_crowd_and_each_line_keeps_its_order(turns):
    order, turn = [], await turns.take()
    async with asyncio.TaskGroup() as group:
        for name in ("a", "b"):
            group.create_task(hold(turns, name, order))
        for name in ("note 1", "note 2"):
            group.create_task(hold(turns, name, order, first=True))
        await asyncio.sleep(0)
        turn.pass_on()
    assert order == ["note 1", "note 2", "a", "b"]


async def test_who_gives_up_waiting_keeps_nobody_from_the_turn(turns):
    order, turn = [], await turns.take()
    waiting = asyncio.get_running_loop().create_task(hold(turns, "gone", order))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    turn.pass_on()
    await hold(turns, "next", order)
    assert order == ["next"]


async def test_who_is_cancelled_with_the_turn_just_given_passes_it_on(turns, rests):
    order, turn = [], await turns.take()
    late = asyncio.get_running_loop().create_task(hold(turns, "late", order))
    await asyncio.sleep(0)
    turn.pass_on()
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)
    assert rests == ["rest"]
    await asyncio.wait_for(hold(turns, "next", order), 1)
    assert order == ["next"]


async def test_a_turn_is_passed_on_once(turns):
    order, turn = [], await turns.take()
    turn.pass_on()
    turn.pass_on()
    other = await turns.take()
    waiting = asyncio.get_running_loop().create_task(hold(turns, "waits", order))
    turn.pass_on()
    await asyncio.sleep(0)
    assert order == []
    other.pass_on()
    await waiting


async def test_rest_is_told_only_when_nobody_waits(turns, rests):
    turn = await turns.take()
    async with asyncio.TaskGroup() as group:
        group.create_task(hold(turns, "a", []))
        group.create_task(hold(turns, "b", []))
        await asyncio.sleep(0)
        turn.pass_on()
        assert rests == []
    assert rests == ["rest"]
