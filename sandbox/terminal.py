"""A terminal as it really is: how wide, whether it shows colours and signs, and words wrapped to fit it."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

NARROWEST, WIDEST = 60, 100
"""Columns. Below the first nothing is wrapped any narrower, beyond the second lines are hard to read."""
NO_BREAK = "\u00a0"

Span = tuple[str, str]
"""Words with their style: the parameters of an ANSI sequence, "1;36", or nothing."""

SIGNS = {
    "bar": "│",
    "quote": "▏",
    "rule": "━",
    "edit": "↻",
    "toast": "→",
    "reply": "↩",
    "silent": "🔕",
    "keys": "⌨",
    "done": "✓",
    "failed": "✗",
    "event": "▲",
    "more": "…",
    "dot": "·",
}
PLAIN_SIGNS = {
    "bar": "|",
    "quote": ">",
    "rule": "=",
    "edit": "~",
    "toast": "->",
    "reply": "<-",
    "silent": "(тихо)",
    "keys": "#",
    "done": "+",
    "failed": "x",
    "event": "!",
    "more": "...",
    "dot": "-",
}

PLAIN_TEXT = str.maketrans({
    "«": '"', "»": '"', "—": "-", "…": "...", "№": "N", "📎": "+", "✏": "~", "↩": "<-", "➕": "+", "🔴": "(!)",
    "⚠": "(!)", "👍": "+1", "\ufe0f": "", NO_BREAK: " ",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the story is written. Without colours no escape sequence leaves; `signs` are what its encoding can show."""

    stream: TextIO
    colour: bool = False
    signs: Mapping[str, str] = field(default_factory=lambda: SIGNS)

    @property
    def columns(self) -> int:
        """As many as the window has at this moment, within what can be read."""
        return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))

    def write(self, line: str = "") -> None:
        """One line, at once."""
        line = line if self.signs is SIGNS else line.translate(PLAIN_TEXT)
        self.stream.write(f"{line}\n")
        self.stream.flush()

    def paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour and style and text.strip() else text

    def wrap(self, spans: Iterable[Span], width: int) -> list[str]:
        """The words in lines of at most `width` cells, painted; a no-break space holds words together."""
        return [self._join(line) for line in _lines(_words(spans), width)]

    def _join(self, line: Sequence[Sequence[Span]]) -> str:
        painted = (self.paint(text, style) for text, style in _runs(line))
        return "".join(painted).replace(NO_BREAK, " ")


def open_terminal(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Terminal:
    """The terminal behind a stream: NO_COLOR, a pipe and an old encoding are respected."""
    colour = (
        stream.isatty()
        and not environment.get("NO_COLOR")
        and environment.get("TERM") != "dumb"
        and (sys.platform != "win32" or "WT_SESSION" in environment)
    )
    return Terminal(stream, colour, _readable_signs(stream))


def _readable_signs(stream: TextIO) -> Mapping[str, str]:
    """An encoding without Cyrillic is not believed: terminals have spoken UTF-8 for long, whatever LC_ALL says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if not _can_show(stream, "Приёмная") and reconfigure is not None:
        reconfigure(encoding="utf-8")
    if _can_show(stream, "".join(SIGNS.values())):
        return SIGNS
    if reconfigure is not None:
        reconfigure(errors="replace")
    return PLAIN_SIGNS


def _can_show(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def cells(text: str) -> int:
    """Columns that a text takes: wide signs two, signs that only change another one none."""
    return sum(_cell(sign) for sign in text)


def _cell(sign: str) -> int:
    if unicodedata.combining(sign) or sign in "\ufe0f\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _words(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """A word may be of several styles; only a space ends it."""
    word: list[Span] = []
    for text, style in spans:
        first, *others = text.split(" ")
        word += [(first, style)] if first else []
        for other in others:
            yield word
            word = [(other, style)] if other else []
    yield word


def _lines(words: Iterable[list[Span]], width: int) -> Iterator[list[list[Span]]]:
    line: list[list[Span]] = []
    taken = 0
    for whole in words:
        for word in _pieces(whole, width):
            size = sum(cells(text) for text, _ in word)
            if line and taken + 1 + size > width:
                yield line
                line, taken = [], 0
            taken += size + bool(line)
            line.append(word)
    yield line


def _runs(line: Iterable[Sequence[Span]]) -> list[Span]:
    """The words of a line with their spaces, as few pieces as there are changes of style."""
    runs: list[Span] = []
    for at, word in enumerate(line):
        same = bool(at and word and runs) and runs[-1][1] == word[0][1]
        for text, style in [(" ", runs[-1][1] if same else "")] * bool(at) + [*word]:
            if runs and runs[-1][1] == style:
                runs[-1] = (runs[-1][0] + text, style)
            else:
                runs.append((text, style))
    return runs


def _pieces(word: list[Span], width: int) -> Iterator[list[Span]]:
    """A word longer than a line is cut."""
    while word and sum(cells(text) for text, _ in word) > width:
        (text, style), *rest = word
        yield [(text[:width], style)]
        word = [(text[width:], style), *rest] if text[width:] else rest
    yield word
