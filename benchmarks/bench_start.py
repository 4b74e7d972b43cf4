"""Start to the first poll, and memory, beside a bare aiogram bot in the same run; then intake of a waiting queue."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.rig import contestant, stage

ROUNDS = 3
WAITING = 2000
BARE, OURS = ["-m", "benchmarks.bare_bot"], ["-m", "bot"]


async def measure(name: str, command: list[str], waiting: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = Path(name_of_folder)
        async with stage(folder) as (world, address), contestant(name, command, world, folder, address) as one:
            await asyncio.sleep(1.0)
            figures = {"start": one.started, "memory": one.memory}
            people = [world.user(f"Житель {number}") for number in range(waiting)]
            began = time.perf_counter()
            for person in people:
                await person.send("Прорвало трубу на улице Ленина, 5, вода во дворе")
            await _answered(world, people)
            figures["rate"] = waiting / (time.perf_counter() - began)
            figures["memory after"] = one.memory
            return figures


async def _answered(world: object, people: list) -> None:
    async with asyncio.timeout(120):
        while any(len(person.chat.log) < 2 for person in people):
            await asyncio.sleep(0.02)


async def main() -> None:
    rows = {"bare": [], "ours": []}
    for _ in range(ROUNDS):
        rows["bare"].append(await measure("bare", BARE, WAITING))
        rows["ours"].append(await measure("ours", OURS, WAITING))
    for figure in rows["bare"][0]:
        bare, ours = (statistics.median(row[figure] for row in rows[name]) for name in ("bare", "ours"))
        print(f"{figure:14} bare {bare:8.2f}   ours {ours:8.2f}   difference {ours - bare:+8.2f}   ratio {ours / bare:5.2f}")


if __name__ == "__main__":
    asyncio.run(main())

