"""What may go wrong with working time.

DomainError
└── CalendarError
    ├── HoursMistake            working hours that cannot be read or contradict themselves
    ├── ExceptionsContradict    one date is said to be both a day off and a working day
    ├── NegativeTerm            a term below zero
    ├── PauseMistake            a pause that ends before it starts
    ├── NoWorkingTime           a whole year without working time: the term would never end
    ├── CalendarDataMissing     the term reaches a year whose days off nobody has entered yet
    └── OutOfReach              the term reaches a year centuries away
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from domain.errors import DomainError


class HoursProblem(StrEnum):
    """Why written hours are refused."""

    WEEKDAY = "weekday"
    LIST = "list"
    FORM = "form"
    TIME = "time"
    ORDER = "order"
    OVERLAP = "overlap"


class CalendarError(DomainError):
    """A question that the working calendar cannot answer."""

    code = "error-calendar"


class HoursMistake(CalendarError):
    """`where`: the weekday or date; `text`: what was written there."""

    code = "error-hours"

    def __init__(self, where: str, text: str, problem: HoursProblem) -> None:
        super().__init__(where, text, problem)
        self.where = where
        self.text = text
        self.problem = problem

    @property
    def facts(self) -> Mapping[str, object]:
        """Place, text and what is wrong with it."""
        return {"where": self.where, "text": self.text, "problem": self.problem.value}


class ExceptionsContradict(CalendarError):
    """The list of local exceptions makes one date both a day off and a working day."""

    code = "error-calendar-contradiction"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    @property
    def facts(self) -> Mapping[str, object]:
        """The date."""
        return {"date": self.day.isoformat()}


class NegativeTerm(CalendarError):
    """No regulation grants a term below zero; going back has a verb of its own."""

    code = "error-term-negative"


class PauseMistake(CalendarError):
    """A pause must not end before it starts."""

    code = "error-pause"

    def __init__(self, start: datetime, end: datetime) -> None:
        super().__init__(start, end)
        self.start = start
        self.end = end

    @property
    def facts(self) -> Mapping[str, object]:
        """Both ends."""
        return {"start": self.start.isoformat(), "end": self.end.isoformat()}


class OfYear(CalendarError):
    """A calendar fails at one year; `calendar` is its name."""

    def __init__(self, calendar: str, year: int) -> None:
        super().__init__(calendar, year)
        self.calendar = calendar
        self.year = year

    @property
    def facts(self) -> Mapping[str, object]:
        """Whose calendar, and the year, as text so that no digits are grouped."""
        return {"calendar": self.calendar, "year": str(self.year)}


class NoWorkingTime(OfYear):
    """`year` holds no working time at all, so a term that reaches it would never run out."""

    code = "error-no-working-time"


class CalendarDataMissing(OfYear):
    """Days off of `year` are unknown; nothing is guessed, the administrator has to be told."""

    code = "error-calendar-data-missing"


class OutOfReach(OfYear):
    """`year` is further away than a term can lead: beyond four centuries."""

    code = "error-calendar-out-of-reach"
