"""Places on the map as the municipality file tells them: a point and how far around it a territory reaches."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final, Self

_EARTH: Final = 6_371_000
"""Metres from the middle."""
FARTHEST: Final = 100_000
"""Metres; no municipality is wider."""


@dataclass(frozen=True, slots=True)
class Circle:
    """`radius` in metres around a point in degrees."""

    latitude: float
    longitude: float
    radius: float

    @classmethod
    def of(cls, entry: str) -> Self:
        """From «56.6123, 57.7715, 800»; raises ValueError."""
        latitude, longitude, radius = (float(part) for part in entry.split(","))
        if not (abs(latitude) <= 90 and abs(longitude) <= 180 and 0 < radius <= FARTHEST):
            raise ValueError(entry)
        return cls(latitude, longitude, radius)

    def metres_to(self, latitude: float, longitude: float) -> float:
        """Along the ground from the middle."""
        north, east = radians(latitude - self.latitude) / 2, radians(longitude - self.longitude) / 2
        lift = sin(north) ** 2 + cos(radians(latitude)) * cos(radians(self.latitude)) * sin(east) ** 2
        return 2 * _EARTH * asin(sqrt(min(lift, 1)))
