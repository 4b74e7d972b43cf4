"""Days of the calendar as an administrator writes them; what may mean two things is not guessed (A23)."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.municipality import Weekday
from domain.words.days_in_words import LONGEST_RUN, read_days

NOW = datetime(2026, 3, 2, 9, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "days", "reason"),
    [
        ("24 апреля, Радоница", ["2026-04-24"], "Радоница"),
        ("24.04 Радоница", ["2026-04-24"], "Радоница"),
        ("24 апреля\nРадоница", ["2026-04-24"], "Радоница"),
        ("24 апреля 2027 года Радоница", ["2027-04-24"], "Радоница"),
        ("21.04.2027, указ № 45 от 12.03", ["2027-04-21"], "указ № 45 от 12.03"),
        ("1 февраля", ["2027-02-01"], ""),
        ("завтра, снег", ["2026-03-03"], "снег"),
        ("9-11 апреля 2027, Ураза", ["2027-04-09", "2027-04-10", "2027-04-11"], "Ураза"),
        ("с 30 марта по 1 апреля Ураза", ["2026-03-30", "2026-03-31", "2026-04-01"], "Ураза"),
        ("09.04-10.04", ["2026-04-09", "2026-04-10"], ""),
        ("31 декабря – 1 января", ["2026-12-31", "2027-01-01"], ""),
    ],
)
def test_a_day_or_a_run_of_days_with_its_reason(words: str, days: list[str], reason: str) -> None:
    read = read_days(words, now=NOW)
    assert read is not None
    assert [day.isoformat() for day in read.days] == days
    assert read.reason == reason


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Радоница",
        "31 апреля",
        "11–9 апреля",
        "с 9 апреля",
        "1 и 2 апреля",
        "24 апреля перенос с 5 мая",
        "24 апреля до 15:00",
        "с 1 января по 31 декабря 2027",
    ],
)
def test_what_is_not_clear_is_not_read(words: str) -> None:
    assert read_days(words, now=NOW) is None


def test_whose_hours_and_how_much_shorter_may_be_said_anywhere() -> None:
    moved = read_days("27.04 как в понедельник, перенос с 29.04", now=NOW)
    assert moved is not None
    assert (moved.days, moved.like, moved.reason) == ((date(2026, 4, 27),), Weekday.MON, "перенос с 29.04")
    minutes = [
        read_days(f"30 апреля {length}, праздник", now=NOW)
        for length in ("на полчаса", "на час", "на 90 минут", "на 2 часа")
    ]
    assert [read.minutes if read else 0 for read in minutes] == [30, 60, 90, 120]


@given(st.text(alphabet="0123456789 .-–,апреляскчв", max_size=40))
def test_whatever_is_written_it_is_a_short_run_or_nothing(words: str) -> None:
    read = read_days(words, now=NOW)
    assert read is None or 1 <= len(read.days) <= LONGEST_RUN
