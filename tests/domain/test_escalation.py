"""When a missed deadline climbs, and to whom: the amounts, the night, the day off (R54, R55, A21, A22)."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.production_calendar import russian_calendar
from domain.escalation import Level, list_climbs
from domain.regulation.terms import Holder, Stage
from tests.city import HOURS

MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = russian_calendar(HOURS, MOSCOW, "", (), "Примерск")


def at(moment):
    return datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)


def climb(level, moment):
    return next(one for one in list_climbs(CALENDAR, at(moment)) if one.level is level)


@pytest.mark.parametrize(
    ("level", "now", "before"),
    [
        (Level.COORDINATORS, "2026-03-02 10:00", "2026-03-02 10:00"),
        (Level.CURATOR, "2026-03-02 11:30", "2026-03-02 09:30"),
        (Level.CURATOR, "2026-03-02 14:00", "2026-03-02 11:00"),
        (Level.CURATOR, "2026-03-02 09:00", "2026-02-27 16:00"),
        (Level.LEADERSHIP, "2026-03-02 14:00", "2026-03-02 09:00"),
    ],
    ids=["at once", "two hours", "without the break", "over days off", "four hours"],
)
def test_r55_ordinary_deadlines_climb_after_working_time(level, now, before):
    assert climb(level, now).ordinary_before == at(before)


@pytest.mark.parametrize("now", ["2026-03-02 07:59", "2026-03-02 17:00", "2026-03-01 12:00"])
def test_a21_outside_working_hours_only_what_is_urgent_climbs_and_by_the_clock(now):
    found = climb(Level.LEADERSHIP, now)
    assert found.ordinary_before is None
    assert found.urgent_before == at(now) - timedelta(hours=1)


def test_a_break_within_the_day_is_no_night():
    assert climb(Level.COORDINATORS, "2026-03-02 12:30").ordinary_before == at("2026-03-02 12:30")


def test_r55_a_curator_hears_of_departments_and_the_leadership_of_no_mere_return():
    curator, leadership = (climb(level, "2026-03-02 10:00") for level in (Level.CURATOR, Level.LEADERSHIP))
    assert (curator.only, curator.but) == (Holder.DEPARTMENT, None)
    assert (leadership.only, leadership.but) == (None, Stage.RETURN)


def test_where_the_calendar_ends_nothing_is_guessed_and_what_is_urgent_climbs_still():
    calendar = replace(CALENDAR, known_years=range(2026, 2027))
    found = list_climbs(calendar, at("2031-03-03 10:00"))
    assert [one.ordinary_before for one in found] == [None, None, None]
    assert found[0].urgent_before == at("2031-03-03 10:00")
