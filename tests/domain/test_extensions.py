"""How far a term can be moved, and until when in words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.extensions import Room, list_steps, read_until

DUE = date(2026, 3, 13)
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("до 20.03", date(2026, 3, 20)),
        ("20 марта", date(2026, 3, 20)),
        ("+5", date(2026, 3, 18)),
        ("на 5 дней", date(2026, 3, 18)),
        ("ещё на 10", date(2026, 3, 23)),
        ("5 дней", date(2026, 3, 18)),
        ("до конца недели", date(2026, 3, 6)),
        ("через неделю", date(2026, 3, 9)),
        ("вчера", date(2026, 3, 1)),
        ("5", None),
        ("как получится", None),
    ],
)
def test_a_day_or_so_many_days_more(words, day):
    assert read_until(words, DUE, NOW) == day


def test_the_buttons_never_lead_beyond_what_is_left():
    """R07."""
    assert list_steps(30) == [5, 10, 30]
    assert list_steps(7) == [5, 7]
    assert list_steps(5) == [5]
    assert list_steps(0) == []


def test_days_count_from_the_first_term():
    """R07: thirty days in all, also where a day off has moved the term by itself."""
    room = Room(due=date(2026, 3, 23), first=DUE, spent=8, limit=30, clause="п. 4")
    assert room.left == 20
    assert room.allows(date(2026, 4, 12))
    assert not room.allows(date(2026, 4, 13))
    assert not room.allows(room.due)
    assert room.days_to(date(2026, 4, 12)) == 30
