"""When reminders come: slots read off the working day, and what is told between them (R32, A21)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.ids import DepartmentCode
from domain.rhythm.nearing import Nearing, is_to_be_told
from domain.rhythm.slots import Slot, find_turn, list_slots
from domain.workdays import WorkCalendar
from domain.worktime.hours import parse_week

MOSCOW = ZoneInfo("Europe/Moscow")
MONDAY = date(2026, 3, 2)


def calendar(*hours, **more):
    week = parse_week({day: list(hours) for day in ("mon", "tue", "wed", "thu", "fri")})
    return WorkCalendar(MOSCOW, week, **more)


OFFICE = calendar("08:00-12:00", "13:00-17:00")


def at(words):
    return datetime.fromisoformat(f"2026-03-{words}").replace(tzinfo=MOSCOW)


def slots(*hours, **more):
    return [f"{moment:%H:%M}" for _, moment in list_slots(calendar(*hours, **more), MONDAY)]


def test_r32_a_working_day_has_four_slots():
    assert slots("08:00-12:00", "13:00-17:00") == ["08:00", "11:00", "14:00", "16:00"]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (("10:30-16:00",), ["10:30", "14:00", "15:00"]),
        (("08:00-14:30",), ["08:00", "11:00", "13:30"]),
        (("08:00-12:00", "13:00-15:30"), ["08:00", "11:00", "14:30"]),
        (("09:00-13:30", "14:30-18:00"), ["09:00", "11:00", "14:30", "17:00"]),
        (("20:00-24:00",), ["20:00"]),
        (("00:00-24:00",), ["07:00", "11:00", "14:00"]),
        (("12:00-12:30",), ["12:00"]),
        ((), []),
    ],
)
def test_other_hours_have_only_slots_within_them_and_none_that_nearly_coincide_or_come_at_night(
    hours, expected
):
    assert slots(*hours) == expected


def test_a_shortened_day_is_over_earlier_so_its_last_slot_comes_earlier():
    assert slots("08:00-12:00", "13:00-17:00", shortened={MONDAY: 120}) == ["08:00", "11:00", "14:00"]


@pytest.mark.parametrize(
    ("now", "slot"),
    [
        ("02 07:59", None),
        ("02 08:00", Slot.OPENING),
        ("02 12:30", Slot.LATE_MORNING),
        ("02 16:59", Slot.LAST),
        ("02 17:00", None),
        ("02 23:00", None),
        ("01 11:00", None),
    ],
)
def test_only_the_last_slot_of_a_day_that_goes_on_is_caught_up(now, slot):
    turn = find_turn(OFFICE, at(now))
    assert (turn and turn.slot) == slot


def test_by_day_it_looks_up_to_closing_and_at_last_up_to_the_next_working_days():
    friday = find_turn(OFFICE, at("06 16:10"))
    assert find_turn(OFFICE, at("06 11:00")).until == at("06 17:00")
    assert friday.until == at("09 17:00")


def test_where_the_calendar_does_not_know_the_day_nothing_is_guessed():
    assert find_turn(calendar("08:00-17:00", known_years=range(2025, 2026)), at("02 11:00")) is None


def nearing(since, due, **more):
    return Nearing(
        **{
            "id": 1,
            "appeal_id": 1,
            "department": DepartmentCode("zhkh"),
            "for_approvers": False,
            "urgent": False,
            "since": at(since),
            "due_at": at(due),
            **more,
        }
    )


def first_told(one, start, work=OFFICE):
    """The first minute from then on at which it is told."""
    moments = (at(start) + timedelta(minutes=count) for count in range(3 * 24 * 60))
    return next((moment for moment in moments if is_to_be_told(one, work, moment)), None)


def test_a21_half_an_hour_of_work_before_the_end():
    assert first_told(nearing("02 09:00", "02 16:00"), "02 09:00") == at("02 15:30")
    assert first_told(nearing("02 09:00", "02 13:10"), "02 09:00") == at("02 11:40"), "lunch is no work"


def test_a_term_of_half_an_hour_at_its_half():
    assert first_told(nearing("02 09:00", "02 09:30"), "02 09:00") == at("02 09:15")


def test_what_ends_soon_after_opening_is_told_the_evening_before_or_then_but_never_in_between():
    one = nearing("02 09:00", "03 08:10")
    assert first_told(one, "02 09:00") == at("02 16:40")
    assert first_told(one, "02 17:00") == at("03 08:00")
    assert first_told(nearing("02 09:00", "03 08:10", urgent=True), "02 18:00") == at("02 18:00")


def test_what_is_over_already_is_left_to_the_next_digest():
    assert first_told(nearing("02 09:00", "02 10:00"), "02 10:00") is None
