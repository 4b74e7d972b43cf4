"""To which territory an appeal belongs: by street and house in any inflection, else by the place on the map (R58).

A wrong territory sends an inspection to the wrong end of the town, none costs a coordinator a press: what is not sure stays
open. A street of the same name but of another kind is another street, and so is one of a village that the file does not name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from domain.municipality import Territory
from domain.routing import Lemmatizer
from domain.territories.points import Circle
from domain.territories.reading import Token, lemmas_of, read_tokens
from domain.territories.streets import SETTLEMENTS, Claim, House, read_house

_BEFORE_HOUSE: Final = re.compile(r"[\s,.]*(?:(?:дом|д)\b\.?\s*)?(?:№\s*)?", re.IGNORECASE)
_HOUSE_AHEAD: Final = re.compile(
    r"(?:дом[аеу]?|д\.?)\s*(?:№\s*)?(?P<house>\d{1,3}\s?(?:[а-яё](?![а-яё])|/\d+)?)\s+(?:по|на)\s+(?:[а-яё-]+\.?\s*)?\Z",
    re.IGNORECASE,
)
_HOUSE_AHEAD_ROOM: Final = 60
_QUALIFIERS: Final = frozenset(
    {
        "большой",
        "малый",
        "новый",
        "старый",
        "верхний",
        "нижний",
        "средний",
        "северный",
        "южный",
        "западный",
        "восточный",
    }
)
"""What makes another street of a name: «Малая Садовая» is not «Садовая»."""
_READ_AT_MOST: Final = 4096
"""Characters of a matter in which a street is looked for, a whole message."""


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    territory: str
    claim: Claim
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Find:
    """An entry whose street stands at `place`. `is_named`: the text says what kind of place it is."""

    entry: _Entry
    place: int
    house: House | None
    is_named: bool
    is_literal: bool

    @property
    def size(self) -> int:
        return len(self.entry.words)

    @property
    def is_settlement(self) -> bool:
        return self.entry.claim.kind in SETTLEMENTS

    @property
    def holds(self) -> bool:
        """Whether the entry claims what was named: the house, or all of the street."""
        claim, house = self.entry.claim, self.house
        if claim.is_whole:
            return True
        return house is not None and (house.number in claim.numbers or house.mark in claim.marks)

    @property
    def precision(self) -> tuple[bool, bool, bool]:
        """Of several entries for the same words the most precise counts: by the kind, by just this house, by the letter."""
        return (
            self.is_named,
            self.house is not None and self.house.mark in self.entry.claim.marks,
            self.is_literal,
        )

    def lies_in(self, other: "_Find") -> bool:
        """Whether these words are a part of a longer name."""
        return other.size > self.size and other.place <= self.place <= other.place + other.size - self.size


class TerritoryTable:
    """The municipality's territories, their streets indexed by the first word's lemmas."""

    def __init__(self, territories: Iterable[Territory], lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._by_lemma: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._circles: list[tuple[Circle, str]] = []
        for territory in territories:
            for street in territory.streets:
                self._add(territory.name, Claim.of(street))
            self._circles += [(Circle.of(point), territory.name) for point in territory.points]

    def find(self, address: str, words: str = "", point: tuple[float, float] | None = None) -> str | None:
        """The territory's name: by the address; where none is known, by the words; then by the point."""
        found = self._find_in(address, is_address=True) if address else self._find_in(words, is_address=False)
        return found or (self._find_around(*point) if point else None)

    def _add(self, territory: str, claim: Claim) -> None:
        words = tuple(lemmas_of(word, self._lemmatizer) for word in claim.name)
        entry = _Entry(territory, claim, words)
        for lemma in words[0] | {claim.name[0][0]}:
            self._by_lemma[lemma].append(entry)

    def _find_in(self, text: str, *, is_address: bool) -> str | None:
        if not text or not self._by_lemma:
            return None
        text = text[:_READ_AT_MOST]
        tokens = read_tokens(text, self._lemmatizer)
        finds = list(self._list_finds(text, tokens, is_address=is_address))
        finds = [find for find in finds if not any(map(find.lies_in, finds))]
        chosen = list(_most_precise([find for find in finds if find.holds]))
        villages = [find for find in chosen if find.is_settlement]
        if villages or any(token.kind in SETTLEMENTS for token in tokens):
            return _only(villages)
        return _only([find for find in chosen if find.is_named]) or _only(chosen)

    def _list_finds(self, text: str, tokens: Sequence[Token], *, is_address: bool) -> Iterator[_Find]:
        for place, token in enumerate(tokens):
            near = (self._by_lemma.get(lemma, ()) for lemma in sorted(token.lemmas))
            for entry in dict.fromkeys(one for entries in near for one in entries):
                find = _try(entry, place, text, tokens)
                if find is not None and _is_enough(find, text, tokens, is_address=is_address):
                    yield find

    def _find_around(self, latitude: float, longitude: float) -> str | None:
        near = [
            (metres, name)
            for circle, name in self._circles
            if (metres := circle.metres_to(latitude, longitude)) <= circle.radius
        ]
        return min(near)[1] if near else None


def _most_precise(finds: Sequence[_Find]) -> Iterator[_Find]:
    """Those that say most of the same words; other words of the text are another place."""
    for place in {find.place for find in finds}:
        here = [find for find in finds if find.place == place]
        best = max(find.precision for find in here)
        yield from (find for find in here if find.precision == best)


def _only(finds: Sequence[_Find]) -> str | None:
    found = {find.entry.territory for find in finds}
    return found.pop() if len(found) == 1 else None


def _try(entry: _Entry, place: int, text: str, tokens: Sequence[Token]) -> _Find | None:
    there = tokens[place : place + len(entry.words)]
    if len(there) < len(entry.words) or not _agree(entry, there):
        return None
    behind = place + len(entry.words)
    before = tokens[place - 1] if place else None
    after = tokens[behind] if behind < len(tokens) else None
    kind, is_behind = _kind_beside(before, there, after, text)
    if (before and _is_qualifier(before)) or (kind and entry.claim.kind and kind != entry.claim.kind):
        return None
    end = after.end if after and is_behind else there[-1].end
    literal = tuple(token.plain for token in there) == entry.claim.name
    return _Find(entry, place, _house_of(text, there[0].start, end), bool(kind), literal)


def _agree(entry: _Entry, there: Sequence[Token]) -> bool:
    """Each word in some form; a name ahead of the last may be its first letter alone."""
    last = len(there) - 1
    return all(
        not own.isdisjoint(token.lemmas)
        or (place < last and token.is_letter and token.plain == entry.claim.name[place][0])
        for place, (own, token) in enumerate(zip(entry.words, there, strict=True))
    )


def _kind_beside(
    before: Token | None, there: Sequence[Token], after: Token | None, text: str
) -> tuple[str, bool]:
    """«ул. Ленина», «Ленина ул.»; what stands behind a comma belongs to the next name."""
    if before is not None and before.kind:
        return before.kind, False
    if after is not None and after.kind and "," not in text[there[-1].end : after.start]:
        return after.kind, True
    return "", False


def _is_qualifier(token: Token) -> bool:
    return token.is_ordinal or not token.lemmas.isdisjoint(_QUALIFIERS)


def _is_enough(find: _Find, text: str, tokens: Sequence[Token], *, is_address: bool) -> bool:
    """A name without its kind is a street in an address, in free words only before a house; a number alone is never one."""
    if find.is_named:
        return True
    if all(word.isdigit() for word in find.entry.claim.name):
        return False
    first = text[tokens[find.place].start]
    return is_address or (find.house is not None and (first.isupper() or first.isdigit()))


def _house_of(text: str, start: int, end: int) -> House | None:
    """What stands behind the name; «дом 5 по Ленина» has it ahead."""
    lead = _BEFORE_HOUSE.match(text, end)
    house = read_house(text[lead.end() :]) if lead else None
    if house is not None:
        return house
    ahead = _HOUSE_AHEAD.search(text[max(start - _HOUSE_AHEAD_ROOM, 0) : start])
    return read_house(ahead["house"]) if ahead else None
