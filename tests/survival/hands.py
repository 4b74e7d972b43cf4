"""The hands of the bot's clock: libfaketime puts them where a test wants them, and lets them run fast in between.

A process that is preloaded with it reads the hands from a file at each look at the time, its monotonic clock included;
nothing in the bot knows of it.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sandbox.clock import Timer

SPEED = 12
"""Seconds of the bot for one of ours: twelve looks round a second, and its calls have time enough on a busy machine."""


def find_library() -> Path | None:
    """Where Debian and Fedora put libfaketime, the one for programs with threads; None: the machine has none."""
    places = (path for pattern in ("lib/*/faketime", "lib*/faketime") for path in Path("/usr").glob(pattern))
    return next((path / "libfaketimeMT.so.1" for path in places), None)


class Hands:
    """`sandbox.clock.Clock` of the stand-in, which shows what the bot's own clock shows."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "hands"
        self._offset = 0.0
        self._base, self._began = time.time(), time.monotonic()
        self._write()

    @property
    def environment(self) -> dict[str, str]:
        """What preloads a process."""
        return {
            "LD_PRELOAD": str(find_library()),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
        }

    def hear(self, shown: float) -> None:
        """A preloaded process has just said what its clock shows, in seconds since 1970."""
        self._base, self._began = shown - self._offset, time.monotonic()

    def set_to(self, moment: datetime) -> None:
        """Put the hands anywhere, backwards too."""
        self._offset += (moment - self.now()).total_seconds()
        self._write()

    def now(self) -> datetime:
        passed = (time.monotonic() - self._began) * SPEED
        return datetime.fromtimestamp(self._base + passed + self._offset, UTC)

    def call_later(self, seconds: float, callback: Callable[[], None]) -> Timer:
        timer = Timer(callback)
        asyncio.get_running_loop().call_later(max(seconds, 0) / SPEED, timer.ring)
        return timer

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / SPEED)

    def _write(self) -> None:
        """At one stroke: a file that is half written would be some other time."""
        new = self._file.with_suffix(".new")
        new.write_text(f"{self._offset:+f} x{SPEED}\n", "utf-8")
        new.replace(self._file)
