"""What the sender needs from the rest: rows made into parts, and results written down."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.delivery.failures import Failure
from domain.ids import ChatId
from storage.outbox_rows import OutboxRow
from views.parts import Part


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a row says now; without parts there is nothing to do. `digest` tells this card's state from others."""

    parts: tuple[Part, ...]
    digest: str | None = None


class Unready(Exception):
    """What a row shows takes long to make. `make` is awaited while the row waits unclaimed, then the row is drawn anew:

    a process that ends meanwhile leaves no doubt whether anything was sent. A row may be unready once.
    """

    def __init__(self, make: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self.make = make


class Renderer(Protocol):
    """Makes parts of a claimed row, or raises `Unready`; what changes after the claim has a row of its own."""

    async def render(self, row: OutboxRow) -> Rendering: ...


class Reports(Protocol):
    """Writes down what became of a row.

    Each method is ONE transaction, and after it the row is no longer claimed: `storage.outbox` has `part_done`, `finish`,
    `hold`, `fail` for it. StorageUnavailable is answered by calling the same method again, so a method that was
    interrupted must not have written half.
    """

    async def part_sent(
        self,
        row: OutboxRow,
        part: Part,
        message_ids: Sequence[int],
        *,
        index: int,
        last: bool,
        digest: str | None,
    ) -> None:
        """The part at `index` stands (or an edit changed, a deletion took away): `outbox.part_done`.

        `message_ids`: one for each item of an album; none for edits, deletions and reactions.
        """
        ...

    async def file_gone(self, row: OutboxRow, part: Part, *, index: int, last: bool) -> None:
        """Telegram does not know the file any more; the rest of the row goes on: `outbox.part_done`."""
        ...

    async def message_gone(self, row: OutboxRow) -> None:
        """The message to edit is not there: `outbox.finish`, and a card is put up again, once."""
        ...

    async def undeliverable(self, row: OutboxRow, failure: Failure) -> None:
        """A private chat is closed to the bot: `outbox.hold` or `outbox.fail`, and whoever waits is told."""
        ...

    async def failed(self, row: OutboxRow, error: str) -> None:
        """Given up after several tries: `outbox.fail`. The alarm is the sender's."""
        ...

    async def not_pinned(self, row: OutboxRow) -> None:
        """The bot may not pin there: `outbox.finish`; the message stays where it is."""
        ...

    async def not_published(self, row: OutboxRow, failure: Failure) -> None:
        """The comment is gone, or its group is closed to the bot: `outbox.fail`, and a person answers instead."""
        ...

    async def not_bound(self, row: OutboxRow) -> None:
        """/bind in a group where the bot may not write."""
        ...

    async def chat_unreachable(self, chat_id: ChatId, failure: Failure) -> None:
        """A group is closed to the bot: `outbox.hold_chat` or `outbox.move_chat`. The row waits again already."""
        ...

    async def migrated(self, old: ChatId, new: ChatId) -> None:
        """The group has a new id: `outbox.move_chat`, and everything else that names it. The row waits already."""
        ...

    async def doubtful(self, row: OutboxRow) -> None:
        """The answer to a call was lost: what comes next may be a repetition. The row waits (or will) already."""
        ...
