"""Asking for more time: how far a term may be moved, by whose request and for which reason (R07, R08)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.errors import DomainError, Forbidden, NotPossibleNow, TermNotUnderstood
from domain.ids import PromptId, UserId
from domain.register.marks import RegisterMarks
from domain.words.dates_in_words import read_day, read_days_more

STEPS: Final = (5, 10)
"""Days by which a button moves the term."""


@dataclass(frozen=True, slots=True)
class Room:
    """How far it can go. `due`: the day of the present term; `spent`: days granted before; `limit`: days in all.

    Days count from the day on which the term ended before it was moved for the first time (Grozny, алг. 4).
    """

    due: date
    first: date
    spent: int
    limit: int
    clause: str

    @property
    def last(self) -> date:
        """The last day to which it can be moved."""
        return self.first + timedelta(days=self.limit)

    @property
    def left(self) -> int:
        """How many days the present term can still be moved by."""
        return max((self.last - self.due).days, 0)

    def days_to(self, day: date) -> int:
        """Days in all, counted from the first term."""
        return (day - self.first).days

    def allows(self, day: date) -> bool:
        """Whether it is later than now and within the limit."""
        return self.due < day <= self.last


def list_steps(left: int) -> list[int]:
    """By how many days the buttons move the term: the usual steps, and all that is left."""
    return [*(step for step in STEPS if step < left), *([left] if left else [])]


def read_until(words: str, due: date, now: datetime) -> date | None:
    """The day that the words name, or so many days more; None where they name none. `now` is local time."""
    more = read_days_more(words)
    if more is not None:
        return due + timedelta(days=more)
    said = read_day(words, now=now)
    return said.day if said else None


@dataclass(slots=True, kw_only=True)
class ExtensionMarks(RegisterMarks):
    """What an appeal knows of it. `extension_*`: the request that waits, `extension_id` tells it from another.

    `extended_days`: by how many days in all its term was moved; `extended_until`, `extended_for`: what the citizen was told.
    """

    extension_id: PromptId | None = None
    extension_days: int = 0
    extension_reason: str | None = None
    extension_by_id: UserId | None = None
    extension_by: str | None = None
    extended_days: int = 0
    extended_until: date | None = None
    extended_for: str | None = None

    def forget_request(self) -> None:
        """Nobody waits for more time any more."""
        self.extension_id = self.extension_reason = self.extension_by_id = self.extension_by = None
        self.extension_days = 0


class OwnRequest(Forbidden):
    """Whoever asks for more time does not grant it."""

    code = "error-own-request"


class ExtensionOver(NotPossibleNow):
    """A request for more time that was decided on, or that nobody needs any more."""

    code = "error-extension-over"
    in_words = "error-extension-over"


class NewDayUnclear(TermNotUnderstood):
    """Until when? The words name no day, several, or none of the calendar's; it is asked again."""

    code = "error-new-day-unclear"


class NoExtension(DomainError):
    """The regulation moves no term, or this one was moved as far as it goes (R07); `limit` in days, 0: none is moved."""

    code = "error-no-extension"

    def __init__(self, number: str, limit: int) -> None:
        super().__init__(number, limit)
        self.number = number
        self.limit = limit

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal, and how far its term goes."""
        return {"number": self.number, "limit": str(self.limit)}


class ExtensionAsked(DomainError):
    """One request at a time waits for the approver."""

    code = "error-extension-asked"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal."""
        return {"number": self.number}


class ExtensionTooLong(DomainError):
    """Later than the present term, and not beyond the limit (R07): between these two days. `wanted`: the day that was named."""

    code = "error-extension-too-long"

    def __init__(self, number: str, room: Room, wanted: date, today: date) -> None:
        super().__init__(number, room, wanted, today)
        self.number = number
        self.room = room
        self.wanted = wanted
        self.today = today

    @property
    def facts(self) -> Mapping[str, object]:
        """Both days, and on which side of them the wanted one lies."""
        flaw = "past" if self.wanted < self.today else "early" if self.wanted <= self.room.due else "far"
        due, last = (f"{day:%d.%m.%Y}" for day in (self.room.due, self.room.last))
        return {"number": self.number, "flaw": flaw, "due": due, "last": last}
