"""Draws the day's picture in another process, which knows neither Telegram nor the database: words in, a PNG out."""

import asyncio
import os
import sys
from collections.abc import Sequence
from typing import Final

from bot.settings import SECRETS
from reports.daily.shape import DayPicture

LONGEST: Final = 20.0
"""Seconds, the waiting for others included; it takes one."""
_COMMAND: Final = (sys.executable, "-m", "reports.daily")
_LONGEST_LINE: Final = 200


class Undrawn(Exception):
    """There is no picture; the last line that the process said, or why it did not end."""


class PictureChild:
    """One picture after another: whoever wants the same as the one before gets it at once."""

    def __init__(self, command: Sequence[str] = _COMMAND) -> None:
        self._command = command
        self._turn = asyncio.Lock()
        self._last = (b"", b"")

    async def draw(self, picture: DayPicture) -> bytes:
        """Its PNG. Raises `Undrawn`; when cancelled the process is ended."""
        wanted = picture.as_json()
        try:
            async with asyncio.timeout(LONGEST), self._turn:
                if self._last[0] != wanted:
                    self._last = (wanted, await self._run(wanted))
                return self._last[1]
        except (TimeoutError, OSError) as error:
            raise Undrawn(type(error).__name__) from None

    async def _run(self, wanted: bytes) -> bytes:
        pipe = asyncio.subprocess.PIPE
        kept = {name: value for name, value in os.environ.items() if name.upper() not in SECRETS}
        process = await asyncio.create_subprocess_exec(
            *self._command, env=kept, stdin=pipe, stdout=pipe, stderr=pipe
        )
        try:
            png, complaint = await process.communicate(wanted)
        except BaseException:
            if process.returncode is None:
                process.kill()
            await process.wait()
            raise
        if process.returncode or not png:
            raise Undrawn(_last_line(complaint) or f"exit code {process.returncode}")
        return png


def _last_line(complaint: bytes) -> str:
    """The kind of the error; what follows its colon might be anybody's words."""
    lines = complaint[-_LONGEST_LINE:].decode("utf-8", "replace").strip().splitlines()
    return lines[-1].partition(":")[0] if lines else ""
