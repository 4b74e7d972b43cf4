"""How two states of the municipality differ, key by key, with keys and values as in the municipality file."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from bot.municipality_schema import GeneralSection, list_keys
from bot.regulation_file import regulation_of
from bot.regulation_table import list_lines
from bot.setup_texts import say, shown
from domain.municipality import (
    Body,
    CalendarException,
    Channel,
    Department,
    Employee,
    Municipality,
    Territory,
    Topic,
    WeeklyHours,
)

_IDENTITIES = {
    Body: attrgetter("code"),
    CalendarException: attrgetter("date"),
    Channel: attrgetter("code"),
    Department: attrgetter("code"),
    Employee: attrgetter("id"),
    Territory: attrgetter("code"),
    Topic: attrgetter("code"),
}
"""By what a row of the file stays itself while it changes or moves."""

_FILE_KEYS = {"self_approval": "self"}
"""Fields that stand in the file under another key."""

_NOT_IN_FILES = {"unsettled", "regulation_text"}
"""What only a set-up in the chat knows, since a file is always whole; and the text of another file."""

_LONGEST_VALUE = 120
"""Characters; a whole screen of differences still fits in a message."""


class ChangeKind(StrEnum):
    """An addition has no `before`, a removal no `after`."""

    ADDED = "added"
    ALTERED = "altered"
    REMOVED = "removed"


_TEXTS = {
    ChangeKind.ADDED: "setup-change-added",
    ChangeKind.ALTERED: "setup-change-altered",
    ChangeKind.REMOVED: "setup-change-removed",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; `before` and `after` are written as in TOML."""

    key: str
    kind: ChangeKind
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """`departments.zhkh.chat: -1010 → -1011`."""
        before, after = (shown(value, _LONGEST_VALUE) for value in (self.before, self.after))
        return say(_TEXTS[self.kind], place=self.key, before=before, after=after)


def differences(old: Municipality, new: Municipality) -> list[Change]:
    """What would have to change in `old` to make it `new`; the order of rows and words is no difference."""
    changes: list[Change] = []
    general = list_keys(GeneralSection)
    for name, before, after in _pair_fields(old, new):
        changes += _compare(f"municipality.{name}" if name in general else name, before, after)
    return changes + list(_compare_regulations(old, new))


def _compare_regulations(old: Municipality, new: Municipality) -> Iterator[Change]:
    """What stands in a file of one's own, whose name may be the same; the program's own ones need no telling."""
    if old.regulation_text == new.regulation_text:
        return
    before, after = (list_lines(regulation_of(one)) for one in (old, new))
    for key in {**before, **after}:
        was, now = before.get(key, ""), after.get(key, "")
        kind = ChangeKind.ALTERED if was and now else ChangeKind.ADDED if now else ChangeKind.REMOVED
        if was != now:
            yield Change(f"regulation.{key}", kind, was, now)


def _compare(key: str, old: Any, new: Any) -> Iterator[Change]:
    if is_dataclass(old):
        for name, before, after in _pair_fields(old, new):
            yield from _compare(f"{key}.{name}", before, after)
    elif isinstance(old, Mapping) or isinstance(new, Mapping):
        yield from _compare_hours(key, old or {}, new or {})
    elif isinstance(old, tuple | frozenset):
        yield from _compare_collections(key, old, new)
    elif old != new:
        yield Change(key, ChangeKind.ALTERED, _write(old), _write(new))


def _pair_fields(old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    for field in fields(old):
        if field.name in _NOT_IN_FILES:
            continue
        yield _FILE_KEYS.get(field.name, field.name), getattr(old, field.name), getattr(new, field.name)


def _compare_hours(key: str, old: WeeklyHours, new: WeeklyHours) -> Iterator[Change]:
    """A day left out is a day off, written as `[]`."""
    for day in {**old, **new}:
        before, after = old.get(day, ()), new.get(day, ())
        if before != after:
            yield Change(f"{key}.{day}", ChangeKind.ALTERED, _write(before), _write(after))


def _compare_collections(key: str, old: Collection[Any], new: Collection[Any]) -> Iterator[Change]:
    if any(map(is_dataclass, (*old, *new))):
        yield from _compare_rows(key, old, new)
        return
    if gone := [value for value in old if value not in new]:
        yield Change(key, ChangeKind.REMOVED, before=_write_all(gone))
    if come := [value for value in new if value not in old]:
        yield Change(key, ChangeKind.ADDED, after=_write_all(come))


def _compare_rows(key: str, old: Iterable[Any], new: Iterable[Any]) -> Iterator[Change]:
    before, after = _index(old), _index(new)
    for identity in {**before, **after}:
        place = f"{key}.{identity}"
        if identity not in after:
            yield Change(place, ChangeKind.REMOVED, before=_name(before[identity]))
        elif identity not in before:
            yield Change(place, ChangeKind.ADDED, after=_name(after[identity]))
        else:
            yield from _compare(place, before[identity], after[identity])


def _index(rows: Iterable[Any]) -> dict[Any, Any]:
    return {_IDENTITIES[type(row)](row): row for row in rows}


def _name(row: Any) -> str:
    """What a person calls a row that came or went."""
    return _write(row.kind if isinstance(row, CalendarException) else row.name)


def _write(value: Any) -> str:
    match value:
        case None:
            return "—"
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case tuple():
            return f"[{_write_all(value)}]"
        case _:
            return str(value)


def _write_all(values: Iterable[Any]) -> str:
    return ", ".join(sorted(map(_write, values)))
