"""From whatever JSON came to rows of the inbox; nothing here trusts the shape of an update."""

import json
from collections.abc import Iterator
from typing import Any

from storage.inbox import RawUpdate

_PATHS = (("chat", "id"), ("message", "chat", "id"), ("from", "id"))
_INTEGER = range(-(2**63), 2**63)


def raw_update(update: Any) -> RawUpdate | None:
    """The row for the inbox; None for what is no update at all."""
    update_id = _integer(update.get("update_id")) if isinstance(update, dict) else None
    if update_id is None:
        return None
    return RawUpdate(update_id, chat_key(update), _as_json(update, update_id))


def _as_json(update: Any, update_id: int) -> str:
    """As it came; one that a parser could just read and no writer can write keeps its id, to be set aside by it."""
    try:
        return json.dumps(update)
    except RecursionError:
        return json.dumps({"update_id": update_id})


def chat_key(update: dict[str, Any]) -> int:
    """Whose line it belongs to: the chat's, else the person's, else the common one, 0."""
    return next(_keys(update), 0)


def _keys(update: dict[str, Any]) -> Iterator[int]:
    bodies = [body for body in update.values() if isinstance(body, dict)]
    for path in _PATHS:
        for body in bodies:
            if (key := _integer(_at(body, path))) is not None:
                yield key


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _integer(value: Any) -> int | None:
    """An integer that SQLite can hold; True is none."""
    return value if type(value) is int and value in _INTEGER else None
