"""What follows from the settings: until when a department returns what is not its own (R40, Krasnoufimsk No. 83, п. 11)."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.rules import MunicipalityRules
from bot.words import Words
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Chats, Department, Municipality, Weekday
from domain.worktime.errors import CalendarDataMissing

MOSCOW = ZoneInfo("Europe/Moscow")
ZHKH = Department(DepartmentCode("zhkh"), "ЖКХ", ChatId(-10))
NIGHTS = replace(
    ZHKH,
    code=DepartmentCode("duty"),
    name="Дежурная служба",
    hours=dict.fromkeys(Weekday, ("00:00-06:00", "22:00-24:00")),
)
TOWN = Municipality(
    name="Примерск",
    timezone="Europe/Moscow",
    regulation="krasnoufimsk",
    hours=dict.fromkeys(list(Weekday)[:5], ("08:00-12:00", "13:00-17:00")),
    chats=Chats(ChatId(-1), ChatId(-1), ChatId(-1)),
    departments=(ZHKH, NIGHTS),
)


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2026-03-02T09:42:10", "2026-03-02T10:12:10"),
        ("2026-03-02T16:30:00", "2026-03-02T17:00:00"),
        ("2026-03-02T16:30:01", "2026-03-03T08:00:01"),
        ("2026-03-02T11:45:00", "2026-03-02T13:15:00"),
        ("2026-03-06T18:00:00", "2026-03-10T08:30:00"),
    ],
    ids=["at work", "exactly at closing", "a second over", "lunch", "before a holiday"],
)
def test_thirty_minutes_of_working_time(words: Words, since: str, until: str) -> None:
    """A14: used up exactly at closing it is due at closing."""
    assert MunicipalityRules(TOWN, words).return_by(ZHKH, local(since)) == local(until)


def test_a_department_goes_by_its_own_hours(words: Words) -> None:
    """A5: the calendar of whoever has to act."""
    due = MunicipalityRules(TOWN, words).return_by(NIGHTS, local("2026-03-02T09:42"))
    assert due == local("2026-03-02T22:30")


@pytest.mark.parametrize("regulation", ["grozny", "chaikovsky", "/etc/own.toml"])
def test_a_regulation_without_the_term_has_none(words: Words, regulation: str) -> None:
    rules = MunicipalityRules(replace(TOWN, regulation=regulation), words)
    assert rules.return_by(ZHKH, local("2026-03-02T09:42")) is None


def test_by_federal_law_a_department_has_seven_days(words: Words) -> None:
    """59-ФЗ, ст. 8 ч. 3; 9 March is a day off, the working day before it counts (A12)."""
    rules = MunicipalityRules(replace(TOWN, regulation="federal59"), words)
    assert rules.return_by(ZHKH, local("2026-03-02T09:42")) == local("2026-03-06T17:00")


@pytest.mark.parametrize(("department", "calendar"), [(ZHKH, "Примерск"), (NIGHTS, "Дежурная служба")])
def test_an_error_names_the_calendar_of_whoever_has_to_act(words: Words, department, calendar) -> None:
    """A department with hours of its own by its name, all others by the administration's."""
    rules = MunicipalityRules(TOWN, words)
    with pytest.raises(CalendarDataMissing) as refused:
        rules.calendar_of(department.code).add(local("2099-03-02T09:42"), timedelta(hours=1))
    assert refused.value.facts == {"calendar": calendar, "year": "2099"}


def test_where_the_calendar_ends_nothing_is_guessed(words: Words) -> None:
    assert MunicipalityRules(TOWN, words).return_by(ZHKH, local("2099-03-02T09:42")) is None


@pytest.mark.parametrize(
    ("moment", "rests"),
    [
        ("2026-03-02T12:30", False),
        ("2026-03-01T12:30", True),
        ("2031-03-03T12:30", False),
        ("2031-03-03T03:00", True),
    ],
)
def test_nobody_is_woken_also_in_a_year_that_the_calendar_does_not_know(words, moment, rests):
    assert MunicipalityRules(TOWN, words).rests(local(moment)) is rests
