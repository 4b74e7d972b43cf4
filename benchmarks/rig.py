"""A bot as a process of its own against the stand-in in another: what the benchmarks measure is the bot alone."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import RealClock, World
from sandbox.server import serve

MUNICIPALITY = """
[municipality]
name = "Примерск"
timezone = "Europe/Moscow"
regulation = "krasnoufimsk"
[hours]
mon = ["08:00-17:00"]
[chats]
coordinators = {coordinators}
[[departments]]
code = "zhkh"
name = "Управление ЖКХ"
chat = {zhkh}
members = "chat"
[[topics]]
code = "water"
name = "Водоснабжение"
department = "zhkh"
words = ["вода", "прорыв трубы"]
"""
PATIENCE = 60


@dataclass
class Contestant:
    """One bot: its process, and when it first asked for updates."""

    name: str
    process: asyncio.subprocess.Process
    started: float

    @property
    def memory(self) -> float:
        """Resident memory now, MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


def build_world(**options: object) -> World:
    """A world without limits of speed and without checks: it must not be what is measured."""
    return World(RealClock(), limits=None, validate=False, **options)


@asynccontextmanager
async def contestant(
    name: str, command: list[str], world: World, folder: Path, address: str
) -> AsyncIterator[Contestant]:
    """Start a bot and wait for its first poll."""
    environment = {
        **os.environ,
        "BOT_TOKEN": world.bot.token,
        "BOT_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / name}.sqlite3",
        "MUNICIPALITY_FILE": str(folder / "municipality.toml"),
        "GROUP_LIMIT_PER_MINUTE": "0",
        "LOG_LEVEL": "WARNING",
    }
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, *command, env=environment)
    await world.until(lambda: world.bot.queue.polling, within=PATIENCE)
    one = Contestant(name, process, time.perf_counter() - began)
    try:
        yield one
    finally:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            await process.wait()


@asynccontextmanager
async def stage(folder: Path) -> AsyncIterator[tuple[World, str]]:
    """The world with its groups, the municipality file written."""
    world = build_world()
    groups = {"coordinators": world.supergroup("Координаторы").id, "zhkh": world.supergroup("ЖКХ").id}
    (folder / "municipality.toml").write_text(MUNICIPALITY.format(**groups))
    async with serve(world) as address:
        yield world, address
