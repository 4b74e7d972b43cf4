"""What stands on top of the staff's chats, and what it has to tell."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from domain.municipality import Municipality
from domain.notices import NoticeKind, Priority
from domain.pinned import (
    LISTED,
    PINNED_AFTER,
    ControlLine,
    Pinned,
    PinnedKind,
    QueueNow,
    WorkLine,
    list_spots,
)
from storage.database import Connection, Transaction
from storage.rows import read, read_moment, stored_moment

_FOUND: Final = """INSERT OR IGNORE INTO pinned (chat_id, thread_id, kind)
SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(:places)"""
_REMIND: Final = """INSERT INTO outbox
    (chat_id, thread_id, priority, kind, ref_id, coalesce_key, not_before, created_at)
SELECT chat_id, thread_id, :priority, :kind, id, 'pinned:' || id, :due, :now FROM pinned
WHERE chat_id IN (SELECT value FROM json_each(:chats)) AND (message_id IS NOT NULL OR kind <> :control
    OR EXISTS (SELECT 1 FROM appeals WHERE controlled_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM instructions WHERE done_at IS NULL))
ON CONFLICT DO NOTHING"""


def see_to_pinned(
    transaction: Transaction, municipality: Municipality, chats: Collection[int], now: datetime
) -> None:
    """Something has changed in these chats: what is on top is drawn again in a minute, once for all changes."""
    places = [(one.chat_id, one.thread_id, one.kind.value) for one in list_spots(municipality, chats)]
    transaction.write(_FOUND, {"places": json.dumps(places)})
    transaction.write(
        _REMIND,
        {
            "chats": json.dumps(sorted(chats)),
            "priority": Priority.BULK.value,
            "kind": NoticeKind.PINNED.value,
            "control": PinnedKind.CONTROL.value,
            "due": stored_moment(now + PINNED_AFTER),
            "now": stored_moment(now),
        },
    )


def try_to_pin(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """The bot's standing in the chat has changed: what could not be pinned there perhaps can be."""
    transaction.write(
        """INSERT INTO outbox (chat_id, thread_id, priority, kind, ref_id, coalesce_key, created_at)
        SELECT chat_id, thread_id, :priority, :kind, id, 'pin:' || id, :now FROM pinned
        WHERE chat_id = :chat AND message_id IS NOT NULL AND pinned_at IS NULL ON CONFLICT DO NOTHING""",
        {
            "chat": chat_id,
            "priority": Priority.BULK.value,
            "kind": NoticeKind.PIN.value,
            "now": stored_moment(now),
        },
    )


class PinnedNotes:
    """What the sender notes down of them."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def stands(self, pinned_id: int, message_id: int, digest: str) -> None:
        """A message with these words; it is not on top yet."""
        self._transaction.write(
            "UPDATE pinned SET message_id = :message, rendered = :digest, pinned_at = NULL WHERE id = :id",
            {"id": pinned_id, "message": message_id, "digest": digest},
        )

    def looks(self, pinned_id: int, digest: str) -> None:
        """An edit has changed the words."""
        self._transaction.write(
            "UPDATE pinned SET rendered = :digest WHERE id = :id", {"id": pinned_id, "digest": digest}
        )

    def is_on_top(self, pinned_id: int, now: datetime) -> None:
        """The messenger took the pin."""
        self._transaction.write(
            "UPDATE pinned SET pinned_at = :now WHERE id = :id",
            {"id": pinned_id, "now": stored_moment(now)},
        )

    async def refuse(self, pinned_id: int, now: datetime) -> bool:
        """The bot may not pin there; True for the first time in the whole chat, whatever comes between."""
        row = await self._transaction.fetch_one(
            """UPDATE pinned SET refused_at = :now WHERE id = :id AND NOT EXISTS (SELECT 1 FROM pinned AS told
            WHERE told.chat_id = pinned.chat_id AND told.refused_at IS NOT NULL) RETURNING id""",
            {"id": pinned_id, "now": stored_moment(now)},
        )
        return row is not None

    def is_gone(self, pinned_id: int) -> None:
        """Somebody has deleted the message."""
        self._transaction.write(
            "UPDATE pinned SET message_id = NULL, rendered = NULL, pinned_at = NULL WHERE id = :id",
            {"id": pinned_id},
        )


class PinnedQueries:
    """What a pinned message tells, as it is committed at that moment."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def find(self, pinned_id: int) -> Pinned | None:
        """The one of this id."""
        rows = await self._reader.run([("SELECT * FROM pinned WHERE id = :id", {"id": pinned_id})])
        return read(Pinned, rows[0]) if rows else None

    async def see_queue(self) -> QueueNow:
        """What waits for the coordinators."""
        (row,) = await self._reader.run([(_QUEUE, {})])
        since = read_moment(row["since"]) if row["since"] else None
        return QueueNow(row["count"], row["urgent"], since)

    async def list_work(self, departments: Sequence[str]) -> list[WorkLine]:
        """The first of what these departments have in hand: urgent ones, then the oldest."""
        rows = await self._reader.run([(_WORK, {"codes": json.dumps(departments), "limit": LISTED})])
        return [read(WorkLine, row) for row in rows]

    async def list_control(self) -> list[ControlLine]:
        """The first of what leaders watch: what has a term before what has none."""
        return [read(ControlLine, row) for row in await self._reader.run([(_CONTROL, {"limit": LISTED})])]


_QUEUE: Final = """SELECT count(*) AS count, count(*) FILTER (WHERE urgent) AS urgent, min(registered_at) AS since
FROM appeals WHERE status = 'registered' AND settles_at IS NULL AND NOT shelved"""
_WORK: Final = """WITH work AS (
    SELECT appeal_id, state, assignments.executor_name, assignments.return_by, NULL AS promised_on
    FROM assignments JOIN appeals ON appeals.id = appeal_id
    WHERE ended_at IS NULL AND assignments.department IN (SELECT value FROM json_each(:codes))
        AND status NOT IN ('answered', 'closed')
    UNION ALL SELECT id, '', NULL, NULL, promised_on FROM appeals
    WHERE promise_id IS NOT NULL AND promised_by IN (SELECT value FROM json_each(:codes)) AND status = 'answered')
SELECT number, status, state, topic, address, gist, caution, urgent, work.executor_name, work.return_by,
    work.promised_on, count(*) OVER () AS every
FROM work JOIN appeals ON appeals.id = appeal_id
ORDER BY urgent DESC, work.promised_on IS NOT NULL, work.promised_on, appeals.id LIMIT :limit"""
_CONTROL: Final = """SELECT number, status, topic, address, gist, caution, urgent, controlled_by,
    given_by, due_at, due_has_hour, count(*) OVER () AS every
FROM appeals LEFT JOIN instructions ON instructions.id = (SELECT id FROM instructions
    WHERE appeal_id = appeals.id AND done_at IS NULL ORDER BY due_at LIMIT 1)
WHERE given_by IS NOT NULL OR (controlled_by IS NOT NULL AND status NOT IN ('answered', 'closed'))
ORDER BY due_at IS NULL, due_at, appeals.id LIMIT :limit"""
