"""A leader's instruction about an appeal: what is to be done, by when, and whether it was."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from domain.ids import AppealId, InstructionId, UserId
from domain.words.dates_in_words import read_day


class Term(StrEnum):
    """By when, as a leader presses it; `WORDS`: as the instruction itself says."""

    WORDS = "words"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THREE_DAYS = "three_days"


_UNSAVED = InstructionId(0)
_DAYS: Final = {Term.TODAY: 0, Term.TOMORROW: 1, Term.THREE_DAYS: 3}
_END_OF_DAY: Final = time(23, 59)


@dataclass(frozen=True, slots=True)
class Due:
    """The moment by which it is to be done; without an hour it is the whole day that counts."""

    at: datetime
    has_hour: bool


@dataclass(slots=True)
class Instruction:
    """R10: given by a leader or the mayor, reported on by the department that has the appeal."""

    appeal_id: AppealId
    words: str
    given_by_id: UserId
    given_by: str
    given_at: datetime
    due_at: datetime
    due_has_hour: bool
    id: InstructionId = _UNSAVED
    done_by: str | None = None
    done_at: datetime | None = None
    report: str | None = None

    @property
    def due(self) -> Due:
        """By when."""
        return Due(self.due_at, self.due_has_hour)


def due_by(term: Term, words: str, *, said_at: datetime, tz: ZoneInfo) -> Due | None:
    """By when, by the municipality's clocks; None where the words name no day, or one that is over."""
    local = said_at.astimezone(tz)
    if term is not Term.WORDS:
        day = local.date() + timedelta(days=_DAYS[term])
        return Due(datetime.combine(day, _END_OF_DAY, tz), has_hour=False)
    said = read_day(words, now=local)
    if said is None:
        return None
    at = datetime.combine(said.day, said.hour or _END_OF_DAY, tz)
    return Due(at, said.hour is not None) if at > local else None
