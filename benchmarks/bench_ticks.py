"""One look at what is due, with 100,000 open appeals beside 1,000: a third of them have missed a term and were told of.

quiet   nothing new is due: all that is asked of the database by the second and by the minute, ms    aim: 50
slot    11:00, a digest for every chat is written
"""

import asyncio
import random
import tempfile
from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.big_register import TOWN
from bot.reckoning import reckon
from bot.rules import MunicipalityRules
from bot.settings import Settings
from bot.start import open_locked, put_in_force
from bot.words import Words, dictionary
from domain.appeal import Appeal
from domain.escalation import list_climbs
from domain.ids import CitizenId, DepartmentCode
from domain.status import Status
from services import ticks
from storage.database import Database
from storage.due import Due
from storage.unit_of_work import Units

COUNTS = (1_000, 100_000)
AIM = 50
NOW = datetime(2026, 3, 16, 7, 30, tzinfo=UTC)
SLOT = NOW.replace(hour=8, minute=0, second=5)
SPAN = timedelta(days=15)
"""The answer is due ten days after its message came: what is older has missed it."""
TOGETHER = 2_000
LOOKS = 15
GROZNY = replace(TOWN, regulation="grozny")


async def main() -> None:
    """Both towns in turn, and how much more the large one costs."""
    with tempfile.TemporaryDirectory() as name:
        took = [await measure(Path(name) / f"{count}.sqlite3", count) for count in COUNTS]
    for count, (quiet, slot) in zip(COUNTS, took, strict=True):
        print(f"a look at what is due, {count:,} open appeals: {quiet:.1f} ms, at a slot {slot:.1f} ms")
    small, large = (quiet for quiet, _ in took)
    print(f"a hundred times the appeals, {large / small:.1f} times the time; aim {AIM} ms")


async def measure(path: Path, count: int) -> tuple[float, float]:
    """Milliseconds of a quiet look, and of the first of a slot."""
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{path}")
    async with open_locked(settings) as database:
        await put_in_force(database, GROZNY, now=NOW - SPAN)
        await _fill(database, count)
        return await _look(database)


async def _fill(database: Database, count: int) -> None:
    """Half of them wait to be accepted, half are worked on."""
    units, pick = Units(database, GROZNY, reckon=reckon, words=dictionary), random.Random(2026)
    await _add_citizen(database)
    for first in range(0, count, TOGETHER):
        async with units.open(now=NOW) as uow:
            for place in range(first, min(first + TOGETHER, count)):
                await uow.appeals.add(_appeal(place, pick, NOW - SPAN * (1 - place / count)), 2026)
            await uow.commit()


def _appeal(place: int, pick: random.Random, came: datetime) -> Appeal:
    works = place % 2 == 0
    return Appeal(
        number="",
        citizen_id=CitizenId(1),
        detected_at=came,
        registered_at=came,
        gist="Яма на дороге",
        status=Status.IN_PROGRESS if works else Status.ASSIGNED,
        department=DepartmentCode(f"d{pick.randrange(9)}"),
        read_at=came,
        assigned_at=came,
        accepted_at=came if works else None,
        urgent=pick.random() < 0.01,
    )


async def _add_citizen(database: Database) -> None:
    async with database.transaction() as transaction:
        transaction.write(
            """INSERT INTO citizens (id, channel, user_id, chat_id, name, created_at)
            VALUES (1, 'telegram', 1, 1, 'Житель', '2026-01-01T00:00:00.000000Z')""",
            {},
        )
        await transaction.commit()


async def _look(database: Database) -> tuple[float, float]:
    """First whoever has to know hears of what is missed, as it would have happened day by day."""
    units, due = Units(database, GROZNY, reckon=reckon, words=dictionary), Due(database.reader)
    rules = MunicipalityRules(GROZNY, Words())

    async def look(now: datetime) -> float:
        ring = ticks.Round(units, due, rules, _plainly, now)
        began = perf_counter()
        await ticks.tick(ring)
        await ticks.look_round(ring)
        return (perf_counter() - began) * 1000

    while await due.has_something_to_climb(list_climbs(rules.calendar, NOW)):
        await look(NOW)
    quiet = median([await look(NOW) for _ in range(LOOKS)])
    return quiet, await look(SLOT)


async def _plainly(_: str, work: Awaitable[object]) -> None:
    await work


if __name__ == "__main__":
    asyncio.run(main())
