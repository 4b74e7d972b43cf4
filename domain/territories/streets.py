"""Streets as the municipality file lists them for a territory: whole, or by houses (R58).

One entry is a street and, after commas, its houses: a number, a range, the even or the odd ones of it. A number stands for
whatever bears it («5а», «5/2»), unless another entry names just that house.
"""

import re
from dataclasses import dataclass
from typing import Final, Self

from domain.routing import fold_word, list_words

HIGHEST_HOUSE: Final = 999
SHORT_KINDS: Final = {
    "ул": "улица", "пр-т": "проспект", "пр-кт": "проспект", "просп": "проспект", "пр": "проспект", "пр-д": "проезд",
    "пер": "переулок", "пл": "площадь", "б-р": "бульвар", "бул": "бульвар", "ш": "шоссе", "наб": "набережная",
    "ал": "аллея", "туп": "тупик", "мкр": "микрорайон", "мкрн": "микрорайон", "мк-н": "микрорайон", "м-н": "микрорайон",
    "кв-л": "квартал", "пос": "поселок", "п": "поселок", "с": "село", "дер": "деревня", "д": "деревня",
    "ст-ца": "станица", "х": "хутор",
}  # fmt: skip
"""Short forms of what streets and places are."""
SETTLEMENTS: Final = frozenset({"поселок", "село", "деревня", "станица", "хутор", "аул"})
"""What has streets of its own, whatever they share with the town's by name."""
KINDS: Final = frozenset({*SHORT_KINDS.values(), *SETTLEMENTS, "тракт"})
_STREET: Final = "улица"
_NAMED_AFTER: Final = frozenset({"им", "имени"})
_HOUSES: Final = re.compile(
    r"(?:(?P<parity>не(?=ч)|)ч[её]тные\s*)?(?P<first>\d{1,3})?(?:\s*[-–—]\s*(?P<last>\d{1,3}))?",
    re.IGNORECASE,
)
_PARITY: Final = re.compile(r"(не)?ч[её]тные", re.IGNORECASE)
_HOUSE: Final = re.compile(
    r"(?P<number>\d{1,3})(?:,?\s?(?:корпус|корп|к)\.?\s?(?P<block>\d{1,3})"
    r"|\s?(?P<letter>[а-яё])(?![а-яё])|\s?[/\\]\s?(?P<part>\d{1,3}[а-яё]?))?",
    re.IGNORECASE,
)
ORDINAL: Final = re.compile(r"(\d+)-(?:я|й|го|ая|ый|ой|ю|ую|е)")
"""«1-я»: a number that is a part of a name."""


class StreetMistake(ValueError):
    """An entry that says no street or no houses; `part` is what was not understood."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class House:
    """A number with what follows it: «5», «5а», «5/2», «5к2»."""

    number: int
    mark: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one entry claims: a street by kind (empty: any) and name, in words as they are compared; `numbers` and `marks` of
    houses; without either the whole street is.
    """

    kind: str
    name: tuple[str, ...]
    numbers: frozenset[int] = frozenset()
    marks: frozenset[str] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Whether no house is told."""
        return not (self.numbers or self.marks)

    @classmethod
    def of(cls, entry: str) -> Self:
        """From an entry of the file; raises `StreetMistake`."""
        street, *parts = (part.strip() for part in entry.split(","))
        kind, name = _read_street(street)
        if not name:
            raise StreetMistake(street)
        if not parts:
            return cls(kind, name)
        numbers: set[int] = set()
        marks: set[str] = set()
        for part in parts:
            _add_houses(part, numbers, marks)
        return cls(kind, name, frozenset(numbers), frozenset(marks))

    def meets(self, other: "Claim") -> str | None:
        """What both claim: a house, «» for streets that are claimed whole; None: nothing."""
        if self.name != other.name or (self.kind and other.kind and self.kind != other.kind):
            return None
        if self.is_whole or other.is_whole:
            return ""
        both = [*map(str, sorted(self.numbers & other.numbers)), *sorted(self.marks & other.marks)]
        return next(iter(both), None)


def street_word(word: str) -> str:
    """A word of a name as it is compared: «8-го» is 8."""
    folded = fold_word(word)
    ordinal = ORDINAL.fullmatch(folded)
    return ordinal[1] if ordinal else folded


def read_house(text: str) -> House | None:
    """The house at the very beginning of this text, «5 корп. 2» as «5к2»."""
    found = _HOUSE.match(text)
    if found is None or text[found.end() : found.end() + 1].isdigit():
        return None
    number = int(found["number"])
    letter, part, block = found["letter"], found["part"], found["block"]
    if letter and text[found.start("letter") - 1].isspace() and not letter.isupper():
        letter = ""
    end = letter or (f"/{part}" if part else f"к{block}" if block else "")
    return House(number, f"{number}{end}".lower())


def _read_street(street: str) -> tuple[str, tuple[str, ...]]:
    """Kind and name; initials are no part of a name, since people leave them out or write them in full."""
    words = [street_word(word) for word in list_words(street)]
    kinds = [SHORT_KINDS.get(word, word) for word in words]
    places = [place for place, kind in enumerate(kinds) if kind in KINDS]
    kind = ""
    if places and (len(words) > 1 or words[0] in SHORT_KINDS or words[0] == _STREET):
        place = kinds.index(_STREET) if _STREET in kinds else places[0]
        kind = kinds[place]
        del words[place]
    name = tuple(word for word in words if word.isdigit() or (len(word) > 1 and word not in _NAMED_AFTER))
    return kind, name


def _add_houses(part: str, numbers: set[int], marks: set[str]) -> None:
    found = _HOUSES.fullmatch(part)
    if part and found and (found["first"] or _PARITY.fullmatch(part)):
        numbers.update(_list_numbers(part, found))
        return
    house = _HOUSE.fullmatch(part)
    read = read_house(part) if house else None
    if read is None or read.mark == str(read.number):
        raise StreetMistake(part)
    marks.add(read.mark)


def _list_numbers(part: str, found: re.Match[str]) -> range:
    parity = found["parity"]
    first = int(found["first"] or 1)
    last = int(found["last"] or (first if found["first"] else HIGHEST_HOUSE))
    if parity is None:
        span = range(first, last + 1)
    else:
        odd = int(bool(parity))
        span = range(first + (first % 2 != odd), last + 1, 2)
    if not span or not first:
        raise StreetMistake(part)
    return span
