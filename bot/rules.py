"""What follows from the municipality's settings: the table of its topics' words and its working calendar."""

import logging
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.calendar_picture import find_idle_day, find_needless_year
from bot.cautions import caution_table
from bot.municipality_tables import find_mistake
from bot.production_calendar import known_until
from bot.reckoning import reckon
from domain.ids import DepartmentCode
from domain.municipality import Category, Department, Municipality
from domain.regulation.due import due_at
from domain.regulation.terms import Stage
from domain.rhythm.days import WAKING
from domain.routing import Lemmatizer, Reading, Route, RoutingTable, read_text
from domain.words.cautions import Caution
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

_log = logging.getLogger(__name__)

READ_AT_MOST = 20_000
"""Characters of a matter that decide where it goes, five whole messages: a megabyte must not hold up its neighbours."""


class MunicipalityRules:
    """Rules for one version of the settings; made anew when they change."""

    def __init__(self, municipality: Municipality, words: Lemmatizer) -> None:
        self.municipality = municipality
        self._words = words
        self._reckoning = reckon(municipality)
        table = RoutingTable(municipality.topics, words)
        cautions = caution_table(words)
        read = lru_cache(maxsize=4)(self._read)
        self._routes = lru_cache(maxsize=256)(lambda text: table.route(read(text)))
        self._cautions = lru_cache(maxsize=256)(lambda text: cautions.find(read(text)))
        self.calendar = self._reckoning.town

    def route(self, text: str) -> Route:
        """Which department the words name, and how surely; the same words are asked about several times in a row."""
        return self._routes(text[:READ_AT_MOST])

    def caution(self, text: str) -> Caution | None:
        """What the words speak of where a person has to decide; as much of them is read as for the way."""
        return self._cautions(text[:READ_AT_MOST])

    def says_the_same(self, old: str, new: str) -> bool:
        """Whether both texts have the same words in the same order, in whatever form."""
        before, after = self._read(old).words, self._read(new).words
        return len(before) == len(after) and not any(
            first.lemmas.isdisjoint(second.lemmas) for first, second in zip(before, after, strict=True)
        )

    def opens_at(self, now: datetime) -> datetime | None:
        """When work begins; None while it is going on, or where the calendar's data end."""
        try:
            return None if self.calendar.is_open(now) else self.calendar.next_opening(now)
        except CalendarError as error:
            _note(error, now)
            return None

    def rests(self, now: datetime) -> bool:
        """Whether a sound would disturb people at home: nights and days off, but no break within a working day."""
        try:
            hours = self.calendar.intervals_of(self.calendar.date_of(now))
        except CalendarError:
            return now.astimezone(self.calendar.tz).hour not in WAKING
        return not hours or not hours[0][0] <= now < hours[-1][1]

    def after_working(self, since: datetime, term: timedelta) -> datetime | None:
        """When so much of the municipality's own working time has passed since then."""
        try:
            return self.calendar.add(since, term)
        except CalendarError as error:
            _note(error, since)
            return None

    def calendar_of(self, department: DepartmentCode) -> WorkCalendar:
        """The working calendar of a department (A5)."""
        return self._reckoning.calendar_of(department)

    def return_by(self, department: Department, since: datetime) -> datetime | None:
        """When the department's term for a return is over, in its own working time; None where none is set or known."""
        regulation = self._reckoning.regulation
        term = regulation.find_term(Stage.RETURN, Category.ORDINARY, urgent=False)
        if term is None:
            return None
        try:
            return due_at(term, since, self._reckoning.calendar_of(department.code), regulation.day_due)
        except CalendarError as error:
            _note(error, since)
            return None

    @property
    def known_until(self) -> date:
        """The last day of the years that the program brings or the municipality has declared."""
        return known_until(self.municipality)

    def find_mistake(self, municipality: Municipality, before: Municipality) -> str | None:
        """What the municipality file would be refused for, in words, unless it was so before."""
        finders = (find_needless_year, find_mistake, find_idle_day)
        return next(filter(None, (find(municipality, before) for find in finders)), None)

    def _read(self, text: str) -> Reading:
        return read_text(text, self._words)


def _note(error: CalendarError, moment: datetime) -> None:
    """Whose calendar it was, and what is wrong with it."""
    _log.warning(
        "the working calendar cannot go on from %s: %s %s", moment.date(), error.code, dict(error.facts)
    )
