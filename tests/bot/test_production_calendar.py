"""Russia's production calendar against the law's norms, the `holidays` library, and days that people remember."""

from datetime import date, datetime, timedelta
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest

from bot.production_calendar import (
    declared_years,
    production_calendar,
    regional_days,
    russian_calendar,
    shipped_years,
)
from domain.municipality import CalendarException, DayKind, Weekday
from domain.setup.calendar import find_missing_year
from domain.workdays import Roll
from domain.worktime.errors import CalendarDataMissing, ExceptionsContradict, HoursMistake

MOSCOW = ZoneInfo("Europe/Moscow")
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
FORTY_HOURS = {day: ["09:00-13:00", "14:00-18:00"] for day in WORKDAYS}
SIX_DAYS = FORTY_HOURS | {"sat": ["10:00-14:00"]}
HOUR = timedelta(hours=1)

calendar = russian_calendar(FORTY_HOURS, MOSCOW)


def days_of(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


def local(year: int, month: int = 1, day: int = 1, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=MOSCOW)


@pytest.mark.parametrize("year", range(2016, 2028))
def test_working_days_and_hours_agree_with_the_norms_of_every_month(year: int) -> None:
    norms = production_calendar().years[year]
    months = [list(days) for _, days in groupby(days_of(year), key=lambda day: day.month)]
    days = [sum(map(calendar.is_working_day, month)) for month in months]
    starts = [local(year, month) for month in range(1, 13)] + [local(year, 12, 31, 23)]
    hours = [calendar.between(start, end) / HOUR for start, end in pairwise(starts)]
    if len(norms.hours40) == 1:
        days, hours = [sum(days)], [sum(hours)]
    assert tuple(days) == norms.workdays
    assert tuple(hours) == norms.hours40


@pytest.mark.parametrize(
    ("year", "days", "hours"),
    [
        (2024, 248, (136, 159, 159, 168, 159, 151, 184, 176, 168, 184, 167, 168)),
        (2025, 247, (136, 160, 167, 175, 144, 151, 184, 168, 176, 184, 151, 176)),
        (2026, 247, (120, 152, 168, 175, 151, 167, 184, 168, 176, 176, 159, 176)),
    ],
)
def test_norms_of_the_months_are_those_published(year: int, days: int, hours: tuple[int, ...]) -> None:
    norms = production_calendar().years[year]
    assert sum(norms.workdays) == days
    assert norms.hours40 == hours
    assert sum(hours) == {2024: 1979, 2025: 1972, 2026: 1972}[year]


def test_only_the_presidential_days_of_2020_and_2021_are_unknown_to_the_library() -> None:
    library = holidays.country_holidays("RU", years=range(2015, 2029))
    differ = [
        day
        for year in production_calendar().known_years
        for day in days_of(year)
        if calendar.is_working_day(day) != library.is_working_day(day)
    ]
    assert [day.year for day in differ] == [2020] * 29 + [2021] * 7
    assert differ[0] == date(2020, 3, 30)
    assert differ[-1] == date(2021, 11, 3)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 4, 27), True),
        (date(2024, 4, 29), False),
        (date(2025, 11, 1), True),
        (date(2026, 1, 9), False),
        (date(2026, 1, 12), True),
        (date(2026, 3, 9), False),
        (date(2026, 12, 31), False),
        (date(2027, 2, 20), True),
        (date(2027, 2, 22), False),
    ],
)
def test_moved_days_are_known(day: date, working: bool) -> None:
    assert calendar.is_working_day(day) is working


def test_a_working_saturday_has_the_hours_of_the_day_it_pays_for_and_may_be_shortened() -> None:
    """A13: 27.04.2024 for a Monday; 02.11.2024 for a Tuesday, an hour shorter."""
    hours = {"mon": ["08:00-17:00"], "tue": ["08:00-16:00"], "fri": ["08:00-12:00"]}
    shorter_fridays = russian_calendar(hours, MOSCOW)
    assert shorter_fridays.hours_of(date(2024, 4, 27)) == ((480, 1020),)
    assert shorter_fridays.hours_of(date(2024, 11, 2)) == ((480, 900),)


@pytest.mark.parametrize("year", range(2016, 2028))
def test_every_working_weekend_names_a_weekday_off_of_its_year(year: int) -> None:
    this = production_calendar().years[year]
    assert all(day.weekday() >= 5 for day in this.working)
    names = list(Weekday)
    weekdays_off = {names[day.weekday()] for day in this.off}
    assert set(this.working.values()) <= weekdays_off


def test_terms_pass_over_the_new_year_holidays() -> None:
    arrived = local(2025, 12, 30, 17)
    assert calendar.add(arrived, 2 * HOUR) == local(2026, 1, 12, 10)
    assert calendar.calendar_days(arrived, 8, Roll.NEXT) == local(2026, 1, 12, 18)
    assert calendar.calendar_days(arrived, 8, Roll.PREV) == local(2025, 12, 30, 18)


def test_a_holiday_on_a_saturday_is_a_day_off_where_saturdays_are_worked() -> None:
    six_days = russian_calendar(SIX_DAYS, MOSCOW)
    assert six_days.is_working_day(date(2026, 5, 16))
    assert not six_days.is_working_day(date(2026, 5, 9))
    assert not six_days.is_working_day(date(2026, 1, 3))


def test_days_off_of_the_region_are_added() -> None:
    """A23: Chechnya, decrees of each year; Stavropol, Радоница."""
    assert calendar.is_working_day(date(2026, 3, 19))
    assert not russian_calendar(FORTY_HOURS, MOSCOW, "RU-CE").is_working_day(date(2026, 3, 19))
    assert not russian_calendar(FORTY_HOURS, MOSCOW, "RU-STA").is_working_day(date(2025, 4, 30))
    assert [day.day for day in regional_days("RU-CE") if (day.year, day.month) in {(2025, 3), (2025, 4)}] == [
        30,
        31,
        1,
    ]
    assert regional_days("RU-SVE") == {}


def test_local_exceptions_beat_federal_and_regional_days() -> None:
    exceptions = [
        CalendarException(date(2026, 3, 19), DayKind.WORKING),
        CalendarException(date(2026, 3, 9), DayKind.WORKING, hours=Weekday.FRI),
        CalendarException(date(2026, 4, 21), DayKind.OFF, "Радоница"),
        CalendarException(date(2026, 4, 22), DayKind.SHORTENED),
        CalendarException(date(2024, 4, 27), DayKind.OFF),
    ]
    ours = russian_calendar(FORTY_HOURS, MOSCOW, "RU-CE", exceptions)
    assert ours.is_working_day(date(2026, 3, 19))
    assert ours.is_working_day(date(2026, 3, 9))
    assert not ours.is_working_day(date(2026, 4, 21))
    assert ours.closing(date(2026, 4, 22)) == local(2026, 4, 22, 17)
    assert not ours.is_working_day(date(2024, 4, 27))
    assert not ours.is_working_day(date(2026, 3, 20))


def test_contradicting_exceptions_and_wrong_hours_are_refused() -> None:
    both = [CalendarException(date(2026, 3, 3), kind) for kind in (DayKind.OFF, DayKind.WORKING)]
    with pytest.raises(ExceptionsContradict):
        russian_calendar(FORTY_HOURS, MOSCOW, exceptions=both)
    with pytest.raises(HoursMistake):
        russian_calendar({"mon": ["09:00-08:00"]}, MOSCOW)


def test_beyond_the_data_nothing_is_guessed() -> None:
    named = russian_calendar(FORTY_HOURS, MOSCOW, name="Управление ЖКХ")
    assert shipped_years()[-1] == 2027
    with pytest.raises(CalendarDataMissing) as refused:
        named.add(local(2027, 12, 30, 17), 2 * HOUR)
    assert refused.value.facts == {"calendar": "Управление ЖКХ", "year": "2028"}


def test_a_declared_year_is_as_the_law_has_it_with_what_was_entered_on_top() -> None:
    transfers = [
        CalendarException(date(2028, 1, 10), DayKind.OFF, "Перенос с 1 января"),
        CalendarException(date(2028, 2, 26), DayKind.WORKING, hours=Weekday.MON),
    ]
    ours = russian_calendar(FORTY_HOURS, MOSCOW, exceptions=transfers, declared=(2028,))
    assert ours.add(local(2027, 12, 30, 17), 2 * HOUR) == local(2028, 1, 11, 10)
    assert ours.is_working_day(date(2028, 2, 26))
    assert ours.closing(date(2028, 3, 7)) == local(2028, 3, 7, 17), "an hour shorter before the holiday"
    assert not ours.is_working_day(date(2028, 11, 6)), "4 November is a Saturday"
    with pytest.raises(CalendarDataMissing):
        ours.add(local(2028, 12, 29, 17), 10 * HOUR)


def test_what_the_program_brings_beats_the_declaration_and_a_gap_ends_it() -> None:
    assert list(declared_years((2026, 2027))) == []
    assert list(declared_years((2027, 2028, 2029, 2031))) == [2028, 2029]
    ours = russian_calendar(FORTY_HOURS, MOSCOW, declared=(2027,))
    assert ours.is_working_day(date(2027, 2, 20)), "a Saturday that the decree made working"


def test_the_year_with_one_source_says_so() -> None:
    assert [year.year for year in production_calendar().years.values() if year.provisional] == [2027]


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2027, 9, 30), None),
        (date(2027, 10, 1), 2028),
        (date(2027, 12, 31), 2028),
        (date(2028, 1, 1), 2028),
        (date(2030, 1, 1), 2028),
    ],
)
def test_from_october_on_the_next_year_is_missing(today: date, missing: int | None) -> None:
    assert find_missing_year(date(2027, 12, 31), today) == missing
