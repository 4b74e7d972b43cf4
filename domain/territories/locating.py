"""Appeals get their territory where their place is known, unless somebody has said it (R58)."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from domain.appeal import Appeal
from domain.municipality import Municipality
from domain.routing import Lemmatizer
from domain.territories.matching import TerritoryTable

_KEPT: Final = 4096
"""Places of which a territory is remembered: people write of the same streets."""

Point = tuple[float, float]


class Locator:
    """The territories of one version of the settings; their table is made when it is needed first."""

    def __init__(self, municipality: Municipality, words: Callable[[], Lemmatizer]) -> None:
        self.municipality = municipality
        self._words = words
        self._table: TerritoryTable | None = None
        self._find = lru_cache(_KEPT)(self._look_up)

    def locate(self, appeal: Appeal) -> None:
        """Name the territory by what is known of the place; a person's word, or a file's, stays."""
        if self.municipality.territories and not appeal.territory_given:
            point = _point(appeal.latitude, appeal.longitude)
            appeal.territory = self.find(appeal.address or "", appeal.gist, point)

    def find(self, address: str, words: str = "", point: Point | None = None) -> str | None:
        """The territory's name; None where it is not sure."""
        if not self.municipality.territories:
            return None
        return self._find(address, "" if address else words, point)

    def _look_up(self, address: str, words: str, point: Point | None) -> str | None:
        if self._table is None:
            self._table = TerritoryTable(self.municipality.territories, self._words())
        return self._table.find(address, words, point)


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else (latitude, longitude)
