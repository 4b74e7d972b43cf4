"""The moments that the clock's buttons name, and what the page is told of the time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sandbox.city import City
from sandbox.model import Json


def find_moment(city: City, name: str, nearing: datetime | None) -> datetime | None:
    """`deadline`: a few minutes before the next; `evening`: when today's work ends; `opening`: when work begins next;
    `monday`: on the next Monday. None where there is none any more; ValueError for another name.
    """
    now = city.clock.now()
    if name == "deadline":
        return nearing
    if name == "evening":
        return _find_closing(city, now)
    if name == "opening":
        return city.calendar.next_opening(_find_closing(city, now) or now)
    if name == "monday":
        return _find_monday(city, now)
    raise ValueError(name)


def tell(city: City, nearing: datetime | None) -> Json:
    """The clock as the page shows it; `closes` and `nearing` are None where there is nothing to move to."""
    now, calendar = city.clock.now(), city.calendar
    is_open, closing = calendar.is_open(now), _find_closing(city, now)
    return {
        "now": now.isoformat(),
        "zone": city.municipality.timezone,
        "speed": city.clock.speed,
        "open": is_open,
        "nearing": nearing.isoformat() if nearing else None,
        "closes": closing.isoformat() if closing else None,
        "opens": None if is_open else calendar.next_opening(now).isoformat(),
    }


def _find_closing(city: City, now: datetime) -> datetime | None:
    hours = city.calendar.intervals_of(city.calendar.date_of(now))
    return next((end for _, end in reversed(hours) if end > now), None)


def _find_monday(city: City, now: datetime) -> datetime:
    day = city.calendar.date_of(now)
    monday = day + timedelta(days=7 - day.weekday())
    zone = ZoneInfo(city.municipality.timezone)
    return city.calendar.next_opening(datetime(monday.year, monday.month, monday.day, tzinfo=zone))
