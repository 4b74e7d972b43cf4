"""Start, memory, intake and patience beside a bare aiogram bot in the same run.

start     seconds from the process to its first poll                        aim: bare + 2
memory    MB resident, at rest after the start, and after the intake        aim: bare + 60
receipt   ms from a message to its answer, one citizen at a time            aim: p50 20, p99 100
press     ms from a press to its toast, one at a time; beside bare answers  aim: p99 100
waiting   updates a second out of a crowd that has gathered while the bot was stopped: the bare bot answers each, ours
          registers each, durably                                           aim: 0.6 of the bare bot's
10,000    seconds for so many waiting updates at that rate                  aim: 25

WAITING=10000 makes the crowd as large as the aim speaks of; by default it is smaller and the seconds are reckoned.
"""

import asyncio
import os
import signal
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from benchmarks.rig import Contestant, contestant, stage
from sandbox import Person, World
from views.callbacks import Language, LanguageCallback

ROUNDS = 3
WAITING = int(os.environ.get("WAITING", "1000"))
AIM = 10_000
CALM = 100
"""Messages, and presses, that come when nothing else is going on."""
WORDS = "Прорвало трубу на улице Ленина, 5, вода во дворе"
PATIENCE = 600

Figures = dict[str, float]


async def measure(name: str, module: str) -> Figures:
    """One bot, once."""
    with tempfile.TemporaryDirectory() as folder_name:
        folder = Path(folder_name)
        async with (
            stage(folder) as (world, address),
            contestant(name, ["-m", module], world, folder, address) as one,
        ):
            await asyncio.sleep(1.0)
            figures = {"start, s": one.started, "memory, MB": one.memory}
            quiet = [world.user(f"Тихий житель {number}") for number in range(CALM)]
            answers = [await _answer_time(world, person) for person in quiet]
            figures |= {"receipt p50, ms": statistics.median(answers), "receipt p99, ms": _p99(answers)}
            presses = [await _press_time(world, person) for person in quiet] if name == "ours" else answers
            figures["press p99, ms"] = _p99(presses)
            rate = await _take_crowd(world, one, folder / f"{name}.sqlite3")
            figures |= {"waiting, 1/s": rate, "10,000, s": AIM / rate, "memory after, MB": one.memory}
            return figures


async def _answer_time(world: World, person: Person) -> float:
    async def write() -> None:
        await person.send(WORDS)

    return await _timed(world, write, lambda: len(person.chat.log) > 1)


async def _press_time(world: World, person: Person) -> float:
    """A language's button: a transaction, a message, and the toast."""
    receipt = person.chat.last_message

    async def press() -> None:
        await person.press_data(receipt, LanguageCallback(language=Language.RU).pack())

    return await _timed(world, press, lambda: person.toast is not None)


async def _timed(world: World, deed: Callable[[], Awaitable[None]], happened: Callable[[], bool]) -> float:
    began = time.perf_counter()
    await deed()
    await world.until(happened, within=PATIENCE)
    spent = (time.perf_counter() - began) * 1000
    await world.until_idle(within=PATIENCE)
    return spent


async def _take_crowd(world: World, one: Contestant, path: Path) -> float:
    people = [world.user(f"Житель {number}") for number in range(WAITING)]
    async with _stopped(one):
        for person in people:
            await person.send(WORDS)
    began = time.perf_counter()
    await (_registered(path, CALM + WAITING) if one.name == "ours" else _answered(world, people))
    rate = WAITING / (time.perf_counter() - began)
    await _answered(world, people)
    return rate


@asynccontextmanager
async def _stopped(one: Contestant) -> AsyncIterator[None]:
    one.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        one.process.send_signal(signal.SIGCONT)


async def _answered(world: World, people: list[Person]) -> None:
    left = list(people)

    def nobody_waits() -> bool:
        while left and len(left[-1].chat.log) > 1:
            left.pop()
        return not left

    await world.until(nobody_waits, within=PATIENCE)


async def _registered(path: Path, number: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while _count_appeals(path) < number:  # noqa: ASYNC110 — another process writes it
            await asyncio.sleep(0.05)


def _count_appeals(path: Path) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT count(*) FROM appeals").fetchone()[0]
    finally:
        connection.close()


def _p99(times: list[float]) -> float:
    return sorted(times)[len(times) * 99 // 100 - 1]


async def main() -> None:
    """Rounds in turn, medians side by side."""
    rounds = [
        (await measure("bare", "benchmarks.bare_bot"), await measure("ours", "bot")) for _ in range(ROUNDS)
    ]
    if WAITING != AIM:
        print(f"{WAITING} updates waited; the seconds for {AIM} are reckoned from their rate")
    for figure in rounds[0][0]:
        bare, ours = (statistics.median(pair[place][figure] for pair in rounds) for place in (0, 1))
        print(
            f"{figure:18} bare {bare:8.2f}   ours {ours:8.2f}   {ours - bare:+8.2f}   ratio {ours / bare:5.2f}"
        )


if __name__ == "__main__":
    asyncio.run(main())
