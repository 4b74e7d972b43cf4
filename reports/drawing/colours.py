"""The colours of all pictures, on white. None of them says anything that words or numbers do not say as well."""

from typing import Final

Colour = tuple[int, int, int]

INK: Final[Colour] = (33, 37, 41)
FAINT: Final[Colour] = (90, 98, 105)
RULE: Final[Colour] = (206, 212, 218)
PAPER: Final[Colour] = (255, 255, 255)
GROUND: Final[Colour] = (241, 243, 245)
"""Behind what stands apart."""
ALARM: Final[Colour] = (179, 64, 0)
"""Vermilion, dark enough to be read on white."""
SHADES: Final[tuple[Colour, ...]] = (
    (222, 235, 247),
    (158, 202, 225),
    (107, 174, 214),
    (49, 130, 189),
    (8, 81, 156),
)
"""ColorBrewer's Blues, light to dark: one hue, which those who are blind to colours see, too."""
