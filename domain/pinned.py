"""The one message on top of a staff chat that tells how things stand there; edited, never repeated."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.ids import ChatId
from domain.municipality import Municipality

PINNED_AFTER: Final = timedelta(seconds=60)
"""From the first change that a pinned message lacks until it is edited: so it takes one operation a minute at most."""
LISTED: Final = 10
"""Lines of a pinned message; of the rest it says how many there are."""


class PinnedKind(StrEnum):
    """What it tells: what waits for the coordinators, what a department has in hand, what leaders watch."""

    QUEUE = "queue"
    WORK = "work"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class PinnedSpot:
    """Where one belongs; `thread_id` 0: no topic."""

    chat_id: ChatId
    thread_id: int
    kind: PinnedKind


@dataclass(frozen=True, slots=True)
class Pinned:
    """One of them as it stands. `rendered`: digest of its words; `pinned_at`: None until the messenger took the pin."""

    id: int
    chat_id: ChatId
    thread_id: int
    kind: PinnedKind
    message_id: int | None
    rendered: str | None
    pinned_at: datetime | None

    @property
    def spot(self) -> PinnedSpot:
        """Where it stands."""
        return PinnedSpot(self.chat_id, self.thread_id, self.kind)


@dataclass(frozen=True, slots=True)
class QueueNow:
    """How many wait for the coordinators, how many of them are urgent, and since when the first of them."""

    count: int
    urgent: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class WorkLine:
    """An appeal in a department's hands. `return_by`: until then what is not its own goes back;
    `promised_on`: the answer is given, and something is to be done by then; `every`: all there are.
    """

    number: str
    status: str
    state: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    executor_name: str | None
    return_by: datetime | None
    promised_on: date | None
    every: int


@dataclass(frozen=True, slots=True)
class ControlLine:
    """An appeal that leaders watch, with the open instruction that is due first; `every`: all there are."""

    number: str
    status: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    controlled_by: str | None
    given_by: str | None
    due_at: datetime | None
    due_has_hour: bool | None
    every: int


def list_spots(municipality: Municipality, chats: Collection[int]) -> Iterator[PinnedSpot]:
    """What belongs on top of these chats. Private chats have none: who works alone sees the own cards."""
    own = municipality.chats
    every = dict.fromkeys(
        [
            PinnedSpot(own.coordinators, 0, PinnedKind.QUEUE),
            PinnedSpot(own.leadership, 0, PinnedKind.CONTROL),
            *(PinnedSpot(one.chat, one.thread, PinnedKind.WORK) for one in municipality.departments),
        ]
    )
    return (spot for spot in every if spot.chat_id < 0 and spot.chat_id in chats)
