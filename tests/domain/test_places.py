"""A point far from where the others come from is noticed, and too few others tell nothing."""

import pytest

from domain.places import Point, far_away

TOWN = [Point(56.61 + step / 100, 57.76) for step in range(6)]


@pytest.mark.parametrize(
    ("point", "km"),
    [
        (Point(56.70, 57.80), 0),
        (Point(56.85, 58.40), 0),
        (Point(56.84, 60.61), 180),
        (Point(0, 0), 8110),
        (Point(56.63, -122.24), 7420),
    ],
)
def test_kilometres_are_told_in_tens_where_it_is_far(point, km):
    assert far_away(point, TOWN) == pytest.approx(km, abs=10)


def test_one_stray_point_moves_no_middle_and_few_points_have_none():
    assert far_away(TOWN[0], [*TOWN, Point(0, 0)]) == 0
    assert far_away(Point(0, 0), TOWN[:4]) == 0
