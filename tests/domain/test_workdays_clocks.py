"""Where local clocks jump, working time stays real elapsed time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.municipality import Weekday
from domain.workdays import WorkCalendar
from domain.worktime.hours import parse_week

HOUR = timedelta(hours=1)


def duty(zone: str, *intervals: str) -> WorkCalendar:
    return WorkCalendar(ZoneInfo(zone), parse_week({day: list(intervals) for day in Weekday}))


def worked_on(calendar: WorkCalendar, day: date) -> timedelta:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=calendar.tz)
    around = calendar.intervals(noon - 30 * HOUR, noon + 30 * HOUR)
    pieces = [(start, end) for start, end in around if start.date() == day]
    return sum((end.astimezone(UTC) - start.astimezone(UTC) for start, end in pieces), timedelta(0))


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Moscow", date(2026, 3, 29), 24),
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("Europe/Moscow", date(2014, 10, 26), 25),
        ("Europe/Volgograd", date(2018, 10, 28), 23),
        ("Europe/Volgograd", date(2020, 12, 27), 25),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
        ("America/Santiago", date(2026, 9, 6), 23),
        ("America/Santiago", date(2026, 4, 4), 25),
        ("America/Toronto", date(1919, 3, 30), 23.5),
        ("America/Toronto", date(1919, 3, 31), 23.5),
        ("Pacific/Apia", date(2011, 12, 30), 0),
    ],
)
def test_a_day_around_the_clock_is_as_long_as_it_really_is(zone: str, day: date, hours: float) -> None:
    assert worked_on(duty(zone, "00:00-24:00"), day) == hours * HOUR


@pytest.mark.parametrize(
    ("interval", "minutes"),
    [("02:15-02:45", 0), ("01:30-02:30", 30), ("02:30-03:30", 30), ("02:00-03:00", 0), ("01:00-04:00", 120)],
)
def test_minutes_that_no_clock_shows_are_not_worked(interval: str, minutes: int) -> None:
    berlin = duty("Europe/Berlin", interval)
    assert worked_on(berlin, date(2026, 3, 29)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("interval", "minutes"), [("02:00-03:00", 120), ("01:00-02:00", 60), ("01:30-02:30", 60)]
)
def test_an_hour_shown_twice_is_worked_twice_unless_work_ends_in_it(interval: str, minutes: int) -> None:
    berlin = duty("Europe/Berlin", interval)
    assert worked_on(berlin, date(2026, 10, 25)) == timedelta(minutes=minutes)


def test_moments_of_the_repeated_hour_are_told_apart() -> None:
    berlin = duty("Europe/Berlin", "00:00-24:00")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin.tz)
    second = first.replace(fold=1)
    assert berlin.between(first, second) == HOUR
    assert berlin.add(first, HOUR).astimezone(UTC) == second.astimezone(UTC)
    assert berlin.add(first, 2 * HOUR, [(first, second)]).isoformat() == "2026-10-25T04:30:00+01:00"


def test_the_offset_of_an_answer_is_that_of_its_own_date() -> None:
    berlin = duty("Europe/Berlin", "08:00-17:00")
    friday = datetime(2026, 3, 27, 16, tzinfo=berlin.tz)
    assert berlin.add(friday, 2 * HOUR).isoformat() == "2026-03-28T09:00:00+01:00"
    assert berlin.calendar_days(friday, 3).isoformat() == "2026-03-30T17:00:00+02:00"


def test_a_day_that_the_zone_skipped_is_no_working_day() -> None:
    samoa = duty("Pacific/Apia", "08:00-17:00")
    eve = datetime(2011, 12, 29, 9, tzinfo=samoa.tz)
    assert not samoa.is_working_day(date(2011, 12, 30))
    assert samoa.business_days(eve, 1).date() == date(2011, 12, 31)
    assert samoa.working_days_between(eve, eve + 48 * HOUR) == 1
