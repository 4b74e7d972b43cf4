"""The arithmetic of a deadline: what was counted, what was not and why, as a clerk would check it with a calendar."""

from datetime import date, timedelta

import pytest

from domain.explaining import DaysOff, Why, explain
from domain.municipality import CalendarException, DayKind
from domain.regulation.terms import Stage
from domain.worktime.errors import CalendarDataMissing
from tests.domain.test_deadlines import ROADS, a_part, an_appeal, at, reckoning_of, routed

BEFORE_HOLIDAY = "2026-03-06T14:50"
"""A Friday; Monday the 9th is a day off that a holiday moved there."""


def explained(appeal, stage, parts=(), *, kept=None, **changes):
    reckoning = reckoning_of(**changes)
    running = next(one for one in reckoning.list_running(appeal, parts) if one.stage is stage)
    return explain(reckoning, running, kept)


def intervals(found):
    return [f"{start:%d %H:%M}-{end:%H:%M}" for one in found.worked for start, end in one.intervals]


def test_hours_are_told_interval_by_interval_and_come_to_the_term():
    """R41, A3, A4: lunch lies between two intervals."""
    found = explained(routed("2026-03-02T09:00"), Stage.DRAFT)
    assert intervals(found) == ["02 09:00-12:00", "02 13:00-16:00"]
    assert sum((one.length for one in found.worked), timedelta(0)) == timedelta(hours=6)
    assert (found.term.clause, found.since, found.due, found.days_off) == (
        "п. 12",
        at("2026-03-02T09:00"),
        at("2026-03-02T16:00"),
        (),
    )


def test_weekends_and_holidays_are_told_apart():
    found = explained(routed(BEFORE_HOLIDAY), Stage.DRAFT)
    assert intervals(found) == ["06 14:50-17:00", "10 08:00-11:50"]
    assert found.days_off == (
        DaysOff(date(2026, 3, 7), date(2026, 3, 8), Why.WEEKEND),
        DaysOff(date(2026, 3, 9), date(2026, 3, 9), Why.HOLIDAY),
    )


def test_a_decreed_day_off_is_told_with_its_reason():
    """A23."""
    mourning = CalendarException(date(2026, 3, 3), DayKind.OFF, "День траура")
    found = explained(routed("2026-03-02T16:00"), Stage.DRAFT, calendar=(mourning,))
    assert found.days_off == (DaysOff(date(2026, 3, 3), date(2026, 3, 3), Why.DECREED, "День траура"),)


def test_a_term_in_days_tells_from_where_its_last_day_was_moved():
    """A10, A12: of calendar days days off count, only the end is moved."""
    found = explained(an_appeal("2026-02-25T09:00"), Stage.FINAL, regulation="grozny")
    assert (found.rolled_from, found.last_day) == (date(2026, 3, 8), date(2026, 3, 10))
    assert [one.first for one in found.days_off] == [date(2026, 3, 8), date(2026, 3, 9)]
    assert found.worked == ()


def test_an_extension_is_told_apart_from_the_term():
    """R07: with the day on which it would have ended."""
    appeal = an_appeal("2026-02-25T09:00", extended_days=5)
    found = explained(appeal, Stage.FINAL, regulation="grozny")
    assert (found.extended_days, found.at_first) == (5, at("2026-03-10T17:00"))
    assert (found.rolled_from, found.last_day) == (date(2026, 3, 15), date(2026, 3, 16))


def test_the_smaller_of_two_terms_counts_and_the_other_is_told():
    """R47, A9."""
    appeal = routed("2026-03-02T09:00", assigned="2026-03-02T14:30")
    found = explained(appeal, Stage.PART, [a_part("2026-03-02T14:30")])
    assert found.department == ROADS
    assert found.due == at("2026-03-02T16:00")
    assert found.other is not None
    assert (found.other.term.clause, found.other.due) == ("п. 17", at("2026-03-02T16:30"))


def test_a_term_that_was_not_moved_into_the_past_tells_both():
    """A17."""
    found = explained(routed(), Stage.DRAFT, kept=at("2026-03-02T18:00"))
    assert (found.due, found.stands) == (at("2026-03-02T16:00"), at("2026-03-02T18:00"))


def test_where_the_calendar_ends_nothing_is_made_up():
    with pytest.raises(CalendarDataMissing):
        explained(routed("2027-12-31T16:00"), Stage.DRAFT)
