"""One writes at a time; who may not wait goes before the crowd; a turn is never lost."""

import asyncio

from storage.turns import Turns


async def hold(turns, name, order, *, first=False):
    async with turns.take(first=first):
        order.append(name)
        await asyncio.sleep(0)


async def test_notes_go_before_the_crowd_and_each_line_keeps_its_order():
    turns, order = Turns(), []
    async with asyncio.TaskGroup() as group, turns.take():
        for name in ("a", "b"):
            group.create_task(hold(turns, name, order))
        for name in ("note 1", "note 2"):
            group.create_task(hold(turns, name, order, first=True))
        await asyncio.sleep(0)
    assert order == ["note 1", "note 2", "a", "b"]


async def test_who_gives_up_waiting_keeps_nobody_from_the_turn():
    turns, order = Turns(), []
    async with turns.take():
        waiting = asyncio.get_running_loop().create_task(hold(turns, "gone", order))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    await hold(turns, "next", order)
    assert order == ["next"]


async def test_who_is_cancelled_with_the_turn_just_given_passes_it_on():
    turns, order = Turns(), []
    async with turns.take():
        late = asyncio.get_running_loop().create_task(hold(turns, "late", order))
        await asyncio.sleep(0)
    late.cancel()
    await asyncio.gather(late, return_exceptions=True)
    await asyncio.wait_for(hold(turns, "next", order), 1)
    assert order == ["next"]
