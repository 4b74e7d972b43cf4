"""Start, memory and intake beside a bare aiogram bot in the same run.

start   seconds from the process to its first poll                          aim: bare + 2
memory  MB resident, at rest after the start, and after the intake          aim: bare + 60
rate    messages a second: the bare bot answers each, ours registers each   aim: 0.6 of the bare bot's
"""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.rig import contestant, stage
from sandbox import Person, World

ROUNDS = 3
MESSAGES = 1000
WORDS = "Прорвало трубу на улице Ленина, 5, вода во дворе"
PATIENCE = 120


async def measure(name: str, module: str) -> dict[str, float]:
    """One bot, once."""
    with tempfile.TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        async with (
            stage(folder) as (world, address),
            contestant(name, ["-m", module], world, folder, address) as one,
        ):
            await asyncio.sleep(1.0)
            figures = {"start, s": one.started, "memory, MB": one.memory}
            people = [world.user(f"Житель {number}") for number in range(MESSAGES)]
            began = time.perf_counter()
            for person in people:
                await person.send(WORDS)
            await (_registered(folder / f"{name}.sqlite3") if name == "ours" else _answered(world, people))
            figures["rate, 1/s"] = MESSAGES / (time.perf_counter() - began)
            await _answered(world, people)
            figures["memory after, MB"] = one.memory
            return figures


async def _answered(world: World, people: list[Person]) -> None:
    await world.until(lambda: all(len(person.chat.log) > 1 for person in people), within=PATIENCE)


async def _registered(path: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while _count_appeals(path) < MESSAGES:  # noqa: ASYNC110 — another process writes it
            await asyncio.sleep(0.05)


def _count_appeals(path: Path) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT count(*) FROM appeals").fetchone()[0]
    finally:
        connection.close()


async def main() -> None:
    """Rounds in turn, medians side by side."""
    rounds = [
        (await measure("bare", "benchmarks.bare_bot"), await measure("ours", "bot")) for _ in range(ROUNDS)
    ]
    for figure in rounds[0][0]:
        bare, ours = (statistics.median(pair[place][figure] for pair in rounds) for place in (0, 1))
        print(
            f"{figure:18} bare {bare:8.2f}   ours {ours:8.2f}   {ours - bare:+8.2f}   ratio {ours / bare:5.2f}"
        )


if __name__ == "__main__":
    asyncio.run(main())
