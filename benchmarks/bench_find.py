"""`/find` in a register of 100,000 appeals: from the words of a question to the page, the longest and the usual of many.

ms      p50 and p99 for six kinds of questions    aim: p99 50 ms
"""

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.big_register import TOWN, fill
from bot.words import dictionary
from domain.search.query import read_query
from storage.database import open_reader
from storage.search import SearchQueries

ASKED = 200
NOW = datetime(2024, 11, 1, 9, tzinfo=UTC)
_PICK = random.Random(2026)
KINDS = {
    "number": lambda: f"2023-{_PICK.randrange(1, 20_000):05}",
    "rare words": lambda: f"труба лифт автобус собака ул. Ленина {_PICK.randrange(200)}",
    "a word of every third": lambda: _PICK.choice(("вода", "мусор", "крыша", "лифты", "батарея")),
    "citizen": lambda: f"житель {_PICK.randrange(20_000)}",
    "department, state, month": lambda: f"d{_PICK.randrange(9)} отвечено за март 202{_PICK.randrange(1, 5)}",
    "word, department, state": lambda: (
        f"вода d{_PICK.randrange(9)} {_PICK.choice(('отвечено', 'открытые', 'просрочено'))}"
    ),
}


async def measure(ask: Callable[[str], Awaitable[object]], make: Callable[[], str]) -> tuple[float, float]:
    """p50 and p99 of so many questions, ms."""
    taken = []
    for _ in range(ASKED):
        words = make()
        began = time.perf_counter()
        await ask(words)
        taken.append((time.perf_counter() - began) * 1000)
    taken.sort()
    return taken[ASKED // 2], taken[ASKED * 99 // 100]


async def ask_all(path: Path) -> None:
    """Every kind, one after another."""
    reader = await open_reader(path)
    queries, tz = SearchQueries(reader), ZoneInfo(TOWN.timezone)

    async def ask(words: str) -> None:
        query = read_query(words, town=TOWN, lemmatizer=dictionary(), today=NOW.date())
        await queries.find(query, scope=None, page=_PICK.randrange(3), now=NOW, tz=tz)

    await ask("вода")
    for name, make in KINDS.items():
        usual, longest = await measure(ask, make)
        print(f"find, {name}: p50 {usual:.1f} ms, p99 {longest:.1f} ms")
    await reader.close()


def main(path: Path | None = None) -> None:
    """On a register of its own, unless one is there."""
    if path is not None:
        asyncio.run(ask_all(path))
        return
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "register.sqlite3"
        asyncio.run(fill(made))
        asyncio.run(ask_all(made))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
