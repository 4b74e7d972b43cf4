"""The day's summary of a register of 100,000 appeals: its figures, its picture, and what the bot's own memory pays for it.

ms      p50 and the longest of many days, from the register to the figures and from these to the PNG    aim: 1 s in all
memory  by how much the process of the bot grows that has let them be drawn, MB                        aim: 20 MB
"""

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from benchmarks.big_register import TOWN, fill
from bot.picture_child import PictureChild
from bot.reckoning import reckon
from bot.setup_texts import russian
from domain.rhythm.days import list_periods_before, period_of
from reports.daily.words import DAYS_BEFORE, day_picture
from storage.connection import open_reader
from storage.figures import Figures

FIRST = date(2023, 3, 1)
DAYS = 20


async def measure(path: Path) -> None:
    """One working day after another, each drawn anew."""
    calendar, texts, painter = reckon(TOWN).town, russian(), PictureChild()
    reader = await open_reader(path)
    figures, counted, drawn = Figures(reader), [], []
    before_all = _memory()
    for day in calendar.list_working_days(FIRST, FIRST + timedelta(days=2 * DAYS))[:DAYS]:
        period = period_of(calendar, day)
        before = list_periods_before(calendar, day, DAYS_BEFORE)
        began = time.perf_counter()
        read = await figures.read_day(period, now=period.until, before=before)
        counted.append(time.perf_counter() - began)
        png = await painter.draw(day_picture(TOWN, read, texts))
        drawn.append(time.perf_counter() - began - counted[-1])
        assert read.received
        assert png
    await reader.close()
    print(f"summary of a day: figures {_told(counted)}, picture {_told(drawn)}")
    print(f"memory of the process that lets it be drawn: +{_memory() - before_all:.1f} MB")


def _told(seconds: Sequence[float]) -> str:
    usual, longest = sorted(seconds)[len(seconds) // 2], max(seconds)
    return f"{usual * 1000:.0f} ms, at most {longest * 1000:.0f} ms"


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(path: Path | None = None) -> None:
    """On a register of its own, unless one is there."""
    if path is not None:
        asyncio.run(measure(path))
        return
    with tempfile.TemporaryDirectory() as name:
        made = Path(name) / "register.sqlite3"
        asyncio.run(fill(made))
        asyncio.run(measure(made))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
