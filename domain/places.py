"""Whether a point on the map lies where the municipality's other messages come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from statistics import median
from typing import Final

ENOUGH: Final = 5
"""Points without which nobody knows where the municipality lies."""
FAR_KM: Final = 60
"""From the middle of the others; the largest districts with towns of their own are about as wide."""
_STEP_KM: Final = 10
_EARTH_KM: Final = 6371.0


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float


def far_away(point: Point, others: Sequence[Point]) -> int:
    """Kilometres from the middle of the others, in tens; 0 where it is near, or where too few are known."""
    if len(others) < ENOUGH:
        return 0
    middle = Point(median(one.latitude for one in others), median(one.longitude for one in others))
    distance = _distance_km(point, middle)
    return round(distance / _STEP_KM) * _STEP_KM if distance > FAR_KM else 0


def _distance_km(one: Point, other: Point) -> float:
    """Along the great circle (the haversine formula)."""
    north, east = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    both = cos(radians(one.latitude)) * cos(radians(other.latitude))
    half = sin(north / 2) ** 2 + both * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(half, 1.0)))
