"""What papers tell of root causes and road maps (R62, R68; control centre, п. 1.2д, 2.5в, 3.2в)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from domain.causes.causes import Board, CauseState, Measure, MeasureState, RootCause
from domain.ids import UserId
from domain.municipality import Municipality
from domain.words.names import short_name


class RoadState(StrEnum):
    """NONE: there is no measure against the cause yet. UNSET: it has no term, or nobody answers for it."""

    LATE = "late"
    NONE = "none"
    UNSET = "unset"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class RoadLine:
    """A line of the road map: topic, cause, measure, term, who answers for it, how it stands."""

    topic: str
    cause: str
    measure: str
    due: date | None
    department: str
    person: str
    state: RoadState
    moves: int


def name_causes(board: Board, topic: str, since: datetime) -> tuple[str, ...]:
    """Why people write about it, as people found: what stands, and what was done away with from then on."""
    return tuple(
        one.words
        for one in board.causes
        if one.topic == topic
        and (one.is_open or (one.state is CauseState.REMOVED and one.closed_at and one.closed_at >= since))
    )


def list_road(
    town: Municipality, board: Board, since: datetime, today: date, scope: frozenset[str] | None = None
) -> tuple[RoadLine, ...]:
    """What is to be done about causes that stand, what was done or given up from `since` on, and causes without any measure;
    late ones first. `scope`: departments whose part it is; a cause without a measure is theirs whose topic it is.
    """
    found = [
        line
        for cause in board.causes
        for code, line in _list_of(town, board, cause, since, today)
        if scope is None or code in scope
    ]
    order = list(RoadState)
    return tuple(sorted(found, key=lambda one: (order.index(one.state), one.due or date.max)))


def _list_of(
    town: Municipality, board: Board, cause: RootCause, since: datetime, today: date
) -> Iterator[tuple[str | None, RoadLine]]:
    topic = town.find_topic(cause.topic)
    name = topic.name if topic else cause.topic
    measures = [one for one in board.list_measures(cause.id) if _belongs(one, cause, since)]
    for one in measures:
        department = town.find_department(one.department) if one.department else None
        employee = town.find_employee(one.person or UserId(0))
        yield (
            one.department,
            RoadLine(
                topic=name,
                cause=cause.words,
                measure=one.words,
                due=one.due,
                department=department.name if department else one.department or "",
                person=short_name(employee.name) if employee else "",
                state=_state(one, today),
                moves=one.moves,
            ),
        )
    if cause.is_open and not board.list_measures(cause.id):
        whose = topic.department if topic else None
        yield whose, RoadLine(name, cause.words, "", None, "", "", RoadState.NONE, 0)


def _belongs(measure: Measure, cause: RootCause, since: datetime) -> bool:
    if measure.is_open:
        return cause.is_open
    return measure.said_at is not None and measure.said_at >= since


def _state(measure: Measure, today: date) -> RoadState:
    if not measure.is_open:
        return _ENDED[measure.state]
    if measure.is_late(today):
        return RoadState.LATE
    return RoadState.OPEN if measure.is_whole else RoadState.UNSET


_ENDED: Final = {MeasureState.DONE: RoadState.DONE, MeasureState.DROPPED: RoadState.DROPPED}
