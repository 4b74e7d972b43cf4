"""A year by the Labour Code alone, against a year whose decree is known."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.production_calendar import production_calendar
from domain.worktime.labour_code import holidays_of, year_by_law


def test_a_decree_moves_only_the_days_off_of_january_where_no_other_was_moved_by_hand() -> None:
    """2026: 8 March and 9 May fall on weekends and move by themselves, 3 and 4 January by decree."""
    decreed = production_calendar().years[2026]
    moved = {date(2026, 1, 9), date(2026, 12, 31)}
    assert year_by_law(2026).off - holidays_of(2026) == {date(2026, 3, 9), date(2026, 5, 11)}
    assert {day for day in year_by_law(2026).off if day.weekday() < 5} == decreed.off - moved
    assert year_by_law(2026).shortened == decreed.shortened | {date(2026, 12, 31)}


def test_a_holiday_on_a_weekend_makes_the_next_working_day_one_off() -> None:
    """2033: 1 May and 12 June are Sundays; 2028: 4 November is a Saturday."""
    assert year_by_law(2033).off - holidays_of(2033) == {date(2033, 5, 2), date(2033, 6, 13)}
    assert year_by_law(2028).off - holidays_of(2028) == {date(2028, 11, 6)}
    assert date(2028, 11, 3) in year_by_law(2028).shortened


@given(st.integers(2017, 2199))
def test_whatever_the_year_no_weekday_off_is_lost_and_none_is_invented(year: int) -> None:
    law, holidays = year_by_law(year), holidays_of(year)
    on_weekends = [day for day in holidays if day.weekday() >= 5 and day > date(year, 1, 8)]
    assert len(law.off - holidays) == len(on_weekends)
    assert all(day.weekday() < 5 for day in (law.off - holidays) | law.shortened)
    eves = {day + timedelta(days=1) for day in law.shortened}
    assert eves <= holidays | {date(year + 1, 1, 1)}
