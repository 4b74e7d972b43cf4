"""A sheet to draw on, with letters that come with the program: no font of the system, which may have no Cyrillic."""

import io
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import BinaryIO, Final

from PIL import Image, ImageDraw, ImageFont

from reports.drawing.colours import ALARM, INK, PAPER, RULE, Colour

_FILES: Final = {False: "NotoSans-Regular.ttf", True: "NotoSans-Bold.ttf"}


@lru_cache(maxsize=32)
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Letters of so many pixels."""
    file = resources.files("reports.fonts").joinpath(_FILES[bold])
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def fit(words: str, letters: ImageFont.FreeTypeFont, width: float, lines: int) -> list[str]:
    """In at most so many lines of this width; what does not fit ends with «…», a word that is too long is torn."""
    made: list[str] = []
    rest = words.split()
    while rest and len(made) < lines:
        line = rest.pop(0)
        while rest and letters.getlength(f"{line} {rest[0]}") <= width:
            line = f"{line} {rest.pop(0)}"
        if letters.getlength(line) > width:
            head = _head(line, letters, width)
            rest.insert(0, line[len(head) :])
            line = head
        made.append(line)
    if rest and made:
        made[-1] = _head(f"{made[-1]} {rest[0]}", letters, width - letters.getlength("…")).rstrip() + "…"
    return made


def size_for(words: str, room: float, largest: int, *, bold: bool = False) -> int:
    """The largest letters, up to these, in which a line needs no more than the room."""
    wide = font(largest, bold=bold).getlength(words)
    return largest if wide <= room else int(largest * room / wide)


def _head(line: str, letters: ImageFont.FreeTypeFont, width: float) -> str:
    end = len(line)
    while end > 1 and letters.getlength(line[:end]) > width:
        end -= 1
    return line[:end]


class Sheet:
    """White paper of so many pixels."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._image = Image.new("RGB", (width, height), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def save(self, file: BinaryIO, height: float) -> None:
        """As PNG, cut to this height."""
        self._image.crop((0, 0, self.width, min(round(height), self._image.height))).save(
            file, "PNG", optimize=True
        )

    def text(
        self,
        at: tuple[float, float],
        words: str,
        size: int,
        *,
        bold: bool = False,
        colour: Colour = INK,
        anchor: str = "lm",
    ) -> None:
        """One line; `anchor` as Pillow has it: «lm» is left and middle."""
        self._draw.text(at, words, font=font(size, bold=bold), fill=colour, anchor=anchor)

    def block(
        self,
        at: tuple[float, float],
        lines: Sequence[str],
        size: int,
        *,
        bold: bool = False,
        colour: Colour = INK,
        anchor: str = "lm",
    ) -> None:
        """Lines around a middle."""
        step = size * 1.25
        top = at[1] - step * (len(lines) - 1) / 2
        for place, line in enumerate(lines):
            self.text((at[0], top + step * place), line, size, bold=bold, colour=colour, anchor=anchor)

    def upright(self, at: tuple[float, float], lines: Sequence[str], size: int) -> None:
        """Lines that run upwards from a foot in the middle."""
        letters, step = font(size), round(size * 1.3)
        length = round(max(map(letters.getlength, lines))) + 4
        strip = Image.new("RGB", (length, step * len(lines)), PAPER)
        draw = ImageDraw.Draw(strip)
        for place, line in enumerate(lines):
            draw.text((0, step * (place + 0.5)), line, font=letters, fill=INK, anchor="lm")
        turned = strip.rotate(90, expand=True)
        self._image.paste(turned, (round(at[0] - turned.width / 2), round(at[1] - turned.height)))

    def box(self, at: tuple[float, float, float, float], colour: Colour, edge: Colour | None = None) -> None:
        """A filled rectangle, left, top, right, bottom."""
        self._draw.rectangle(tuple(map(round, at)), fill=colour, outline=edge)

    def card(
        self, at: tuple[float, float, float, float], colour: Colour, *, edge: Colour | None = None
    ) -> None:
        """A filled box with round corners and, where it has an edge, a thick one."""
        self._draw.rounded_rectangle(tuple(map(round, at)), radius=20, fill=colour, outline=edge, width=5)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour = RULE) -> None:
        """A hair line."""
        self._draw.line((*map(round, start), *map(round, end)), fill=colour, width=2)

    def pill(self, middle: tuple[float, float], words: str, size: int) -> None:
        """A small white mark with words of alarm, to be read on any colour."""
        half = font(size, bold=True).getlength(words) / 2 + size * 0.45
        x, y, reach = *middle, size * 0.7
        self._draw.rounded_rectangle(
            (x - half, y - reach, x + half, y + reach), radius=reach, fill=PAPER, outline=ALARM, width=2
        )
        self.text((x, y), words, size, bold=True, colour=ALARM, anchor="mm")
