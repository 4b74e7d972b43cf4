"""What people type into the settings: codes out of names, hours out of a line, words out of a list."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.municipality import Weekday
from domain.setup.changes import changed, stamp
from domain.setup.errors import HoursUnread
from domain.setup.founding import blank
from domain.setup.vocabulary import Change
from domain.words.spelling import code_for, read_hours, read_topic, read_words

NOW = datetime(2026, 3, 2, 6, 50, tzinfo=UTC)


@given(st.text(max_size=60), st.integers(0, 12))
def test_every_name_gets_a_code_of_its_own(name, others):
    taken: set[str] = set()
    for _ in range(others + 1):
        code = code_for(name, taken)
        assert re.fullmatch(r"[a-z0-9_-]{1,24}", code)
        assert code not in taken
        taken.add(code)


def test_a_code_can_be_read_aloud():
    assert code_for("Управление ЖКХ", set()) == "upravlenie_zhkh"


WORK = ("08:00-12:00", "13:00-17:00")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("пн-пт 8:00-12:00, 13:00-17:00", dict.fromkeys(list(Weekday)[:5], WORK)),
        (
            "Пн–чт: 8-12 и 13-17; пт 8.00-16.00",
            {**dict.fromkeys(list(Weekday)[:4], WORK), "fri": ("08:00-16:00",)},
        ),
        ("вт, чт 9-18", dict.fromkeys((Weekday.TUE, Weekday.THU), ("09:00-18:00",))),
        ("сб-вс 10:00-14:00", dict.fromkeys((Weekday.SAT, Weekday.SUN), ("10:00-14:00",))),
        ("пт-пн 8-12", dict.fromkeys((Weekday.FRI, Weekday.SAT, Weekday.SUN, Weekday.MON), ("08:00-12:00",))),
    ],
)
def test_hours_are_read_as_people_write_them(line, days):
    assert read_hours(line) == days


@pytest.mark.parametrize(
    "line", ["", "как обычно", "пн-пт", "8:00-17:00", "пн-пт с восьми", "работаем пн 8-17"]
)
def test_what_names_no_hours_is_said_to(line):
    with pytest.raises(HoursUnread):
        read_hours(line)


def test_words_of_a_topic_are_kept_once():
    assert read_topic("Вода:  вода, Прорыв  трубы;вода\nтечь") == ("Вода", ("вода", "прорыв трубы", "течь"))
    assert read_topic("Вода") == ("Вода", ())
    assert read_words(" , ;") == ()


def test_a_stamp_sees_the_part_that_the_page_shows_and_no_other():
    town = changed(blank(), Change.NEW_DEPARTMENT, "", "Дороги", now=NOW)
    seen = stamp(town, Change.SHORT, "dorogi")
    assert stamp(changed(town, Change.NAME, "", "Город", now=NOW), Change.SHORT, "dorogi") == seen
    assert stamp(changed(town, Change.PHONE, "dorogi", "112", now=NOW), Change.SHORT, "dorogi") != seen
