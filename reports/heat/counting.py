"""The map of topics and territories, week by week, with what is late and what is not solved (R58)."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER, Solved
from domain.register.mapped_rows import MappedRow
from reports.timeliness import FindDue

FindTerritory = Callable[[MappedRow], str]
"""A territory's name; empty: not known."""

SPOTS: Final = 10
_SPOT_LEAST: Final = 3
"""Messages that make a weak point: one or two are chance."""
_WEEK: Final = timedelta(days=7)
_NOWHERE: Final = ""


@dataclass(slots=True)
class Tally:
    """How many, how many of them missed their term, of how many citizens said that they are not (wholly) solved; by weeks."""

    count: int = 0
    late: int = 0
    unsolved: int = 0
    weeks: Counter[date] = field(default_factory=Counter)

    def add(self, week: date, *, late: bool, unsolved: bool) -> None:
        """One more."""
        self.count += 1
        self.late += late
        self.unsolved += unsolved
        self.weeks[week] += 1


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A message whose territory is not known, and what is known of its place."""

    number: str
    address: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A topic in a territory that many write about."""

    topic: str
    territory: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class MapFigures:
    """Topics from the most frequent, territories as in the file and then those that only the register knows; empty names
    (no topic, no territory) come last. `weeks`: all Mondays of the days counted, `first` and `last`.
    """

    first: date
    last: date
    topics: tuple[str, ...]
    territories: tuple[str, ...]
    weeks: tuple[date, ...]
    cells: Mapping[tuple[str, str], Tally]
    by_topic: Mapping[str, Tally]
    by_territory: Mapping[str, Tally]
    whole: Tally
    spots: tuple[Spot, ...]
    unplaced: tuple[Unplaced, ...]

    @property
    def nowhere(self) -> int:
        """Messages without a territory."""
        return self.by_territory[_NOWHERE].count if _NOWHERE in self.by_territory else 0

    def is_whole_week(self, monday: date) -> bool:
        """Whether all of its days are counted."""
        return self.first <= monday and monday + timedelta(days=6) <= self.last


def count_map(
    town: Municipality,
    rows: Iterable[MappedRow],
    find_territory: FindTerritory,
    find_due: FindDue,
    days: tuple[date, date],
    now: datetime,
) -> MapFigures:
    """Over all channels; what was received on these days, as it is `now`."""
    names = {str(topic.code): topic.name for topic in town.topics}
    zone = ZoneInfo(town.timezone)
    cells: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
    topics: defaultdict[str, Tally] = defaultdict(Tally)
    territories: defaultdict[str, Tally] = defaultdict(Tally)
    whole, unplaced = Tally(), []
    for one in rows:
        row = one.row
        topic, territory = names.get(row.topic or "", row.topic or ""), find_territory(one)
        week = _monday(row.received.astimezone(zone).date())
        due = None if row.outcome in WITHOUT_ANSWER or _is_undated(one) else find_due(row)
        late = due is not None and (row.answered or now) > due
        unsolved = row.solved in {Solved.NO, Solved.PARTLY}
        for tally in (cells[topic, territory], topics[topic], territories[territory], whole):
            tally.add(week, late=late, unsolved=unsolved)
        if not (territory or one.is_given):
            unplaced.append(Unplaced(one.number, row.address))
    return MapFigures(
        first=days[0],
        last=days[1],
        topics=tuple(sorted(topics, key=lambda name: (not name, -topics[name].count, name))),
        territories=_order(town, territories),
        weeks=_list_weeks(*days),
        cells=dict(cells),
        by_topic=dict(topics),
        by_territory=dict(territories),
        whole=whole,
        spots=_find_spots(cells),
        unplaced=tuple(unplaced),
    )


def _is_undated(one: MappedRow) -> bool:
    """Answered, and nobody wrote down when: of its term nothing can be said."""
    return one.row.answered is None and one.row.outcome is not None


def _order(town: Municipality, found: Mapping[str, Tally]) -> tuple[str, ...]:
    told = [territory.name for territory in town.territories]
    others = sorted(set(found) - {*told, _NOWHERE}, key=lambda name: (-found[name].count, name))
    return (*told, *others, *([_NOWHERE] if _NOWHERE in found else []))


def _find_spots(cells: Mapping[tuple[str, str], Tally]) -> tuple[Spot, ...]:
    """Where something went wrong, the most of it first; then where there is simply much."""
    named = [Spot(*place, tally) for place, tally in cells.items() if all(place)]
    many = [spot for spot in named if spot.tally.count >= _SPOT_LEAST]
    many.sort(key=_weight)
    return tuple(many[:SPOTS])


def _weight(spot: Spot) -> tuple[int, int, str, str]:
    tally = spot.tally
    return -(tally.late + tally.unsolved), -tally.count, spot.topic, spot.territory


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _list_weeks(first: date, last: date) -> tuple[date, ...]:
    monday = _monday(first)
    return tuple(monday + _WEEK * at for at in range((_monday(last) - monday) // _WEEK + 1))


def largest(tallies: Mapping[str, Tally], names: Sequence[str]) -> list[tuple[str, Tally]]:
    """Those of these names that have any, the largest first."""
    some = [(name, tallies[name]) for name in names if name in tallies and tallies[name].count]
    return sorted(some, key=lambda one: (-one[1].count, not one[0], one[0]))
