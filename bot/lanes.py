"""Work in order for each chat and side by side for all of them.

A lane is one chat's line of work. Its step does one thing and says when it wants to be called again; between two steps
nothing is held in memory, so that a lane woken while it rests simply looks anew at what comes first.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from bot.faults import fault_of
from services.ports import Clock

_log = logging.getLogger(__name__)

AFTER_A_FAULT = 1.0
"""Seconds before a step that raised is called again."""
_TURNS = 5
"""Turns of the event loop from a clock's ringing to the lane that it wakes, and from a lane to its clock."""

Step = Callable[[int], Awaitable[float | None]]
"""Seconds until the next call; 0: at once, there is more; None: when woken."""


class Spawn(Protocol):
    """Starts a task in the program's nursery."""

    def __call__(self, coroutine: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]: ...


class _Lane:
    __slots__ = ("nap", "resting", "task", "woken")

    def __init__(self) -> None:
        self.woken = False
        self.resting = False
        self.nap: asyncio.Task[None] | None = None
        self.task: asyncio.Task[None] | None = None


class Lanes:
    """At most one running step per key and `limit` over all keys; a lane at rest holds up nobody."""

    def __init__(self, name: str, step: Step, clock: Clock, spawn: Spawn, *, limit: int) -> None:
        self._name = name
        self._step = step
        self._clock = clock
        self._spawn = spawn
        self._slots = asyncio.Semaphore(limit)
        self._lanes: dict[int, _Lane] = {}
        self._busy = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._stopping = False

    def wake(self, key: int) -> None:
        """There may be something to do. A step that is running is followed by another, a rest is cut short."""
        if self._stopping:
            return
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane()
            self._add_busy(1)
            lane.task = self._spawn(self._run(key, lane), f"{self._name} {key}")
        lane.woken = True
        self._rouse(lane)

    async def idle(self) -> None:
        """Wait until no step runs and none is due; lanes that wait for the clock are idle."""
        await _turns()
        while self._busy:
            await self._quiet.wait()
            await _turns()

    async def stop(self, grace_seconds: float) -> None:
        """Let running steps end, cut short what takes longer; nothing is woken any more."""
        self._stopping = True
        tasks = [lane.task for lane in self._lanes.values() if lane.task is not None]
        for lane in self._lanes.values():
            self._rouse(lane)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=grace_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, key: int, lane: _Lane) -> None:
        try:
            while not self._stopping:
                lane.woken = False
                pause = await self._one_step(key)
                if lane.woken or pause == 0:
                    continue
                if pause is None or self._stopping:
                    break
                await self._rest(lane, pause)
        finally:
            del self._lanes[key]
            self._add_busy(0 if lane.resting else -1)

    async def _one_step(self, key: int) -> float | None:
        async with self._slots:
            if self._stopping:
                return None
            try:
                return await self._step(key)
            except Exception as error:  # noqa: BLE001 — a lane must not die with its work undone
                _log.error("%s %s: %s", self._name, key, fault_of(error))
                return AFTER_A_FAULT

    async def _rest(self, lane: _Lane, seconds: float) -> None:
        lane.resting = True
        self._add_busy(-1)
        async with asyncio.TaskGroup() as group:
            lane.nap = group.create_task(self._clock.sleep(seconds))
        lane.nap = None
        self._rouse(lane)

    def _rouse(self, lane: _Lane) -> None:
        """Busy from this very moment, not from when the task gets its turn: `idle` must not miss it."""
        if lane.resting:
            lane.resting = False
            self._add_busy(1)
            if lane.nap is not None:
                lane.nap.cancel()

    def _add_busy(self, number: int) -> None:
        self._busy += number
        if self._busy:
            self._quiet.clear()
        else:
            self._quiet.set()


async def _turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)
