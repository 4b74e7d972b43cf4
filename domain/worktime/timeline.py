"""Working time as one line over the years, computed a year at a time, when it is first asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.worktime.errors import CalendarDataMissing, NoWorkingTime, OutOfReach
from domain.worktime.hours import DayHours
from domain.worktime.table import Stretch, YearTable, build_year, instant_of, moment_of

_YEARS = range(1850, 2250)
"""Further no regulation goes, and the table of each year costs some milliseconds: a term of centuries is refused."""
_FIRST, _LAST = (instant_of(datetime(year, 1, 1, tzinfo=UTC)) for year in (_YEARS.start - 1, _YEARS.stop + 1))
_KEPT_TABLES = 512


class Timeline:
    """Walks the tables of the years, in instants and lengths of whole microseconds; `name` is whose calendar this is.

    Every walk ends: a year wholly without working time raises NoWorkingTime, one outside `known_years`
    CalendarDataMissing, one beyond four centuries OutOfReach, and that before it costs anybody a second.
    """

    __slots__ = ("_hours_of", "_known_years", "_name", "_tables", "_tz")

    def __init__(
        self, tz: ZoneInfo, hours_of: Callable[[date], DayHours], known_years: range | None, name: str
    ) -> None:
        self._tz = tz
        self._hours_of = hours_of
        self._known_years = known_years
        self._name = name
        self._tables: dict[int, YearTable] = {}

    def ensure_known(self, year: int) -> None:
        """Raise CalendarDataMissing where the days off of the year have not been entered."""
        if self._known_years is not None and year not in self._known_years:
            raise CalendarDataMissing(self._name, year)
        if year not in _YEARS:
            raise OutOfReach(self._name, year)

    def local(self, at: int) -> datetime:
        """The moment on local clocks."""
        self._ensure_reach(at)
        return moment_of(at, self._tz)

    def later(self, day: date, count: int) -> date:
        """The date so many days later."""
        try:
            return day + timedelta(days=count)
        except OverflowError:
            raise OutOfReach(self._name, _YEARS.stop if count > 0 else _YEARS.start - 1) from None

    def days(self, first: date, step: int = 1) -> Iterator[date]:
        """Working days from the date on, itself included, forwards or backwards."""
        start = first.toordinal()
        for table in self._walk(first.year, step):
            yield from (date.fromordinal(day) for day in table.days[::step] if (day - start) * step >= 0)

    def days_between(self, first: date, last: date) -> Iterator[date]:
        """Working days from the first date to the last, both included."""
        for year in range(first.year, last.year + 1):
            days = self._table(year).days
            since, until = bisect_left(days, first.toordinal()), bisect_right(days, last.toordinal())
            yield from map(date.fromordinal, days[since:until])

    def is_open(self, at: int) -> bool:
        """Whether the instant is working time, opening included, closing not."""
        return self._table(self.local(at).year).open_from(at) == at

    def open_from(self, at: int) -> int:
        """The instant itself while work goes on, else the next opening."""
        tables = self._walk(self.local(at).year)
        return next(opening for table in tables if (opening := table.open_from(at)) is not None)

    def after(self, start: int, term: int) -> int:
        """The earliest instant, from `start` on, by which the term has passed."""
        if not term:
            return start
        self._ensure_reach(start + term)
        tables = self._walk(self.local(start).year)
        table = next(tables)
        worked = table.worked(start) + term
        while worked > table.total:
            worked -= table.total
            table = next(tables)
        return table.earliest(worked)

    def before(self, end: int, term: int) -> int:
        """The latest instant, up to `end`, from which the term is left."""
        if not term:
            return end
        self._ensure_reach(end - term)
        tables = self._walk(self.local(end).year, step=-1)
        table = next(tables)
        worked = table.worked(end) - term
        while worked < 0:
            table = next(tables)
            worked += table.total
        return table.latest(worked)

    def elapsed(self, start: int, end: int) -> int:
        """Working time from `start` to `end`, which is not before it."""
        return sum(table.worked(end) - table.worked(start) for table in self._span(start, end))

    def intervals(self, start: int, end: int) -> Iterator[Stretch]:
        """Working intervals from `start` to `end`, cut off at both."""
        for table in self._span(start, end):
            yield from table.between(start, end)

    def _ensure_reach(self, at: int) -> None:
        if not _FIRST <= at < _LAST:
            raise OutOfReach(self._name, _YEARS.stop if at > 0 else _YEARS.start - 1)

    def _span(self, start: int, end: int) -> Iterator[YearTable]:
        last = max(start, end - 1)  # a stretch up to midnight of New Year needs nothing of the new year
        return map(self._table, range(self.local(start).year, self.local(last).year + 1))

    def _walk(self, year: int, step: int = 1) -> Iterator[YearTable]:
        yield self._table(year)
        while (table := self._table(year := year + step)).total:
            yield table
        raise NoWorkingTime(self._name, year)

    def _table(self, year: int) -> YearTable:
        table = self._tables.get(year)
        if table is None:
            self.ensure_known(year)
            if len(self._tables) >= _KEPT_TABLES:
                self._tables.clear()
            table = self._tables[year] = build_year(self._tz, year, self._hours_of)
        return table
