"""Terms of the Krasnoufimsk regulation, day by day (R36-R38; A3-A14)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.municipality import CalendarException, DayKind, Weekday
from domain.workdays import Roll, WorkCalendar
from domain.worktime_errors import (
    CalendarDataMissing,
    ExceptionsContradict,
    NegativeTerm,
    NoWorkingTime,
    OutOfReach,
    PauseMistake,
)
from domain.worktime_hours import parse_week

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
        lambda: PLAIN.business_days(at("2026-03-02 09:00"), 10**10),
        lambda: PLAIN.calendar_days(at("2026-03-02 09:00"), 10**10),
        lambda: PLAIN.calendar_days(at("2026-03-02 09:00"), (date.max - date(2026, 3, 2)).days),
        lambda: PLAIN.add(datetime.min.replace(tzinfo=UTC), HOUR),
        lambda: PLAIN.is_open(datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_what_dates_cannot_express_is_refused_at_once(ask) -> None:
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


def test_a_forecast_beyond_the_data_has_to_be_asked_for() -> None:
    assert written(MARCH.without_limits().business_days(at("2026-12-31 16:00"), 1)) == "2027-01-01 16:00"


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
