"""Terms in days, close of business and pauses (R38; A10-A13, A16)."""

from datetime import date, timedelta

import pytest

from domain.municipality import Weekday
from domain.workdays import Roll, WorkCalendar
from domain.worktime.hours import parse_week
from tests.domain.workdays_cases import HOUR, MARCH, PLAIN, URAL, WEEK, at, written


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-03-02 09:00", 1, "2026-03-03 17:00"),
        ("2026-03-05 23:00", 1, "2026-03-06 16:00"),
        ("2026-03-06 15:00", 1, "2026-03-10 17:00"),
        ("2026-03-07 10:00", 2, "2026-03-11 17:00"),
        ("2026-04-29 10:00", 1, "2026-04-30 16:00"),
        ("2026-03-02 09:00", 0, "2026-03-02 17:00"),
        ("2026-03-08 09:00", 0, "2026-03-10 17:00"),
    ],
)
def test_business_days_end_at_close_of_business(start: str, days: int, due: str) -> None:
    assert written(MARCH.business_days(at(start), days)) == due


@pytest.mark.parametrize(
    ("roll", "due"),
    [(Roll.NONE, "2026-03-09 17:00"), (Roll.NEXT, "2026-03-10 17:00"), (Roll.PREV, "2026-03-06 16:00")],
)
def test_eight_calendar_days_that_end_on_a_holiday_roll_as_the_profile_says(roll: Roll, due: str) -> None:
    """R38, A10-A12: the day of detection is day 0."""
    assert written(MARCH.calendar_days(at("2026-03-01 15:00"), 8, roll)) == due


def test_eight_calendar_days_within_the_week_end_on_their_own_day() -> None:
    assert {written(MARCH.calendar_days(at("2026-03-02 15:00"), 8, roll)) for roll in Roll} == {
        "2026-03-10 17:00"
    }


def test_a_day_off_without_hours_of_its_own_closes_as_the_last_weekday_before_it() -> None:
    assert written(PLAIN.closing(date(2026, 3, 8))) == "2026-03-08 16:00"
    assert written(WorkCalendar(URAL, parse_week({})).closing(date(2026, 3, 8))) == "2026-03-09 00:00"


def test_working_days_between_count_the_last_day_and_not_the_first() -> None:
    assert MARCH.working_days_between(at("2026-03-05 09:00"), at("2026-03-10 00:00")) == 2
    assert MARCH.working_days_between(at("2026-03-10 23:00"), at("2026-03-10 23:30")) == 0
    assert MARCH.working_days_between(at("2024-04-26 09:00"), at("2024-04-27 09:00")) == 1


def test_a_moved_working_day_has_the_hours_of_the_day_it_replaces() -> None:
    """A13: Saturday 27.04.2024 for a Monday; of 01.11.2025 it is not said, so Friday's hours, less an hour."""
    assert MARCH.hours_of(date(2024, 4, 27)) == WEEK[0]
    assert MARCH.hours_of(date(2025, 11, 1)) == ((480, 720), (780, 900))


def test_a_working_day_that_replaces_a_day_without_hours_is_worked_all_the_same() -> None:
    """A13: an institution closed on Mondays works on the Saturday that pays for a Monday, by its own Saturday hours."""
    closed_on_mondays = parse_week({"tue": ["08:00-17:00"], "fri": ["08:00-16:00"], "sat": ["09:00-13:00"]})
    saturday, sunday = date(2024, 4, 27), date(2024, 4, 28)
    moved = {saturday: Weekday.MON, sunday: Weekday.MON}
    calendar = WorkCalendar(URAL, closed_on_mondays, extra_working_days=moved)
    assert calendar.hours_of(saturday) == ((540, 780),)
    assert calendar.hours_of(sunday) == ((540, 780),)


def test_an_override_beats_everything_for_its_date() -> None:
    day = date(2026, 3, 9)
    calendar = WorkCalendar(
        URAL,
        WEEK,
        holidays=frozenset({day}),
        extra_working_days={day: Weekday.FRI},
        shortened={day: 60},
        overrides={day: ((600, 660),)},
    )
    assert calendar.hours_of(day) == ((600, 660),)
    assert not WorkCalendar(URAL, WEEK, overrides={date(2026, 3, 2): ()}).is_working_day(date(2026, 3, 2))


def test_pauses_do_not_count() -> None:
    """A16, where the profile says that a question to the citizen stops the clock."""
    pauses = [
        (at("2026-03-02 16:00"), at("2026-03-03 10:00")),
        (at("2026-03-02 15:30"), at("2026-03-02 16:30")),
        (at("2026-02-01 00:00"), at("2026-02-02 00:00")),
    ]
    start = at("2026-03-02 15:00")
    assert written(PLAIN.add(start, 2 * HOUR, pauses)) == "2026-03-03 11:30"
    assert written(PLAIN.add(start, HOUR / 2, pauses)) == "2026-03-02 15:30"
    assert PLAIN.between(start, at("2026-03-03 11:30"), pauses) == 2 * HOUR
    assert PLAIN.between(at("2026-03-03 11:30"), start, pauses) == -2 * HOUR
    assert [written(opening) for opening, _ in PLAIN.intervals(start, at("2026-03-03 12:00"), pauses)] == [
        "2026-03-02 15:00",
        "2026-03-03 10:00",
    ]


def test_a_term_that_starts_within_a_pause_starts_when_it_ends() -> None:
    pause = (at("2026-03-02 09:00"), at("2026-03-02 11:00"))
    assert written(PLAIN.add(at("2026-03-02 10:00"), HOUR, [pause])) == "2026-03-02 12:00"
    assert PLAIN.add(at("2026-03-02 10:00"), timedelta(0), [pause]) == at("2026-03-02 10:00")


def test_days_wholly_in_a_pause_do_not_count_towards_terms_in_days() -> None:
    asked_and_answered = (at("2026-03-02 10:00"), at("2026-03-04 15:00"))
    start = at("2026-03-02 09:00")
    assert written(PLAIN.business_days(start, 2, [asked_and_answered])) == "2026-03-05 17:00"
    assert written(PLAIN.calendar_days(start, 2, Roll.NEXT, [asked_and_answered])) == "2026-03-05 17:00"
    assert PLAIN.working_days_between(start, at("2026-03-05 12:00"), [asked_and_answered]) == 2
    assert PLAIN.calendar_days_between(start, at("2026-03-05 12:00"), [asked_and_answered]) == 2


@pytest.mark.parametrize(
    ("pauses", "due"),
    [
        ([("2026-03-03 10:00", "2026-03-05 00:00")], "2026-03-05 17:00"),
        (
            [("2026-03-03 00:00", "2026-03-05 00:00"), ("2026-03-04 00:00", "2026-03-06 00:00")],
            "2026-03-07 16:00",
        ),
        (
            [("2026-03-03 00:00", "2026-03-07 00:00"), ("2026-03-04 00:00", "2026-03-05 00:00")],
            "2026-03-08 16:00",
        ),
    ],
)
def test_a_day_paused_in_part_counts_and_one_paused_twice_is_left_out_once(pauses, due: str) -> None:
    moments = [(at(since), at(until)) for since, until in pauses]
    assert written(PLAIN.calendar_days(at("2026-03-02 09:00"), 2, Roll.NONE, moments)) == due


def test_a_pause_before_the_start_or_after_the_end_lengthens_no_term_in_days() -> None:
    start = at("2026-03-02 09:00")
    pauses = [
        (at("2026-02-20 00:00"), at("2026-03-03 00:00")),
        (at("2026-03-05 00:00"), at("2026-03-20 00:00")),
    ]
    assert written(PLAIN.calendar_days(start, 2, Roll.NONE, pauses)) == "2026-03-04 17:00"
    assert PLAIN.calendar_days_between(start, at("2026-03-04 17:00"), pauses) == 2
