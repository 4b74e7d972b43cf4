"""A sudden growth of messages about one topic: the mayor hears of it at once (R56, Krasnoufimsk No. 83, п. 25).

The document names no figures; these are ours: at least five in an hour keep a quiet topic's chance clusters out, three
times the usual a busy topic's ordinary swings.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from domain.ids import TopicCode

WINDOW: Final = timedelta(minutes=60)
_WEEK: Final = timedelta(days=7)
LEAST: Final = 5
"""Messages within the window."""
TIMES: Final = 3
"""So many times the usual number of an hour."""
COMPARED_WITH: Final = timedelta(days=28)
"""Over so long before the window the usual number is the mean: four whole weeks, each weekday alike."""
_LEAST_PAST: Final = timedelta(days=1)
"""A register that began an hour ago knows no usual; its first messages count as those of a day."""
LISTED: Final = 10
"""Numbers that are named; of the rest it is told how many."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What came about a topic within the window (`count`) and before it (`before`), since the register's beginning.

    `numbers`: of the appeals within the window, oldest first; `street`: what most of them name, with how many do.
    """

    topic: TopicCode
    count: int
    before: int
    began_at: datetime
    numbers: tuple[str, ...] = ()
    street: str = ""
    on_street: int = 0


def usual_an_hour(growth: Growth, now: datetime) -> float:
    """Messages that the topic gets in an hour: the mean of the past, nights and weekends included."""
    since = max(growth.began_at, now - WINDOW - COMPARED_WITH)
    past = max(now - WINDOW - since, _LEAST_PAST)
    return growth.before / (past / WINDOW)


def is_surge(growth: Growth, now: datetime) -> bool:
    """Whether the leadership has to hear of it."""
    return growth.count >= LEAST and growth.count >= TIMES * usual_an_hour(growth, now)


def usual_a_week(former: int) -> Decimal:
    """Messages of a week, where the weeks of `COMPARED_WITH` brought so many."""
    return Decimal(former) * _WEEK.days / COMPARED_WITH.days


def has_grown(count: int, former: int) -> bool:
    """Whether a week with `count` messages of a topic is a growth that the week's note names (R68)."""
    return count >= LEAST and count >= TIMES * usual_a_week(former)


def commonest_street(addresses: list[str]) -> tuple[str, int]:
    """The street that at least half of these addresses name, and how many do; none: an empty name."""
    streets = [address.split(",")[0].strip() for address in addresses if address.strip()]
    best = max(dict.fromkeys(streets), key=streets.count, default="")
    often = streets.count(best) if best else 0
    return (best, often) if often > 1 and 2 * often >= len(addresses) else ("", 0)
