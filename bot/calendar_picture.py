"""What the calendar's page shows, and what a new exception would be refused for: the program's data meet the town's."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.production_calendar import production_calendar, regional_days, russian_calendar
from bot.setup_texts import say
from domain.municipality import DayKind, Municipality
from domain.setup.calendar import CalendarPicture
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError
from domain.worktime.unusual import list_unusual

AHEAD = timedelta(days=183)
"""Half a year is what a clerk plans; the rest is told by the date up to which the data reach."""


def draw_picture(municipality: Municipality, now: datetime) -> CalendarPicture:
    """The coming months by the municipality's own hours."""
    known = production_calendar()
    today = now.astimezone(ZoneInfo(municipality.timezone)).date()
    until = date(known.known_years[-1], 12, 31)
    regional = regional_days(municipality.region)
    reasons = {**regional, **{one.date: one.reason for one in municipality.calendar}}
    unusual = list_unusual(_calendar(municipality), reasons, today, min(today + AHEAD, until))
    return CalendarPicture(
        today=today,
        unusual=tuple(unusual),
        known_until=until,
        provisional=tuple(
            year for year, entry in known.years.items() if entry.provisional and year >= today.year
        ),
        regional_until=max(regional, default=None),
    )


def find_idle_day(municipality: Municipality, before: Municipality) -> str | None:
    """A day that is made shorter and is off anyway, in words; nothing where its year is not known."""
    added = [one for one in municipality.calendar if one not in before.calendar]
    shorter = [one for one in added if one.kind is DayKind.SHORTENED]
    calendar = _calendar(municipality) if shorter else None
    for one in shorter:
        try:
            hours = calendar.hours_of(one.date) if calendar else ()
        except CalendarError:
            continue
        if not hours:
            return say("setup-day-is-off", value=f"{one.date:%d.%m.%Y}")
    return None


def _calendar(municipality: Municipality) -> WorkCalendar:
    zone = ZoneInfo(municipality.timezone)
    return russian_calendar(
        municipality.hours, zone, municipality.region, municipality.calendar, municipality.name
    )
