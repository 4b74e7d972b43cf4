"""All that stands on the day's picture, in words and numbers: what one process hands to another to be drawn."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from reports.counting import Line, Lines


@dataclass(frozen=True, slots=True)
class Tile:
    """A big figure with what it counts. `is_alarm`: somebody has to do something about it."""

    count: int
    name: str
    is_alarm: bool = False


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """One department of the table."""

    name: str
    overdue: int
    in_hand: int
    given: int
    answered: int


@dataclass(frozen=True, slots=True)
class Column:
    """What came on a day. `is_whole`: the day is over."""

    day: str
    weekday: str
    count: int
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class DayPicture:
    """`heads`: above the table, the department's first. The `rest`s: how many are not shown; empty: all are."""

    town: str
    day: str
    tiles: tuple[Tile, ...]
    heads: tuple[str, ...]
    departments: tuple[DepartmentRow, ...]
    departments_rest: str
    arrivals_title: str
    arrivals: tuple[Column, ...]
    topics_title: str
    topics: Lines
    topics_rest: str
    no_topics: str

    def as_json(self) -> bytes:
        """For `read_picture`; equal pictures make equal bytes."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def read_picture(data: bytes) -> DayPicture:
    """What `as_json` has written."""
    told: dict[str, Any] = json.loads(data)
    lists = {
        "tiles": tuple(Tile(**one) for one in told["tiles"]),
        "heads": tuple(told["heads"]),
        "departments": tuple(DepartmentRow(**one) for one in told["departments"]),
        "arrivals": tuple(Column(**one) for one in told["arrivals"]),
        "topics": tuple(Line(**one) for one in told["topics"]),
    }
    return DayPicture(**told | lists)
