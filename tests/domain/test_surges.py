"""A sudden growth: at least five in an hour, and three times the usual (R56)."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.ids import TopicCode
from domain.surges import Growth, commonest_street, is_surge, usual_an_hour

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONG_AGO, TODAY = NOW - timedelta(days=400), NOW - timedelta(hours=2)
HOURS = 28 * 24


@pytest.mark.parametrize(
    ("count", "before", "began_at", "expected"),
    [
        (5, 0, LONG_AGO, True),
        (4, 0, LONG_AGO, False),
        (6, 2 * HOURS, LONG_AGO, True),
        (6, 2 * HOURS + 1, LONG_AGO, False),
        (40, 14 * HOURS, LONG_AGO, False),
        (6, 48, TODAY, True),
        (6, 49, TODAY, False),
    ],
    ids=["five", "four", "three times", "not quite", "a busy topic", "a day at least", "a young register"],
)
def test_five_and_three_times_the_usual(count, before, began_at, expected):
    assert is_surge(Growth(TopicCode("water"), count, before, began_at), NOW) is expected


def test_the_usual_is_the_mean_of_four_weeks():
    assert usual_an_hour(Growth(TopicCode("water"), 7, HOURS // 2, LONG_AGO), NOW) == 0.5


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["ул. Ленина, 5", "ул. Ленина, 7", "ул. Мира, 1", ""], ("ул. Ленина", 2)),
        (["ул. Ленина, 5", "ул. Мира, 1", ""], ("", 0)),
        (["ул. Ленина, 5", "ул. Ленина, 7", "", "", ""], ("", 0)),
        ([], ("", 0)),
    ],
)
def test_the_street_that_half_of_them_name(addresses, expected):
    assert commonest_street(addresses) == expected
