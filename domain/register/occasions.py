"""What the monthly report tells of besides messages: reception days, calls, meetings (R77, R81, Nevinnomyssk).

DomainError
├── OccasionNotUnderstood    words without a number where one is needed, or of a day to come
└── OccasionGone             it was taken off already
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.errors import DomainError
from domain.ids import UserId


class OccasionKind(StrEnum):
    """RECEPTION: people received in person, by their number. CALLS: calls that became no message. OTHER: told in its words."""

    RECEPTION = "reception"
    CALLS = "calls"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """What was read in the words. `is_more`: «более 90». `number` 0: none was told."""

    kind: OccasionKind
    day: date
    number: int
    is_more: bool
    words: str


@dataclass(slots=True, kw_only=True)
class Occasion:
    """A row of its own, no appeal: it stands in the report of its day's month."""

    kind: OccasionKind
    day: date
    number: int
    is_more: bool
    words: str
    noted_by_id: UserId
    noted_by: str
    noted_at: datetime
    id: int = 0
    dropped_by: str | None = None
    dropped_at: datetime | None = None


class OccasionNotUnderstood(DomainError):
    """It is asked again, with examples; `lacks`: number or day."""

    code = "error-occasion-not-understood"

    def __init__(self, lacks: str) -> None:
        super().__init__(lacks)
        self.lacks = lacks

    @property
    def facts(self) -> Mapping[str, object]:
        """What was not found."""
        return {"lacks": self.lacks}


class OccasionGone(DomainError):
    """Somebody was quicker."""

    code = "error-occasion-gone"

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who

    @property
    def facts(self) -> Mapping[str, object]:
        """Who took it off."""
        return {"who": self.who}
