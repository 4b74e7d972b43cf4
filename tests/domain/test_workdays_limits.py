"""What a calendar refuses, where its data end, and local exceptions (A23)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.municipality import CalendarException, DayKind, Weekday
from domain.workdays import Roll, WorkCalendar
from domain.worktime.errors import (
    CalendarDataMissing,
    ExceptionsContradict,
    NegativeTerm,
    NoWorkingTime,
    OutOfReach,
    PauseMistake,
)
from domain.worktime.hours import parse_week
from tests.domain.workdays_cases import HOUR, MARCH, PLAIN, URAL, WEEK, at, written


def test_a_pause_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(PauseMistake) as refused:
        PLAIN.add(at("2026-03-02 09:00"), HOUR, [(at("2026-03-03 09:00"), at("2026-03-02 09:00"))])
    assert refused.value.facts["end"] == "2026-03-02T09:00:00+05:00"


@pytest.mark.parametrize(
    "ask",
    [
        lambda: PLAIN.add(at("2026-03-02 09:00"), -HOUR),
        lambda: PLAIN.subtract(at("2026-03-02 09:00"), -HOUR),
        lambda: PLAIN.business_days(at("2026-03-02 09:00"), -1),
        lambda: PLAIN.calendar_days(at("2026-03-02 09:00"), -(10**12)),
    ],
)
def test_a_term_below_zero_is_refused(ask) -> None:
    with pytest.raises(NegativeTerm):
        ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda calendar: calendar.add(at("2026-03-02 09:00"), HOUR),
        lambda calendar: calendar.subtract(at("2026-03-02 09:00"), HOUR),
        lambda calendar: calendar.next_opening(at("2026-03-02 09:00")),
        lambda calendar: calendar.business_days(at("2026-03-02 09:00"), 1),
        lambda calendar: calendar.calendar_days(at("2026-03-02 09:00"), 1, Roll.NEXT),
        lambda calendar: calendar.calendar_days(at("2026-03-02 09:00"), 1, Roll.PREV),
    ],
)
def test_without_working_days_a_term_ends_in_an_error_that_names_the_calendar(ask) -> None:
    with pytest.raises(NoWorkingTime) as refused:
        ask(WorkCalendar(URAL, parse_week({}), name="Архив"))
    assert refused.value.calendar == "Архив"
    assert refused.value.year in (2025, 2027)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: PLAIN.add(at("2026-03-02 09:00"), timedelta.max),
        lambda: PLAIN.subtract(at("2026-03-02 09:00"), timedelta.max),
        lambda: MARCH.add(at("2026-03-02 09:00"), timedelta.max),
        lambda: MARCH.subtract(at("2026-03-02 09:00"), timedelta.max),
        lambda: PLAIN.add(at("2026-03-02 09:00"), 10_000_000 * HOUR),
        lambda: PLAIN.between(at("2026-03-02 09:00"), at("9000-03-02 09:00")),
        lambda: PLAIN.business_days(at("2026-03-02 09:00"), 10**10),
        lambda: PLAIN.calendar_days(at("2026-03-02 09:00"), 10**10),
        lambda: PLAIN.calendar_days(at("2026-03-02 09:00"), (date.max - date(2026, 3, 2)).days),
        lambda: PLAIN.add(datetime.min.replace(tzinfo=UTC), HOUR),
        lambda: PLAIN.is_open(datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_what_is_centuries_away_is_refused_at_once(ask) -> None:
    with pytest.raises(OutOfReach):
        ask()


def test_what_needs_a_year_without_data_is_refused_and_what_does_not_is_answered() -> None:
    last = at("2026-12-31 16:00")
    assert written(MARCH.add(last, HOUR)) == "2026-12-31 17:00"
    assert MARCH.between(last, at("2027-01-01 00:00")) == HOUR
    assert written(MARCH.business_days(at("2026-12-30 16:00"), 1)) == "2026-12-31 17:00"
    for ask in (
        lambda: MARCH.add(last, 2 * HOUR),
        lambda: MARCH.business_days(last, 1),
        lambda: MARCH.calendar_days(last, 1),
        lambda: MARCH.is_working_day(date(2027, 1, 1)),
        lambda: MARCH.next_opening(at("2023-12-31 09:00")),
    ):
        with pytest.raises(CalendarDataMissing) as refused:
            ask()
        assert refused.value.year in (2023, 2027)


def test_local_exceptions_replace_what_stood_for_their_date() -> None:
    """A23: the federal calendar and the decrees of the region, entered by the administrator."""
    off, working, shortened = date(2024, 4, 27), date(2026, 3, 9), date(2026, 3, 10)
    full = date(2026, 4, 30)
    calendar = MARCH.with_exceptions(
        [
            CalendarException(off, DayKind.OFF, "Радоница"),
            CalendarException(working, DayKind.WORKING, hours=Weekday.FRI),
            CalendarException(shortened, DayKind.SHORTENED, minutes=90),
            CalendarException(full, DayKind.WORKING),
            CalendarException(date(2026, 5, 8), DayKind.WORKING),
            CalendarException(date(2026, 5, 8), DayKind.SHORTENED),
        ]
    )
    assert calendar.hours_of(off) == ()
    assert calendar.hours_of(working) == WEEK[4]
    assert calendar.hours_of(shortened) == ((480, 720), (780, 930))
    assert calendar.hours_of(full) == WEEK[3]
    assert calendar.hours_of(date(2026, 5, 8)) == ((480, 720), (780, 900))
    assert calendar.hours_of(date(2026, 5, 1)) == ()
    only_shorter = MARCH.with_exceptions([CalendarException(date(2026, 5, 8), DayKind.SHORTENED)])
    assert only_shorter.hours_of(date(2026, 5, 8)) == ((480, 720), (780, 900))


def test_a_date_both_off_and_working_is_refused() -> None:
    both = [CalendarException(date(2026, 3, 3), kind) for kind in (DayKind.OFF, DayKind.WORKING)]
    with pytest.raises(ExceptionsContradict) as refused:
        PLAIN.with_exceptions(both)
    assert refused.value.facts == {"date": "2026-03-03"}


def test_calendars_are_values() -> None:
    assert WorkCalendar(URAL, WEEK) == WorkCalendar(URAL, WEEK)
    assert len({WorkCalendar(URAL, WEEK), WorkCalendar(URAL, WEEK)}) == 1
    assert PLAIN != MARCH
