"""What a meeting of the head asks of besides figures: what is under control, instructions, promises (R65; control centre, п. 2.2в)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

NEAR: Final = 7
"""Days ahead that a meeting looks at promises and measures: until the next one."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An appeal that the meeting speaks of, without the words of whoever wrote it where these speak of a threat (`caution`)."""

    number: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    department: str | None


@dataclass(frozen=True, slots=True)
class Controlled(Matter):
    """Open, and a leader has taken it under control."""

    controlled_by: str
    controlled_at: datetime


@dataclass(frozen=True, slots=True)
class Ordered(Matter):
    """A leader's instruction that is open, or was reported on in the days of the paper (`done_at`)."""

    words: str
    given_by: str
    due_at: datetime
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class Promised(Matter):
    """What citizens were promised by a day that is near or over, and is not kept yet."""

    due_on: date
    moves: int
