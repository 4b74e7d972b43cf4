"""Working time of one year as sorted tables, so that a term costs two bisections and not a walk over minutes.

Instants are whole microseconds since 1970 in UTC: exact, comparable, and indifferent to the jumps of local clocks.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, chain
from zoneinfo import ZoneInfo

from domain.worktime.hours import MIDNIGHT, DayHours

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
Stretch = tuple[int, int]
"""From one instant, inclusive, to another, exclusive."""

_SECOND = 1_000_000
_MINUTE = 60 * _SECOND
_NAIVE_EPOCH = EPOCH.replace(tzinfo=None)
_NEVER_OFF = timedelta(0)
_KEPT = 32
"""Years of the calendars last asked about, 12 KB each."""


@dataclass(frozen=True, slots=True)
class YearTable:
    """Intervals of a year as instants, `before[i]` the time worked before the i-th, and ordinals of its working days."""

    starts: "array[int]"
    ends: "array[int]"
    before: "array[int]"
    days: "array[int]"

    @property
    def total(self) -> int:
        """Working microseconds of the whole year."""
        return self.before[-1]

    def worked(self, at: int) -> int:
        """Working time from the start of the year to the instant."""
        index = bisect_right(self.starts, at) - 1
        if index < 0:
            return 0
        return self.before[index] + min(at, self.ends[index]) - self.starts[index]

    def earliest(self, worked: int) -> int:
        """The first instant by which so much was worked, `0 < worked <= total`: at closing, not at the next opening (A14)."""
        index = bisect_left(self.before, worked) - 1
        return self.starts[index] + worked - self.before[index]

    def latest(self, worked: int) -> int:
        """The last instant by which no more was worked, `0 <= worked < total`: at opening, not at the last closing."""
        index = bisect_right(self.before, worked) - 1
        return self.starts[index] + worked - self.before[index]

    def open_from(self, at: int) -> int | None:
        """The instant itself while work goes on, else the next opening; None: not in this year any more."""
        index = bisect_right(self.ends, at)
        return max(at, self.starts[index]) if index < len(self.starts) else None

    def between(self, start: int, end: int) -> list[Stretch]:
        """The working intervals, cut off at both instants."""
        inside = range(bisect_right(self.ends, start), bisect_left(self.starts, end))
        return [(max(start, self.starts[i]), min(end, self.ends[i])) for i in inside]


def build_year(tz: ZoneInfo, year: int, hours_of: Callable[[date], DayHours]) -> YearTable:
    """Turn local hours into instants; what a jump of the clocks swallows or repeats is really shorter or longer.

    Departments mostly keep the same hours, and most changes of the settings change none: they share one table.
    """
    return _build(tz, year, tuple(hours_of(date.fromordinal(day)) for day in _ordinals(year)))


@lru_cache(_KEPT)
def _build(tz: ZoneInfo, year: int, hours: tuple[DayHours, ...]) -> YearTable:
    written = zip(_ordinals(year), hours, strict=True)
    days = {day: day_instants(tz, date.fromordinal(day), intervals) for day, intervals in written}
    intervals = list(chain.from_iterable(days.values()))
    lengths = (end - start for start, end in intervals)
    return YearTable(
        starts=array("q", (start for start, _ in intervals)),
        ends=array("q", (end for _, end in intervals)),
        before=array("q", accumulate(lengths, initial=0)),
        days=array("q", (day for day, found in days.items() if found)),
    )


def day_instants(tz: ZoneInfo, day: date, hours: DayHours) -> list[Stretch]:
    """Working intervals of a local day, without those that a jump of the clocks swallows whole."""
    if not hours:
        return []
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a wall clock's reading, the zone comes next
    offset = _offset(tz, midnight, fold=0)
    if offset == _offset(tz, midnight + timedelta(days=1), fold=1):
        start_of_day = (midnight - offset - _NAIVE_EPOCH) // MICROSECOND
        return [(start_of_day + start * _MINUTE, start_of_day + end * _MINUTE) for start, end in hours]
    instants = ((wall_instant(tz, day, start), wall_instant(tz, day, end)) for start, end in hours)
    return [(start, end) for start, end in instants if start < end]


def wall_instant(tz: ZoneInfo, day: date, minute: int = 0) -> int:
    """When a wall clock shows this minute: the first time where it shows it twice, the jump where it never does."""
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - as above
    before, after = _offset(tz, wall, fold=0), _offset(tz, wall, fold=1)
    instant = (wall - before - _NAIVE_EPOCH) // MICROSECOND
    return instant if before >= after else _jump(tz, instant, after)


def instant_of(moment: datetime) -> int:
    """Raises TypeError for a naive moment: nobody knows when that is."""
    return (moment - EPOCH) // MICROSECOND


def moment_of(instant: int, tz: ZoneInfo) -> datetime:
    """The aware local moment."""
    return (EPOCH + instant * MICROSECOND).astimezone(tz)


def _offset(tz: ZoneInfo, wall: datetime, *, fold: int) -> timedelta:
    return tz.utcoffset(wall.replace(fold=fold)) or _NEVER_OFF


def _jump(tz: ZoneInfo, latest: int, after: timedelta) -> int:
    """The second at which the clocks go forward, at most a day before `latest`."""
    last = latest // _SECOND
    day = range(last - MIDNIGHT * 60, last + 1)
    seconds = bisect_left(day, True, key=lambda second: moment_of(second * _SECOND, tz).utcoffset() == after)
    return day[seconds] * _SECOND


def _ordinals(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
