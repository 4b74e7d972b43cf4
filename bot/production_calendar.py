"""Russia's production calendar, which comes with the program, as domain values.

The data end with a known year. A term that reaches beyond it raises CalendarDataMissing: nothing is guessed, and
`known_until` lets the administrator be warned long before. A municipality may declare the years that follow known: they
have what the Labour Code says, and what the municipality enters by hand.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from domain.municipality import CalendarException, DayKind, Municipality, Weekday, WeeklyHours
from domain.workdays import WorkCalendar
from domain.worktime.hours import WrittenHours, parse_week
from domain.worktime.labour_code import holidays_of, year_by_law

SHORTER_BY = 60
"""Minutes that the law takes off the day before a holiday (TK RF, art. 95)."""


@dataclass(frozen=True, slots=True)
class ProductionYear:
    """Days off and moved days of a five-day week as the government fixed them for one year.

    `working`: weekends made working, with the weekday whose day off they pay for. `hours40`: norms of a 40-hour week
    by month, or of the year alone. `provisional`: a single source, to be verified when the decree is at hand.
    """

    year: int
    off: frozenset[date]
    working: Mapping[date, Weekday]
    shortened: frozenset[date]
    workdays: tuple[int, ...]
    hours40: tuple[int, ...]
    source: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class ProductionCalendar:
    """All years that the program knows, and the days off of regions."""

    years: Mapping[int, ProductionYear]
    regions: Mapping[str, Mapping[date, str]]

    @property
    def known_years(self) -> range:
        """The years for which there are data."""
        return range(min(self.years), max(self.years) + 1)


@cache
def production_calendar() -> ProductionCalendar:
    """Read the data shipped with the program, once."""
    text = resources.files("bot.data").joinpath("ru_production_calendar.json").read_text(encoding="utf-8")
    data = json.loads(text)
    years = {int(year): _year(int(year), entry) for year, entry in data["years"].items()}
    return ProductionCalendar(
        years=years,
        regions={code: _reasons(entry["days"]) for code, entry in data["regions"].items()},
    )


def shipped_years() -> range:
    """The years that come with the program."""
    return production_calendar().known_years


def declared_years(declared: Collection[int]) -> range:
    """Of the years that a municipality has declared known, those in effect: each follows one that is known, and a newer
    program that brings a year itself beats the declaration.
    """
    first = end = shipped_years().stop
    while end in declared:
        end += 1
    return range(first, end)


def known_until(municipality: Municipality) -> date:
    """The last day up to which terms are computed in this municipality."""
    return date(declared_years(municipality.calendar_years).stop - 1, 12, 31)


def provisional_years() -> list[int]:
    """The years whose data have a single source."""
    return [year for year, entry in production_calendar().years.items() if entry.provisional]


def describe_data() -> list[str]:
    """All that the program brings, in words that differ where the data do."""
    return sorted(map(str, production_calendar().years.values()))


def town_calendar(
    municipality: Municipality, hours: WeeklyHours | None = None, name: str = ""
) -> WorkCalendar:
    """The working calendar of the municipality, or of a department with its own hours and name (A5)."""
    return russian_calendar(
        municipality.hours if hours is None else hours,
        ZoneInfo(municipality.timezone),
        municipality.region,
        municipality.calendar,
        name or municipality.name,
        municipality.calendar_years,
    )


def regional_days(region: str) -> Mapping[date, str]:
    """Days off that a region decreed, with the reason, as far as they are known: decrees come a week or two ahead."""
    return production_calendar().regions.get(region, {})


def russian_calendar(
    hours: WrittenHours,
    tz: ZoneInfo,
    region: str = "",
    exceptions: Iterable[CalendarException] = (),
    name: str = "",
    declared: Collection[int] = (),
) -> WorkCalendar:
    """The working calendar of a municipality or department: its own hours on federal, regional and local days (A5, A23).

    `declared` years, as far as they are in effect, are as the law has them, with the exceptions on top.
    A weekend made working has the hours of the weekday it pays for; a local exception beats federal and regional days.
    Weekdays off are those of a five-day week: an institution that works on Saturdays enters what differs as exceptions.
    Raises HoursMistake, ExceptionsContradict.
    """
    years = production_calendar().years.values()
    known = range(shipped_years().start, declared_years(declared).stop)
    by_law = [year_by_law(year) for year in declared_years(declared)]
    off = [*map(holidays_of, known), *(year.off for year in years), *(year.off for year in by_law)]
    shortened = [*(year.shortened for year in years), *(year.shortened for year in by_law)]
    federal = WorkCalendar(
        tz=tz,
        week=parse_week(hours),
        holidays=frozenset[date]().union(*off),
        extra_working_days={day: pays_for for year in years for day, pays_for in year.working.items()},
        shortened=dict.fromkeys(frozenset[date]().union(*shortened), SHORTER_BY),
        known_years=known,
        name=name,
    )
    regional = (CalendarException(day, DayKind.OFF, reason) for day, reason in regional_days(region).items())
    return federal.with_exceptions(regional).with_exceptions(exceptions)


def _year(year: int, entry: Mapping[str, Any]) -> ProductionYear:
    return ProductionYear(
        year=year,
        off=_dates(entry["off"]),
        working={date.fromisoformat(day): Weekday(pays_for) for day, pays_for in entry["working"].items()},
        shortened=_dates(entry["shortened"]),
        workdays=tuple(entry["workdays"]),
        hours40=tuple(entry["hours40"]),
        source=entry["source"],
        provisional=entry.get("provisional", False),
    )


def _dates(days: Iterable[str]) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, days))


def _reasons(days: Mapping[str, str]) -> Mapping[date, str]:
    return {date.fromisoformat(day): reason for day, reason in days.items()}
