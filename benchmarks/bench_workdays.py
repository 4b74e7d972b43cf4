"""How many terms of six working hours a second: from random moments of ten years, over the Russian calendar.

Yardstick in the same run: the same number of plain datetime additions with a change of zone, which no calendar can beat.
"""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from bot.production_calendar import russian_calendar

ADDITIONS = 100_000
SIX_HOURS = timedelta(hours=6)
ZONE = ZoneInfo("Asia/Yekaterinburg")
HOURS = {day: ["08:00-12:00", "12:48-17:00"] for day in ("mon", "tue", "wed", "thu")} | {
    "fri": ["08:00-12:00", "12:48-16:00"]
}


def main() -> None:
    """Print additions per second beside the yardstick."""
    pick = random.Random(2026)
    first = datetime(2017, 1, 1, tzinfo=UTC)
    starts = [first + timedelta(seconds=pick.randrange(10 * 365 * 86400)) for _ in range(ADDITIONS)]
    calendar = russian_calendar(HOURS, ZONE)
    ours = _per_second(starts, lambda start: calendar.add(start, SIX_HOURS))
    plain = _per_second(starts, lambda start: (start + SIX_HOURS).astimezone(ZONE))
    print(f"working time: {ours:,.0f} additions/s; plain datetime: {plain:,.0f}/s")


def _per_second(starts: list[datetime], add: Callable[[datetime], datetime]) -> float:
    began = perf_counter()
    for start in starts:
        add(start)
    return len(starts) / (perf_counter() - began)


if __name__ == "__main__":
    main()
