"""The history of one appeal: every entry of the journal about it, and which of its facts people want to read (R54)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from domain.status import Action, Event

PAGE: Final = 5
"""Entries on one page: a message has room for them, however long they are."""
TOLD: Final = (
    "number",
    "status",
    "kind",
    "topic",
    "address",
    "territory",
    "gist",
    "category",
    "urgent",
    "department",
    "executor_name",
    "state",
    "stage",
    "due_at",
    "due",
    "due_on",
    "promised_on",
    "extended_until",
    "extension_reason",
    "no_reply_reason",
    "mayor_reason",
    "controlled_by",
    "way",
    "contact",
    "outgoing_number",
    "outgoing_date",
    "outcome",
    "delivery",
    "solved",
    "rating",
    "level",
    "told",
    "messages",
    "files",
    "sender",
)
"""Facts in the order in which they are told; moments of the program's own, ids and counters are not among them."""

_BY_CITIZENS: Final = frozenset(
    {Event.ADD, Event.CITIZEN_EDIT, Event.CITIZEN_VERDICT, Event.RATE, Action.WITHDRAW}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `actor_name` is empty where the program itself acted; facts as they were stored."""

    at: datetime
    actor_name: str
    in_place_of: str
    action: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str

    @property
    def is_citizens(self) -> bool:
        """Whether the program wrote down what the citizen did."""
        return self.action in _BY_CITIZENS

    def list_changes(self) -> Iterator[tuple[str, Any, Any]]:
        """Each fact that is told and did change: what it was (None: nothing), what it became."""
        for name in TOLD:
            was, became = self.before.get(name), self.after.get(name)
            if was != became and (was or became or isinstance(became, bool)):
                yield name, was, became


@dataclass(frozen=True, slots=True)
class History:
    """A page (from 0) of an appeal's `every` entries, the oldest first: what is read does not move when more happens."""

    number: str
    page: int
    every: int
    entries: tuple[Entry, ...]
