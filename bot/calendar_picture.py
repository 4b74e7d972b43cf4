"""What the calendar's page shows, and what a new exception would be refused for: the program's data meet the town's."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.production_calendar import (
    declared_years,
    known_until,
    provisional_years,
    regional_days,
    shipped_years,
    town_calendar,
)
from bot.setup_texts import say
from domain.municipality import DayKind, Municipality
from domain.setup.calendar import CalendarPicture
from domain.worktime.errors import CalendarError
from domain.worktime.unusual import list_unusual

AHEAD = timedelta(days=183)
"""Half a year is what a clerk plans; the rest is told by the date up to which the data reach."""


def draw_picture(municipality: Municipality, now: datetime) -> CalendarPicture:
    """The coming months by the municipality's own hours."""
    today = now.astimezone(ZoneInfo(municipality.timezone)).date()
    until = known_until(municipality)
    regional = regional_days(municipality.region)
    reasons = {**regional, **{one.date: one.reason for one in municipality.calendar}}
    calendar, horizon = town_calendar(municipality), min(today + AHEAD, until)
    declared = tuple(year for year in declared_years(municipality.calendar_years) if year >= today.year)
    later = _later_days(declared, horizon)
    return CalendarPicture(
        today=today,
        unusual=tuple(list_unusual(calendar, reasons, today, horizon)),
        known_until=until,
        provisional=tuple(year for year in provisional_years() if year >= today.year),
        regional_until=max(regional, default=None),
        declared=declared,
        later=tuple(list_unusual(calendar, reasons, *later)) if later else (),
    )


def find_idle_day(municipality: Municipality, before: Municipality) -> str | None:
    """A day that is made shorter and is off anyway, in words; nothing where its year is not known."""
    added = [one for one in municipality.calendar if one not in before.calendar]
    shorter = [one for one in added if one.kind is DayKind.SHORTENED]
    calendar = town_calendar(municipality) if shorter else None
    for one in shorter:
        try:
            hours = calendar.hours_of(one.date) if calendar else ()
        except CalendarError:
            continue
        if not hours:
            return say("setup-day-is-off", value=f"{one.date:%d.%m.%Y}")
    return None


def find_needless_year(municipality: Municipality, before: Municipality) -> str | None:
    """A year that is declared now and comes with the program, in words."""
    added = [year for year in municipality.calendar_years if year not in before.calendar_years]
    needless = next((year for year in added if year in shipped_years()), None)
    return None if needless is None else say("setup-year-known", value=str(needless))


def _later_days(declared: Sequence[int], horizon: date) -> tuple[date, date] | None:
    """What of the next declared year lies beyond the coming months: where all of it has to be looked through by eye."""
    if not declared:
        return None
    year = max(declared[0], min(horizon.year, declared[-1]))
    first, last = max(horizon + timedelta(days=1), date(year, 1, 1)), date(year, 12, 31)
    return (first, last) if first <= last else None
