"""What the week's analytical note tells (R61, R62, R68, R69; control centre, п. 1.2г, 1.2д, 2.5в, 3.2а), counted from rows of the register."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from domain.causes.causes import Board
from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER, Solved
from domain.register.paper_rows import PaperRow
from domain.surges import COMPARED_WITH, commonest_street, has_grown, usual_a_week
from reports.causes import RoadLine, list_road, name_causes
from reports.counting import Lines, from_the_largest, only_counted
from reports.timeliness import FindDue, Given, Timeliness, judge_times, list_concerned

_WEEK: Final = timedelta(days=7)
LISTED: Final = 10
"""Territories in the table; of the rest it says how many messages they brought."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A topic by its name (empty: none was set) in this week and in the one before it."""

    name: str
    count: int
    former: int

    @property
    def change(self) -> int:
        """By how many it is more."""
        return self.count - self.former


@dataclass(frozen=True, slots=True)
class Grown:
    """A topic that many more wrote about than usual, with what the register knows of why (R68).

    `usual`: the mean of a week over the four before; `street`: what at least half of the addresses name, `on_street` how
    many do; `repeats`: those that repeat an earlier message; `given`: causes that people have found.
    """

    topic: str
    name: str
    count: int
    usual: Decimal
    street: str
    on_street: int
    repeats: int
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """`answered`: answers given in the week; `returned`, `revised`: of those, sent back by a department, by an approver.

    `solved`: what citizens said of the answers of the week; `rated`: how many gave a mark, `mean_rating` of 5.
    `territories`: by the register's column or else by the street, empty: unknown; `territories_rest`: messages of the others.
    """

    received: int
    former_received: int
    answered: int
    topics: tuple[Moved, ...]
    growth: tuple[Grown, ...]
    road: tuple[RoadLine, ...]
    territories: Lines
    territories_rest: int
    times: Timeliness
    returned: int
    revised: int
    repeats: int
    solved: int
    partly: int
    unsolved: int
    rated: int
    mean_rating: Decimal | None


def count_week(
    town: Municipality,
    given: Given,
    find_due: FindDue,
    now: datetime,
    board: Board,
    scope: frozenset[str] | None = None,
) -> WeekFigures:
    """The figures of a week as they are `now`; `scope`: the departments whose part of the road map is told of."""
    today = now.astimezone(ZoneInfo(town.timezone)).date()
    rows, past = only_counted(town, given.received), only_counted(town, given.earlier)
    former = [row for row in past if row.received >= given.since - _WEEK]
    usual = [row for row in past if row.received >= given.since - COMPARED_WITH]
    answered = [row for row in only_counted(town, given.answered) if row.outcome not in WITHOUT_ANSWER]
    said = Counter(row.solved for row in answered)
    ratings = [row.rating for row in answered if row.rating is not None]
    territories = from_the_largest(Counter(map(_territory, rows)))
    return WeekFigures(
        received=len(rows),
        former_received=len(former),
        answered=len(answered),
        topics=tuple(_list_topics(town, rows, former)),
        growth=tuple(list_growth(town, rows, usual, since=given.since, board=board)),
        road=list_road(town, board, given.since, today, scope),
        territories=territories[:LISTED],
        territories_rest=sum(line.count for line in territories[LISTED:]),
        times=judge_times(list_concerned(town, given, find_due), find_due, now),
        returned=sum(row.returns > 0 for row in answered),
        revised=sum(row.revisions > 0 for row in answered),
        repeats=sum(row.is_repeat for row in rows),
        solved=said[Solved.YES],
        partly=said[Solved.PARTLY],
        unsolved=said[Solved.NO],
        rated=len(ratings),
        mean_rating=Decimal(sum(ratings)) / len(ratings) if ratings else None,
    )


def _territory(row: PaperRow) -> str:
    return row.territory.strip() or row.address.split(",")[0].strip()


def _name(town: Municipality, topic: str | None) -> str:
    """A topic that is no more stands by its code."""
    known = town.find_topic(topic)
    return known.name if known else topic or ""


def _list_topics(town: Municipality, rows: Sequence[PaperRow], former: Sequence[PaperRow]) -> list[Moved]:
    """The most frequent first; one that has gone quiet, too."""
    now, then = (Counter(row.topic for row in each) for each in (rows, former))
    topics = [Moved(_name(town, topic), now[topic], then[topic]) for topic in {**now, **then}]
    return sorted(topics, key=lambda one: (-one.count, -one.former, one.name))


def list_growth(
    town: Municipality, rows: Sequence[PaperRow], past: Sequence[PaperRow], *, since: datetime, board: Board
) -> Iterator[Grown]:
    """Topics of a week (`rows`) by the measure of the sudden growths: at least so many, and so many times the usual of the
    weeks before it (`past`); nothing where there is no past. `since`: when the week began.
    """
    if not past:
        return
    before = Counter(row.topic for row in past)
    for topic, count in Counter(row.topic for row in rows).most_common():
        if topic is not None and has_grown(count, before[topic]):
            own = [row for row in rows if row.topic == topic]
            street, often = commonest_street([row.address for row in own])
            repeats = sum(row.is_repeat for row in own)
            usual, causes = usual_a_week(before[topic]), name_causes(board, topic, since)
            yield Grown(topic, _name(town, topic), count, usual, street, often, repeats, causes)
