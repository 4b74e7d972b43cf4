"""Departments ranked by how much of their work is done, in time, and in substance (R67, R70; control centre, п. 2.5б, 3.2б).

Three axes, each a share `done` of `of`, counted of what was in the department's own hands:

* quantity: of what it had to bring to an end by the close of the stretch, how much it did;
* time: of what it did, how much it did within every term of its own;
* completeness: of the answers that it led, how many nobody had to ask again about.

A share of three out of three says less than one of thirty out of thirty. So each share is drawn towards that of the whole
town as if `WEIGHT` more messages had gone as they go there on the average; points are the mean of the three shares, in
per cent, with the margin within which chance alone moves them in 95 cases of a hundred. A department's place is the stretch
of places that this leaves open: nobody is put below another by chance alone. docs/papers.md reckons an example.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import hypot, sqrt
from typing import Final, NamedTuple

from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER, Solved
from domain.register.paper_rows import PaperRow
from domain.register.ranked_rows import OwnTerm, RankedRow
from reports.timeliness import FindDue

WEIGHT: Final = 10
"""Messages that stand for the town's average in each share."""
_WIDTH: Final = 1.96
"""Standard errors of a margin of 95 %."""
_DOUBT: Final = 2
"""Messages of each sort that the margin alone reckons with besides, as Agresti and Coull have it: where all went well, or
nothing did, chance is not over yet.
"""
_POOR_RATING: Final = 2
"""Of five."""


class Axis(StrEnum):
    """What departments are compared by, each with the same weight (R70)."""

    QUANTITY = "quantity"
    TIME = "time"
    COMPLETENESS = "completeness"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    done: int = 0
    of: int = 0

    def drawn_to(self, average: float) -> float:
        """Between 0 and 1, as if `WEIGHT` more had gone as they go on the average."""
        return (self.done + WEIGHT * average) / (self.of + WEIGHT)

    def spread_around(self, average: float) -> float:
        """The variance that chance gives to the same."""
        of = self.of + WEIGHT + 2 * _DOUBT
        share = (self.done + WEIGHT * average + _DOUBT) / of
        return share * (1 - share) / of


Shares = Mapping[Axis, Share]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A department with its points of 100, give or take `margin`, and the places that these allow.

    `improve`: the axis on which it lies farthest below the town; None: on none.
    """

    department: str
    shares: Shares
    points: float
    margin: float
    improve: Axis | None
    first_place: int = 1
    last_place: int = 1

    def is_surely_above(self, other: "Ranked") -> bool:
        """Whether it has more points by more than chance makes of both."""
        return self.points - other.points > hypot(self.margin, other.margin)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first. `idle`: departments of the municipality that had nothing to do."""

    departments: tuple[Ranked, ...]
    town: Shares
    idle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Moments from `since` on, before `until`; `now`, so that what lies ahead counts as running."""

    since: datetime
    until: datetime
    now: datetime

    @property
    def close(self) -> datetime:
        """At which it is looked at."""
        return min(self.until, self.now)

    def holds(self, moment: datetime) -> bool:
        """Whether it lies within."""
        return self.since <= moment < self.until


class _Verdict(NamedTuple):
    department: str
    axis: Axis
    is_done: bool


def rank(
    town: Municipality, rows: Iterable[RankedRow], find_due: FindDue, stretch: Stretch
) -> tuple[Ranking, dict[str, Ranking]]:
    """Over all channels, and for each channel by its code (R67)."""
    whole: list[_Verdict] = []
    channels: dict[str, list[_Verdict]] = defaultdict(list)
    for row in rows:
        verdicts = list(_judge(row, find_due, stretch))
        whole += verdicts
        channels[row.row.channel] += verdicts
    known = [str(one.code) for one in town.departments]
    by_channel = {code: _rank(verdicts, known) for code, verdicts in sorted(channels.items()) if verdicts}
    return _rank(whole, known), by_channel


def _judge(given: RankedRow, find_due: FindDue, stretch: Stretch) -> Iterator[_Verdict]:
    """What ended without an answer is nobody's merit and nobody's fault (R53, A20)."""
    row = given.row
    if row.outcome in WITHOUT_ANSWER:
        return
    for place, executor in enumerate(row.executors):
        own = [term for term in given.terms if term.department == executor.department]
        ended, in_time = _own_end(own, stretch) if own else _outer_end(row, find_due, stretch)
        if ended is not None:
            yield _Verdict(executor.department, Axis.QUANTITY, ended)
        if ended and in_time is not None:
            yield _Verdict(executor.department, Axis.TIME, in_time)
        if place == 0 and row.answered is not None and stretch.holds(row.answered):
            yield _Verdict(executor.department, Axis.COMPLETENESS, _is_complete(given))


def _own_end(terms: Sequence[OwnTerm], stretch: Stretch) -> tuple[bool | None, bool]:
    """Whether the department's work was ended in the stretch (None: not to be judged by it), and each term kept (A22)."""
    last = max((term.ended for term in terms if term.ended is not None), default=None)
    running = [term for term in terms if term.ended is None or term.ended >= stretch.until]
    if running:
        return (False if any(term.due < stretch.close for term in running) else None), False
    if last is None or not stretch.holds(last):
        return None, False
    return True, all(term.ended is not None and term.ended <= term.due for term in terms)


def _outer_end(row: PaperRow, find_due: FindDue, stretch: Stretch) -> tuple[bool | None, bool | None]:
    """The same where no term of the department's own is known: by the answer and the term of the answer."""
    due = find_due(row)
    if row.answered is not None and row.answered < stretch.until:
        if not stretch.holds(row.answered):
            return None, None
        return True, None if due is None else row.answered <= due
    if row.ended is not None and row.ended < stretch.until:
        return None, None
    return (False if due is not None and due < stretch.close else None), None


def _is_complete(given: RankedRow) -> bool:
    """Nobody sent the answer back, wrote again, or said that it is not solved."""
    row = given.row
    content = row.solved in {None, Solved.YES} and (row.rating is None or row.rating > _POOR_RATING)
    return content and not row.revisions and not given.is_repeated


def _rank(verdicts: Sequence[_Verdict], known: Sequence[str]) -> Ranking:
    of, done = Counter(one[:2] for one in verdicts), Counter(one[:2] for one in verdicts if one.is_done)
    judged = sorted({one.department for one in verdicts})
    shares = {code: {axis: Share(done[code, axis], of[code, axis]) for axis in Axis} for code in judged}
    town = {
        axis: Share(
            sum(one[axis].done for one in shares.values()), sum(one[axis].of for one in shares.values())
        )
        for axis in Axis
    }
    average = {axis: share.done / share.of for axis, share in town.items() if share.of}
    scores = placed(score(code, own, average) for code, own in shares.items())
    return Ranking(scores, town, tuple(code for code in known if code not in shares))


def score(department: str, shares: Shares, average: Mapping[Axis, float]) -> Ranked:
    """Points of a department beside the town's `average` shares; an axis of which nobody knows anything is left out."""
    drawn = {axis: shares[axis].drawn_to(mean) for axis, mean in average.items()}
    points = 100 * sum(drawn.values()) / len(drawn)
    spread = sum(shares[axis].spread_around(mean) for axis, mean in average.items())
    behind = {axis: average[axis] - share for axis, share in drawn.items() if share < average[axis]}
    return Ranked(
        department,
        shares,
        points=points,
        margin=100 * _WIDTH * sqrt(spread) / len(drawn),
        improve=max(behind, key=lambda axis: behind[axis], default=None),
    )


def placed(scores: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Best first, each with its places: from behind those who are surely better to before those who are surely worse."""
    order = sorted(scores, key=lambda one: (-one.points, one.department))
    return tuple(
        replace(
            one,
            first_place=1 + sum(other.is_surely_above(one) for other in order),
            last_place=len(order) - sum(one.is_surely_above(other) for other in order),
        )
        for one in order
    )
