"""What follows from the municipality's own settings, as the verbs ask for it."""

from datetime import date, datetime, timedelta
from typing import Protocol

from domain.ids import DepartmentCode
from domain.municipality import Department, Municipality
from domain.routing import Route
from domain.words.cautions import Caution
from domain.workdays import WorkCalendar


class Rules(Protocol):
    """What follows from the municipality's own settings: its topics' words and its working hours."""

    def route(self, text: str) -> Route:
        """Which department the words name, and how surely."""
        ...

    def caution(self, text: str) -> Caution | None:
        """What the words speak of where a person has to decide, the gravest of it."""
        ...

    def says_the_same(self, old: str, new: str) -> bool:
        """Whether an edit left the sense alone: only letters' case, marks or word forms changed."""
        ...

    def opens_at(self, now: datetime) -> datetime | None:
        """When work begins; None while it is going on, or where the calendar does not know."""
        ...

    def rests(self, now: datetime) -> bool:
        """Whether a sound would disturb people at home; False where the calendar does not know."""
        ...

    def after_working(self, since: datetime, term: timedelta) -> datetime | None:
        """When so much of the municipality's working time has passed since then; None where the calendar does not know."""
        ...

    @property
    def calendar(self) -> WorkCalendar:
        """The municipality's own working calendar; its answers raise CalendarError where it does not know."""
        ...

    @property
    def municipality(self) -> Municipality:
        """The settings that all of this follows from."""
        ...

    def calendar_of(self, department: DepartmentCode) -> WorkCalendar:
        """The working calendar of a department: its own where it has hours of its own (A5)."""
        ...

    def return_by(self, department: Department, since: datetime) -> datetime | None:
        """Until when the department returns what is not its own; None where the regulation sets no term (R40)."""
        ...

    @property
    def known_until(self) -> date:
        """The last day of Russia's production calendar as it is known; nothing is computed beyond it."""
        ...

    def find_mistake(self, municipality: Municipality, before: Municipality) -> str | None:
        """What the municipality file would be refused for, in words, unless it was so before."""
        ...
