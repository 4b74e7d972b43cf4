"""A program of ours in a process of its own, for what would keep the bot from answering: it knows no Telegram."""

import asyncio
import os
import sys
from contextlib import suppress
from dataclasses import dataclass

from bot.settings import SECRETS, Settings

LONGEST = 900.0
"""Seconds; a paper of a million appeals takes less than two minutes."""
_BEHIND_OTHERS = 10
"""How much the process makes way for the bot, in the system's own measure (nice)."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended, what it told, and what it complained of."""

    code: int
    told: bytes
    complaint: bytes


async def run_child(settings: Settings, module: str, *arguments: str) -> Ended:
    """Run `python -m module`. Raises OSError, TimeoutError; when cancelled the process is ended."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        env=_environment(settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, process.pid, _BEHIND_OTHERS)
    try:
        async with asyncio.timeout(LONGEST):
            told, complaint = await process.communicate()
    except BaseException:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        raise
    return Ended(process.returncode or 0, told, complaint)


def _environment(settings: Settings) -> dict[str, str]:
    """The same settings without the secrets: what opens no network needs none."""
    own = {
        "DATABASE_URL": settings.database_url,
        "MUNICIPALITY_FILE": str(settings.municipality_file),
    }
    kept = {name: value for name, value in os.environ.items() if name.upper() not in SECRETS}
    return {**kept, **own, "PYTHONIOENCODING": "utf-8"}
