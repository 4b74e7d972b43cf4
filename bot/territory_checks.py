"""Whether the territories of a municipality file fit together: no house is in two of them (R58)."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bot.setup_texts import shown
from bot.toml_lines import TomlPath
from domain.territories.streets import Claim, StreetMistake


class Doubled(NamedTuple):
    """An entry that claims what another territory has: its place, the territory (by its name), and the house, «» for a street."""

    path: TomlPath
    entry: str
    other: str
    house: str


def find_doubled_houses(territories: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Doubled]:
    """Each entry at most once; entries that cannot be read are told elsewhere."""
    former: dict[tuple[str, ...], list[tuple[int, str, Claim]]] = {}
    for index, row in territories:
        name = shown(row.get("name") or row.get("code") or index + 1)
        for place, entry, claim in _claims(row):
            same = former.setdefault(claim.name, [])
            found = next(_meetings(index, claim, same), None)
            same.append((index, name, claim))
            if found is not None:
                yield Doubled(("territories", index, "streets", place), shown(entry), *found)


def _meetings(index: int, claim: Claim, former: list[tuple[int, str, Claim]]) -> Iterator[tuple[str, str]]:
    for other, name, claimed in former:
        house = claimed.meets(claim) if other != index else None
        if house is not None:
            yield name, house


def _claims(row: Mapping[str, Any]) -> Iterator[tuple[int, str, Claim]]:
    entries = row.get("streets")
    for place, entry in enumerate(entries if isinstance(entries, list) else []):
        try:
            yield place, entry, Claim.of(entry)
        except (StreetMistake, AttributeError):
            continue
