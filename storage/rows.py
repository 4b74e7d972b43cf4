"""Between dataclasses and rows: one place that knows how a moment, a word of a list, a file are stored."""

import json
import sqlite3
from collections.abc import Callable, Hashable, Mapping
from dataclasses import astuple, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from types import UnionType
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

from domain.assignments import Chosen
from domain.messages import Attachment, ContentKind
from domain.term_marks import Wait

Value = TypeVar("Value")
Decode = Callable[[Any], Any]

CITIZEN_OF_USER: Final = "SELECT id FROM citizens WHERE channel = 'telegram' AND user_id = :user"
"""For questions that are asked together with the one who the citizen is."""


@lru_cache(maxsize=256)
def stored_moment(moment: datetime) -> str:
    """UTC text that sorts as it stands. Kept for a while: one transaction writes the same moment many times."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def read_moment(text: str) -> datetime:
    """The aware moment behind a stored text."""
    return datetime.fromisoformat(text)


def stored(value: Any) -> object:
    """A value as a column holds it."""
    return _encoder(cast("Hashable", type(value)))(value)


@cache
def _encoder(kind: Any) -> Callable[[Any], object]:
    if issubclass(kind, datetime):
        return stored_moment
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, bool):
        return int
    return _stored_items if issubclass(kind, tuple) else _as_it_is


def _stored_items(items: tuple[Attachment | Chosen | Wait, ...]) -> str:
    if not items:
        return "[]"
    return json.dumps([list(map(stored, astuple(item))) for item in items], ensure_ascii=False)


def _read_attachments(text: str) -> tuple[Attachment, ...]:
    return tuple(Attachment(ContentKind(kind), file_id) for kind, file_id in json.loads(text))


def _read_chosen(text: str) -> tuple[Chosen, ...]:
    return tuple(Chosen(*each) for each in json.loads(text))


def _read_waits(text: str) -> tuple[Wait, ...]:
    return tuple(Wait(*map(read_moment, each)) for each in json.loads(text))


def _read_numbers(text: str) -> tuple[int, ...]:
    return tuple(json.loads(text))


_ITEMS: Final[Mapping[Any, Decode]] = {
    int: _read_numbers,
    Attachment: _read_attachments,
    Chosen: _read_chosen,
    Wait: _read_waits,
}


def stored_fields(value: Any) -> dict[str, object]:
    """All fields of a dataclass as columns."""
    names, values_of = _columns(cast("Hashable", type(value)))
    return {
        name: field if type(field) in _AS_THEY_ARE else stored(field)
        for name, field in zip(names, values_of(value), strict=True)
    }


_AS_THEY_ARE = frozenset({str, int, float, type(None)})
"""Most fields: for an appeal's forty the question which encoder is theirs would cost more than its statement."""


@cache
def _columns(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def read(kind: type[Value], row: sqlite3.Row) -> Value:
    """A dataclass from the columns of the same names."""
    names, decoders = _decoders(cast("Hashable", kind))
    values = {name: row[name] for name in names}
    for name, decode in decoders:
        values[name] = decode(values[name])
    return kind(**values)


@cache
def _decoders(kind: Any) -> tuple[tuple[str, ...], tuple[tuple[str, Decode], ...]]:
    """All columns, and those that are not stored as they are."""
    decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}
    return tuple(decoders), tuple((name, one) for name, one in decoders.items() if one is not _as_it_is)


def _decoder(hint: Any) -> Decode:
    if isinstance(hint, UnionType):
        inner = _decoder(next(member for member in get_args(hint) if member is not type(None)))
        return inner if inner is _as_it_is else lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _ITEMS[get_args(hint)[0]]
    if isinstance(hint, type):
        if issubclass(hint, datetime):
            return read_moment
        if issubclass(hint, date):
            return date.fromisoformat
        if issubclass(hint, Enum | bool):
            return hint
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
