"""How many lie behind a colour: five classes, light to dark, of one hue, which those who are blind to colours see, too."""

from bisect import bisect_left
from typing import Final

from reports.drawing.colours import SHADES, Colour

NOTHING: Final[Colour] = (255, 255, 255)
DARK_FROM: Final = 3
"""From this shade on figures are white."""


class Scale:
    """Classes that grow by the same factor from the smallest number to the largest, so that one crowded cell does not
    bleach the rest, and where all are crowded they are told apart nevertheless.
    """

    def __init__(self, largest: int, smallest: int = 1) -> None:
        self._smallest = smallest
        self._tops = list(range(smallest, largest + 1))
        if len(self._tops) > len(SHADES):
            factor = (largest / smallest) ** (1 / len(SHADES))
            tops = [round(smallest * factor**step) for step in range(1, len(SHADES) + 1)]
            self._tops = sorted({max(top, smallest + at) for at, top in enumerate(tops)})

    def shade(self, count: int) -> int | None:
        """The place of its shade; None: nothing there."""
        if not count:
            return None
        return self._places()[min(bisect_left(self._tops, count), len(self._tops) - 1)]

    def classes(self) -> list[tuple[int, int, Colour]]:
        """First and last number of each class with its colour, for the legend."""
        firsts = [self._smallest, *(top + 1 for top in self._tops[:-1])]
        colours = (SHADES[place] for place in self._places())
        return list(zip(firsts, self._tops, colours, strict=True))

    def _places(self) -> list[int]:
        """Few classes are spread over the shades."""
        count = len(self._tops)
        return (
            [round(at * (len(SHADES) - 1) / max(count - 1, 1)) for at in range(count)] if count > 1 else [2]
        )
