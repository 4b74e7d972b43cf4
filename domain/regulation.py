"""What a regulation demands of those who work on an appeal, as data: a municipality chooses one by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Regulation:
    """The terms of one regulation; None where it sets none, and nothing is guessed in its place.

    `return_within`: working time of the department, from the assignment on, in which it returns what is not its own
    (R40, Krasnoufimsk No. 83, п. 11). A term that is exactly used up is kept (A14, A22).
    """

    return_within: timedelta | None = None


REGULATIONS: Final[Mapping[str, Regulation]] = MappingProxyType(
    {
        "grozny": Regulation(),
        "chaikovsky": Regulation(),
        "krasnoufimsk": Regulation(return_within=timedelta(minutes=30)),
        "federal59": Regulation(),
    }
)
"""Those that come with the program, by the names of the municipality file."""


def regulation_of(name: str) -> Regulation:
    """The regulation of this name; one of the municipality's own, which is a path, sets no term yet."""
    return REGULATIONS.get(name, Regulation())
