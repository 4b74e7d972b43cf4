"""Who writes next: one at a time, in the order of asking, but for those who must not wait behind a crowd."""

import asyncio
from collections import deque
from collections.abc import Callable


class Turns:
    """A lock with two lines; within a line the first to come is the first to go. `on_rest`: nobody has the turn."""

    def __init__(self, on_rest: Callable[[], None]) -> None:
        self._on_rest = on_rest
        self._taken = False
        self._first: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    async def take(self, *, first: bool = False) -> "Turn":
        """Wait for the turn; who has it must pass it on."""
        await self._wait(self._first if first else self._others)
        return Turn(self._pass_on)

    async def _wait(self, line: deque[asyncio.Future[None]]) -> None:
        if not self._taken:
            self._taken = True
            return
        place = asyncio.get_running_loop().create_future()
        line.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        for line in (self._first, self._others):
            while line:
                place = line.popleft()
                if not place.done():
                    place.set_result(None)
                    return
        self._taken = False
        self._on_rest()


class Turn:
    """The right to write, to be passed on once."""

    def __init__(self, pass_on: Callable[[], None]) -> None:
        self._pass_on: Callable[[], None] | None = pass_on

    def pass_on(self) -> None:
        """Let the next one write; a second call changes nothing."""
        pass_on, self._pass_on = self._pass_on, None
        if pass_on is not None:
            pass_on()
