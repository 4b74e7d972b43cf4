"""Two calendars of one administration, and moments as people write them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.municipality import Weekday
from domain.workdays import WorkCalendar
from domain.worktime.hours import parse_week

URAL = ZoneInfo("Asia/Yekaterinburg")
WEEK = parse_week(
    {day: ["08:00-12:00", "13:00-17:00"] for day in ("mon", "tue", "wed", "thu")}
    | {"fri": ["08:00-12:00", "13:00-16:00"]}
)
HOUR = timedelta(hours=1)

PLAIN = WorkCalendar(URAL, WEEK, name="Администрация")
MARCH = WorkCalendar(
    URAL,
    WEEK,
    holidays=frozenset({date(2026, 3, 9), date(2026, 5, 1), date(2026, 5, 11)}),
    extra_working_days={date(2024, 4, 27): Weekday.MON, date(2025, 11, 1): None},
    shortened={date(2025, 11, 1): 60, date(2026, 4, 30): 60},
    overrides={date(2026, 5, 8): ((480, 720),)},
    known_years=range(2024, 2027),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=URAL)


def written(moment: datetime) -> str:
    return (
        moment.astimezone(URAL).strftime("%Y-%m-%d %H:%M:%S.%f").removesuffix(".000000").removesuffix(":00")
    )
