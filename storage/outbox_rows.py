"""Looking into the outbox: the next row of a chat, and what a start needs to know of the run before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row

from domain.ids import AppealId, ChatId, OutboxId
from domain.notices import Args, NoticeKind, Priority
from storage.database import Connection, Transaction
from storage.rows import read_moment, stored_moment


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One thing to be said; `attempts` counts the claims that were not given back uncounted."""

    id: OutboxId
    chat_id: ChatId
    thread_id: int
    priority: Priority
    kind: NoticeKind
    appeal_id: AppealId | None
    ref_id: int | None
    args: Args
    attempts: int
    done_parts: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a chat has in line: the row to go next, if any may go now, and when the next of the later ones may."""

    row_id: OutboxId | None
    priority: Priority
    later: datetime | None


@dataclass(frozen=True, slots=True)
class Spent:
    """Operations that a chat has seen lately, not later than `at`."""

    chat_id: ChatId
    at: datetime
    operations: int


# Each part is one step into an index: a chat may have thousands of rows in line.
_IS_OPEN = "NOT EXISTS (SELECT 1 FROM chats WHERE chat_id = :chat AND unreachable IS NOT NULL)"
_NEXT = f"""
WITH first AS (
    SELECT id, priority FROM outbox
    WHERE chat_id = :chat AND state = 'pending' AND (not_before IS NULL OR not_before <= :now) AND {_IS_OPEN}
    ORDER BY priority, id LIMIT 1
)
SELECT (SELECT id FROM first) AS id, (SELECT priority FROM first) AS priority,
       (SELECT min(not_before) FROM outbox WHERE chat_id = :chat AND state = 'pending'
        AND not_before IS NOT NULL AND not_before > :now AND {_IS_OPEN}) AS later
"""

# A row's finish stands for all its calls: later than the truth, never earlier. Edits leave no message behind,
# the items of an album one each.
_SPENT = """
SELECT chat_id, finished_at AS at,
       max(done_parts, (SELECT count(*) FROM sent_messages WHERE outbox_id = outbox.id)) AS operations
FROM outbox WHERE finished_at >= :since AND done_parts > 0
UNION ALL
SELECT outbox.chat_id, max(sent_at) AS at, count(*) AS operations
FROM outbox JOIN sent_messages ON sent_messages.outbox_id = outbox.id
WHERE state IN ('pending', 'sending') AND done_parts > 0 AND sent_at >= :since GROUP BY outbox.id
"""


async def find_next(reader: Connection, chat_id: ChatId, now: datetime) -> Waiting:
    """The chat's next row by priority, then age; an unreachable chat has none."""
    (row,) = await reader.run([(_NEXT, {"chat": chat_id, "now": stored_moment(now)})])
    priority = Priority.BULK if row["priority"] is None else Priority(row["priority"])
    return Waiting(row["id"], priority, read_moment(row["later"]) if row["later"] else None)


async def list_claimed(transaction: Transaction) -> list[OutboxRow]:
    """Rows whose call may have happened before the process ended."""
    rows = await transaction.fetch_all("SELECT * FROM outbox WHERE state = 'sending' ORDER BY id")
    return [outbox_row(row) for row in rows]


async def list_chats_waiting(transaction: Transaction) -> list[ChatId]:
    """Chats with anything in line."""
    rows = await transaction.fetch_all("SELECT DISTINCT chat_id FROM outbox WHERE state = 'pending'")
    return [row["chat_id"] for row in rows]


async def list_paused(transaction: Transaction, now: datetime) -> dict[ChatId, datetime]:
    """Until when Telegram has forbidden which chats."""
    rows = await transaction.fetch_all(
        "SELECT chat_id, paused_until FROM chats WHERE paused_until > :now",
        {"now": stored_moment(now)},
    )
    return {row["chat_id"]: read_moment(row["paused_until"]) for row in rows}


async def list_spent(transaction: Transaction, since: datetime) -> Sequence[Spent]:
    """Sends and edits since then, oldest first."""
    rows = await transaction.fetch_all(f"{_SPENT} ORDER BY at", {"since": stored_moment(since)})
    return [Spent(row["chat_id"], read_moment(row["at"]), row["operations"]) for row in rows]


def outbox_row(row: Row) -> OutboxRow:
    """A row of `SELECT *`."""
    return OutboxRow(
        id=row["id"],
        chat_id=row["chat_id"],
        thread_id=row["thread_id"],
        priority=Priority(row["priority"]),
        kind=NoticeKind(row["kind"]),
        appeal_id=row["appeal_id"],
        ref_id=row["ref_id"],
        args=json.loads(row["args"]),
        attempts=row["attempts"],
        done_parts=row["done_parts"],
    )
