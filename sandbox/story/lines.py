"""A message as lines of text, with what its formatting means to a reader."""

from dataclasses import dataclass

from sandbox.model import Message

QUOTES = frozenset({"blockquote", "expandable_blockquote"})
UNIT = 2
"""Bytes of a UTF-16 unit, in which Telegram counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """`pieces`: words with whether they are bold; `quoted`: another's words in a block of their own."""

    pieces: tuple[tuple[str, bool], ...]
    quoted: bool = False

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


def lines_of(message: Message) -> tuple[Line, ...]:
    """The lines of the text or the caption, empty ones left out."""
    raw = message.text.encode("utf-16-le", "surrogatepass")
    bold, quoted = _marked(message, frozenset({"bold"})), _marked(message, QUOTES)
    found: list[Line] = []
    start = 0
    for text in message.text.split("\n"):
        end = start + len(text.encode("utf-16-le", "surrogatepass")) // UNIT
        if text.strip():
            found.append(Line(_pieces(raw, start, end, bold), start in quoted))
        start = end + 1
    return tuple(found)


def _marked(message: Message, kinds: frozenset[str]) -> set[int]:
    """Units of the text under an entity of these kinds."""
    return {
        at
        for entity in message.entities
        if entity["type"] in kinds
        for at in range(entity["offset"], entity["offset"] + entity["length"])
    }


def _pieces(raw: bytes, start: int, end: int, bold: set[int]) -> tuple[tuple[str, bool], ...]:
    edges = [at for at in range(start + 1, end) if (at in bold) != (at - 1 in bold)]
    return tuple(
        (raw[first * UNIT : last * UNIT].decode("utf-16-le", "replace"), first in bold)
        for first, last in zip([start, *edges], [*edges, end], strict=True)
    )
