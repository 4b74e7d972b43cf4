"""Clocks of the stand-in: one that tests move by hand, one that runs fast, one that is the machine's own."""

import asyncio
import heapq
import itertools
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

PATIENCE = 30.0
"""Seconds of the machine's time after which nothing will come any more, however busy the machine is."""
LOOP_TURNS = 25
"""Turns of the event loop given to a woken sleeper before time moves on: enough for code that awaits no socket."""


class Timer:
    """A call due at a moment of the clock; cancelling it twice is harmless."""

    __slots__ = ("callback", "cancelled")

    def __init__(self, callback: Callable[[], None]) -> None:
        self.callback = callback
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True

    def ring(self) -> None:
        if not self.cancelled:
            self.callback()


class Clock(Protocol):
    """What the world asks of its time: the moment, a timer, a sleep."""

    def now(self) -> datetime: ...

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer: ...

    async def sleep(self, seconds: float) -> None: ...


class ManualClock:
    """Time that stands still (`speed=0`), runs as ours (1) or faster (N), and can be moved at any moment.

    `settle` is awaited after every batch of woken sleepers, before time moves on: give it "wait until the bot is quiet"
    where the bot talks over sockets and a few turns of the loop are not enough.
    """

    def __init__(
        self,
        start: datetime,
        speed: float = 0.0,
        settle: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock starts at an aware moment")
        self._moment = start.astimezone(UTC)
        self._anchor = time.monotonic()
        self._speed = speed
        self.settle = settle or _turns
        self._timers: list[tuple[datetime, int, Timer]] = []
        self._order = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, value: float) -> None:
        self._jump(self.now())
        self._speed = value
        self._arm()

    def now(self) -> datetime:
        if not self._speed:
            return self._moment
        return self._moment + timedelta(seconds=(time.monotonic() - self._anchor) * self._speed)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        timer = Timer(callback)
        heapq.heappush(
            self._timers, (self.now() + timedelta(seconds=max(seconds, 0)), next(self._order), timer)
        )
        self._arm()
        return timer

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        await _until_rung(self, seconds)

    async def advance(self, seconds: float | timedelta) -> None:
        """Move time forward, waking every sleeper in the order of their moments."""
        step = seconds if isinstance(seconds, timedelta) else timedelta(seconds=seconds)
        await self.advance_to(self.now() + step)

    async def advance_to(self, moment: datetime) -> None:
        """Move time to `moment`; a moment already past moves nothing (use `set_to` for a clock that jumps back)."""
        await self.settle()
        while (due := self._next_due()) is not None and due <= moment:
            self._jump(max(due, self.now()))
            self._ring()
            await self.settle()
        self._jump(max(moment, self.now()))
        self._arm()
        await self.settle()

    def set_to(self, moment: datetime) -> None:
        """Put the hands anywhere, backwards too, waking nobody: a machine whose clock was corrected."""
        self._jump(moment.astimezone(UTC))
        self._arm()

    def _jump(self, moment: datetime) -> None:
        self._moment = moment
        self._anchor = time.monotonic()

    def _next_due(self) -> datetime | None:
        while self._timers and self._timers[0][2].cancelled:
            heapq.heappop(self._timers)
        return self._timers[0][0] if self._timers else None

    def _ring(self) -> None:
        now = self.now()
        while (due := self._next_due()) is not None and due <= now:
            heapq.heappop(self._timers)[2].ring()

    def _arm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        due = self._next_due()
        if self._speed and due is not None:
            delay = max((due - self.now()).total_seconds() / self._speed, 0)
            self._alarm = asyncio.get_running_loop().call_later(delay, self._on_alarm)

    def _on_alarm(self) -> None:
        self._ring()
        self._arm()


class RealClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        timer = Timer(callback)
        asyncio.get_running_loop().call_later(max(seconds, 0), timer.ring)
        return timer

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def _turns() -> None:
    for _ in range(LOOP_TURNS):
        await asyncio.sleep(0)


async def _until_rung(clock: Clock, seconds: float) -> None:
    rung = asyncio.get_running_loop().create_future()
    timer = clock.call_later(seconds, lambda: wake(rung))
    try:
        await rung
    finally:
        timer.cancel()


def wake(future: asyncio.Future[None]) -> None:
    """Complete a future that may already be done or cancelled."""
    if not future.done():
        future.set_result(None)
