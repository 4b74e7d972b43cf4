"""Terms in working hours, as in the Krasnoufimsk regulation (R36, R37; A3-A5, A14, A21)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.workdays import WorkCalendar
from domain.worktime.hours import parse_week
from tests.domain.workdays_cases import HOUR, MARCH, PLAIN, URAL, at, written


@pytest.mark.parametrize(
    ("arrived", "hours", "due"),
    [
        ("2026-03-02 09:00", 3, "2026-03-02 12:00"),
        ("2026-03-02 09:00", 4, "2026-03-02 14:00"),
        ("2026-03-02 15:00", 6, "2026-03-03 12:00"),
        ("2026-03-02 12:30", 1, "2026-03-02 14:00"),
        ("2026-03-02 23:40", 6, "2026-03-03 15:00"),
        ("2026-03-06 15:00", 6, "2026-03-10 14:00"),
        ("2026-03-07 10:00", 0.5, "2026-03-10 08:30"),
        ("2026-03-02 05:00", 8, "2026-03-02 17:00"),
        ("2026-03-02 09:00", 7, "2026-03-02 17:00"),
        ("2024-04-26 15:30", 3.5, "2024-04-27 11:00"),
        ("2025-10-31 15:00", 3, "2025-11-01 10:00"),
        ("2026-04-30 15:00", 1, "2026-04-30 16:00"),
        ("2026-04-30 15:00", 2, "2026-05-04 09:00"),
        ("2026-05-08 11:00", 2, "2026-05-12 09:00"),
        ("2025-12-31 16:00", 2, "2026-01-01 09:00"),
    ],
)
def test_hours_are_working_hours_without_lunch_night_and_days_off(
    arrived: str, hours: float, due: str
) -> None:
    assert written(MARCH.add(at(arrived), hours * HOUR)) == due


def test_a_term_used_up_at_closing_is_due_at_closing_and_one_microsecond_more_on_the_next_morning() -> None:
    closing = PLAIN.add(at("2026-03-02 16:30"), timedelta(minutes=30))
    later = PLAIN.add(at("2026-03-02 16:30"), timedelta(minutes=30, microseconds=1))
    assert written(closing) == "2026-03-02 17:00"
    assert written(later) == "2026-03-03 08:00:00.000001"


def test_a_term_of_zero_is_due_at_once_even_at_night() -> None:
    assert PLAIN.add(at("2026-03-01 23:00"), timedelta(0)) == at("2026-03-01 23:00")
    assert PLAIN.subtract(at("2026-03-01 23:00"), timedelta(0)) == at("2026-03-01 23:00")


def test_seconds_and_microseconds_are_not_rounded_away() -> None:
    due = PLAIN.add(at("2026-03-02 16:59:30.25"), timedelta(minutes=1, microseconds=7))
    assert written(due) == "2026-03-03 08:00:30.250007"


def test_a_very_long_term_is_exact() -> None:
    start = at("2026-03-02 08:00")
    due = PLAIN.add(start, 39 * 520 * HOUR)
    assert written(due) == "2036-02-15 16:00"
    assert PLAIN.between(start, due) == 39 * 520 * HOUR


def test_answers_are_in_the_zone_of_the_calendar() -> None:
    due = PLAIN.add(datetime(2026, 3, 2, 10, tzinfo=UTC), HOUR)
    assert due.isoformat() == "2026-03-02T16:00:00+05:00"


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(TypeError):
        PLAIN.add(at("2026-03-02 10:00").replace(tzinfo=None), HOUR)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-02 09:00", "2026-03-02 12:30", 3),
        ("2026-03-06 15:00", "2026-03-10 14:00", 6),
        ("2026-03-07 10:00", "2026-03-08 10:00", 0),
        ("2026-03-10 09:00", "2026-03-10 08:30", -0.5),
        ("2024-12-31 08:00", "2026-01-01 09:00", 8 + 209 * 8 + 52 * 7 + 6 + 1),
    ],
)
def test_working_time_between_two_moments(start: str, end: str, hours: float) -> None:
    assert MARCH.between(at(start), at(end)) == hours * HOUR


def test_a_reminder_is_so_much_working_time_before_the_deadline() -> None:
    assert written(PLAIN.subtract(at("2026-03-03 08:20"), timedelta(minutes=30))) == "2026-03-02 16:50"
    assert written(PLAIN.subtract(at("2026-03-03 08:30"), timedelta(minutes=30))) == "2026-03-03 08:00"
    assert written(PLAIN.subtract(at("2026-01-01 09:00"), 2 * HOUR)) == "2025-12-31 16:00"
    assert written(PLAIN.subtract(at("2026-01-01 09:00"), HOUR)) == "2026-01-01 08:00"


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-03-02 09:30", "2026-03-02 09:30"),
        ("2026-03-02 08:00", "2026-03-02 08:00"),
        ("2026-03-02 12:00", "2026-03-02 13:00"),
        ("2026-03-06 16:00", "2026-03-10 08:00"),
        ("2025-12-31 17:00", "2026-01-01 08:00"),
    ],
)
def test_work_begins_at_once_or_at_the_next_opening(moment: str, opening: str) -> None:
    assert written(MARCH.next_opening(at(moment))) == opening
    assert MARCH.is_open(at(moment)) == (moment == opening)


def test_intervals_are_cut_off_at_both_ends() -> None:
    found = MARCH.intervals(at("2026-03-06 15:30"), at("2026-03-10 09:00"))
    assert [(written(start), written(end)) for start, end in found] == [
        ("2026-03-06 15:30", "2026-03-06 16:00"),
        ("2026-03-10 08:00", "2026-03-10 09:00"),
    ]


def test_intervals_of_a_date_go_from_opening_to_closing_even_on_the_last_day_known() -> None:
    found = MARCH.intervals_of(date(2026, 12, 31))
    assert [(written(start)[-5:], written(end)[-5:]) for start, end in found] == [
        ("08:00", "12:00"),
        ("13:00", "17:00"),
    ]
    assert MARCH.intervals_of(date(2026, 3, 9)) == []


def test_intervals_that_only_touch_the_bounds_are_left_out() -> None:
    found = MARCH.intervals(at("2026-03-06 16:00"), at("2026-03-11 08:00"))
    assert [written(start) for start, _ in found] == ["2026-03-10 08:00", "2026-03-10 13:00"]


def test_an_interval_may_end_at_midnight() -> None:
    around_the_clock = WorkCalendar(URAL, parse_week({"mon": ["18:00-24:00"], "tue": ["00:00-06:00"]}))
    assert written(around_the_clock.add(at("2026-03-02 22:00"), 3 * HOUR)) == "2026-03-03 01:00"
    closing = around_the_clock.closing(date(2026, 3, 2))
    assert written(closing) == "2026-03-03 00:00"
    assert around_the_clock.due_on(closing) == date(2026, 3, 2)
    assert around_the_clock.due_on(closing + HOUR) == date(2026, 3, 3)
    assert PLAIN.due_on(closing) == date(2026, 3, 3)
