"""Russia's production calendar, which comes with the program, as domain values.

The data end with a known year. A term that reaches beyond it raises CalendarDataMissing: nothing is guessed, and
`last_known_year` lets the administrator be warned long before.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from domain.municipality import CalendarException, DayKind, Weekday
from domain.workdays import WorkCalendar
from domain.worktime.hours import WrittenHours, parse_week

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
    """All years known, with the holidays of the law, which are days off in a six-day week as well (TK RF, art. 112)."""

    years: Mapping[int, ProductionYear]
    holidays: frozenset[date]
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
        holidays=_dates(f"{year}-{day}" for year in years for day in data["holidays"]),
        regions={code: _reasons(entry["days"]) for code, entry in data["regions"].items()},
    )


def last_known_year() -> int:
    """The last year whose days off are known."""
    return production_calendar().known_years[-1]


def regional_days(region: str) -> Mapping[date, str]:
    """Days off that a region decreed, with the reason, as far as they are known: decrees come a week or two ahead."""
    return production_calendar().regions.get(region, {})


def russian_calendar(
    hours: WrittenHours,
    tz: ZoneInfo,
    region: str = "",
    exceptions: Iterable[CalendarException] = (),
    name: str = "",
) -> WorkCalendar:
    """The working calendar of a municipality or department: its own hours on federal, regional and local days (A5, A23).

    A weekend made working has the hours of the weekday it pays for; a local exception beats federal and regional days.
    Weekdays off are those of a five-day week: an institution that works on Saturdays enters what differs as exceptions.
    Raises HoursMistake, ExceptionsContradict.
    """
    known = production_calendar()
    years = known.years.values()
    federal = WorkCalendar(
        tz=tz,
        week=parse_week(hours),
        holidays=known.holidays.union(*(year.off for year in years)),
        extra_working_days={day: pays_for for year in years for day, pays_for in year.working.items()},
        shortened={day: SHORTER_BY for year in years for day in year.shortened},
        known_years=known.known_years,
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
