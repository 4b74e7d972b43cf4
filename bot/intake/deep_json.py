"""JSON that is nested deeper than a parser goes: what lies too deep is left out, what stands around it is read."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

DEEPEST: Final = 100
"""Levels that are kept. Telegram's own updates have about a dozen."""
_PIECE: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]|[^"\[\]{}]+', re.DOTALL)


def read_json(body: bytes) -> Any:
    """The value; ValueError for what is no JSON. One update that is a trap must not make its whole batch unreadable."""
    try:
        return json.loads(body)
    except RecursionError:
        return json.loads("".join(_shallow(body.decode(errors="replace"))))


def _shallow(text: str) -> Iterator[str]:
    depth = 0
    for piece in _PIECE.findall(text):
        depth += piece in "[{"
        if depth <= DEEPEST:
            yield piece
        elif depth == DEEPEST + 1 and piece in "[{":
            yield "null"
        depth -= piece in "]}"
