"""What the paper for the head's meeting tells (R65; control centre, п. 2.2в), counted from the register and the road maps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain.causes.causes import Board
from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER
from domain.papers.meeting import NEAR, Controlled, Ordered, Promised
from domain.register.paper_rows import PaperRow
from domain.rhythm.figures import DayFigures, WorkItem
from domain.surges import COMPARED_WITH
from reports.causes import RoadLine, RoadState, list_road
from reports.counting import only_counted
from reports.timeliness import FindDue, Given, Timeliness, judge_times, list_concerned
from reports.week import Grown, list_growth

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stood at the moment `at` that the paper is of; `day`: given and answered by departments in its days."""

    at: datetime
    day: DayFigures
    overdue: tuple[WorkItem, ...]
    controlled: tuple[Controlled, ...]
    ordered: tuple[Ordered, ...]
    promised: tuple[Promised, ...]


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """`former_received`: in as many days before. `growth`: of the last seven days. `road`: what is late, near or not settled."""

    received: int
    former_received: int
    answered: int
    times: Timeliness
    growth: tuple[Grown, ...]
    standing: Standing
    road: tuple[RoadLine, ...]
    today: date


def count_meeting(
    town: Municipality,
    given: Given,
    find_due: FindDue,
    standing: Standing,
    board: Board,
    *,
    today: date,
    scope: frozenset[str] | None,
) -> MeetingFigures:
    """`today`: the day of `standing.at` there; `scope`: the departments that the paper is of."""
    rows, past = only_counted(town, given.received), only_counted(town, given.earlier)
    span = given.until - given.since
    answered = [row for row in only_counted(town, given.answered) if row.outcome not in WITHOUT_ANSWER]
    return MeetingFigures(
        received=len(rows),
        former_received=sum(row.received >= given.since - span for row in past),
        answered=len(answered),
        times=judge_times(list_concerned(town, given, find_due), find_due, standing.at),
        growth=_growth(town, [*past, *rows], given.until, board),
        standing=standing,
        road=tuple(
            line for line in list_road(town, board, given.since, today, scope) if _is_asked(line, today)
        ),
        today=today,
    )


def _growth(town: Municipality, rows: Sequence[PaperRow], until: datetime, board: Board) -> tuple[Grown, ...]:
    begun = until - _WEEK
    week = [row for row in rows if begun <= row.received < until]
    past = [row for row in rows if begun - COMPARED_WITH <= row.received < begun]
    return tuple(list_growth(town, week, past, since=begun, board=board))


def _is_asked(line: RoadLine, today: date) -> bool:
    """Whether a meeting has to speak of it: late, near, or not settled yet."""
    if line.state is RoadState.OPEN:
        return line.due is not None and (line.due - today).days <= NEAR
    return line.state in {RoadState.LATE, RoadState.NONE, RoadState.UNSET}
