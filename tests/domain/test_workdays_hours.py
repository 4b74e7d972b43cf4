"""Working hours as people write them."""

from datetime import date

import pytest

from domain.worktime.errors import HoursMistake, HoursProblem
from domain.worktime.hours import ordinary_hours, parse_day, parse_week, shorten, write_minute


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["08:00-12:00", "12:48-17:00"], ((480, 720), (768, 1020))),
        ([["13:00", "17:00"], ["08:00", "12:00"]], ((480, 720), (780, 1020))),
        (["8:00 – 12:00"], ((480, 720),)),
        (["00:00-24:00"], ((0, 1440),)),
        (["08:00-12:00", "12:00-16:00"], ((480, 720), (720, 960))),
        ([], ()),
    ],
)
def test_intervals_are_read(written: list[object], read: object) -> None:
    assert parse_day("mon", written) == read


@pytest.mark.parametrize(
    ("written", "problem", "text"),
    [
        (["08:00-12:00", "11:00-17:00"], HoursProblem.OVERLAP, "11:00-17:00"),
        (["17:00-08:00"], HoursProblem.ORDER, "17:00-08:00"),
        (["08:00-08:00"], HoursProblem.ORDER, "08:00-08:00"),
        (["08:00-24:01"], HoursProblem.TIME, "24:01"),
        (["08:60-12:00"], HoursProblem.TIME, "08:60"),
        (["с утра-12:00"], HoursProblem.TIME, "с утра"),
        (["08:00"], HoursProblem.FORM, "08:00"),
        ([["08:00", "12:00", "13:00"]], HoursProblem.FORM, "08:00-12:00-13:00"),
        ([["08:00", 12]], HoursProblem.FORM, "08:00-12"),
        ([8], HoursProblem.FORM, "8"),
        ("08:00-12:00", HoursProblem.LIST, "08:00-12:00"),
        (None, HoursProblem.LIST, "None"),
    ],
)
def test_a_mistake_is_named_with_its_place(written: object, problem: HoursProblem, text: str) -> None:
    with pytest.raises(HoursMistake) as refused:
        parse_week({"fri": written})
    assert refused.value.facts == {"where": "fri", "text": text, "problem": problem}


def test_a_weekday_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(HoursMistake) as refused:
        parse_week({"пн": []})
    assert refused.value.problem is HoursProblem.WEEKDAY


def test_a_weekday_left_out_is_a_day_off() -> None:
    assert parse_week({"tue": ["08:00-12:00"]}) == ((), ((480, 720),), (), (), (), (), ())


@pytest.mark.parametrize(
    ("minutes", "left"),
    [
        (0, ((480, 720), (780, 840))),
        (30, ((480, 720), (780, 810))),
        (60, ((480, 720),)),
        (90, ((480, 690),)),
        (300, ()),
        (1000, ()),
    ],
)
def test_a_shortened_day_loses_working_minutes_and_not_its_lunch(minutes: int, left: object) -> None:
    assert shorten(((480, 720), (780, 840)), minutes) == left


def test_a_day_without_hours_borrows_those_of_the_last_weekday_before_it() -> None:
    week = parse_week({"wed": ["08:00-12:00"], "fri": ["09:00-12:00"]})
    assert ordinary_hours(week, date(2026, 3, 8)) == week[4]
    assert ordinary_hours(week, date(2026, 3, 10)) == week[4]
    assert ordinary_hours(week, date(2026, 3, 4)) == week[2]
    assert ordinary_hours(parse_week({}), date(2026, 3, 4)) == ()


def test_minutes_are_written_as_they_are_read() -> None:
    assert [write_minute(minute) for minute in (0, 485, 1440)] == ["00:00", "08:05", "24:00"]
