"""What all papers count alike: what belongs to the total, names with numbers, per cent."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from domain.municipality import Municipality
from domain.register.paper_rows import PaperRow


@dataclass(frozen=True, slots=True)
class Line:
    """A name as the municipality's file or the register has it, literally, with its number."""

    name: str
    count: int


Lines = tuple[Line, ...]


def is_counted(town: Municipality, row: PaperRow) -> bool:
    """What stands under no channel of the file is counted: it is nobody's electronic system (R81)."""
    return all(channel.counted for channel in town.channels if channel.code == row.channel)


def only_counted(town: Municipality, rows: Iterable[PaperRow]) -> list[PaperRow]:
    """Those of the total."""
    return [row for row in rows if is_counted(town, row)]


def by_channel(town: Municipality, numbers: Counter[str], *, counted: bool) -> Lines:
    """In the file's order; what came by a channel that is no more is counted."""
    known = [(one.code, one.name) for one in town.channels]
    wanted = {one.code for one in town.channels if one.counted is counted}
    others = set(numbers) - {code for code, _ in known} if counted else set()
    return named(known, Counter({code: numbers[code] for code in wanted | others}))


def named(known: Sequence[tuple[str, str]], numbers: Counter[str]) -> Lines:
    """In the order of what is known; what the municipality has dropped comes last, by its code."""
    rest = sorted(set(numbers) - {code for code, _ in known})
    order = [*known, *((code, code) for code in rest)]
    return tuple(Line(name, numbers[code]) for code, name in order if numbers[code])


def from_the_largest(numbers: Counter[str]) -> Lines:
    """Equal ones by name."""
    return tuple(
        Line(name, count) for name, count in sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
    )


def percent(part: int, whole: int, step: str) -> Decimal:
    """To this `step` («0.1»), half up. Raises where the whole is nothing."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(step), ROUND_HALF_UP)
