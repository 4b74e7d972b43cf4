"""What is still to be said, written in the transaction of the change it announces, taken up by the sender.

pending ──> sending ──> done       said, all its parts
   ^           ├──────> held       this one waits for its chat to open again (`release`)
   │           └──────> failed     given up, visibly
   └── put back: not now, the next part, or its answer was lost
"""

import json
from datetime import datetime

from domain.ids import ChatId, OutboxId
from domain.notices import Notice
from storage.database import Transaction
from storage.outbox_rows import OutboxRow, outbox_row
from storage.rows import stored, stored_moment

_ADD = """
INSERT INTO outbox
    (chat_id, thread_id, priority, kind, appeal_id, ref_id, args, coalesce_key, not_before, created_at)
VALUES
    (:chat, :thread, :priority, :kind, :appeal, :ref, :args, :key, :not_before, :now)
ON CONFLICT (coalesce_key) WHERE coalesce_key IS NOT NULL AND state = 'pending'
DO UPDATE SET priority = min(priority, excluded.priority)
"""

# A younger row may wait under the same key by now; then the older one goes on without it.
_PENDING = """
state = 'pending',
coalesce_key = CASE
    WHEN EXISTS (SELECT 1 FROM outbox AS other WHERE other.coalesce_key = outbox.coalesce_key
                 AND other.state = 'pending' AND other.id <> outbox.id)
    THEN NULL ELSE coalesce_key END
"""


def add(transaction: Transaction, notice: Notice, now: datetime) -> None:
    """Put a notice in line, once: while a row with its key waits, that row only becomes as urgent as this one."""
    parameters = {
        "chat": notice.chat_id,
        "thread": notice.thread_id,
        "priority": notice.priority,
        "kind": notice.kind,
        "appeal": notice.appeal_id,
        "ref": notice.ref_id,
        "args": json.dumps(dict(notice.args)),
        "key": notice.coalesce_key,
        "not_before": stored(notice.not_before),
        "now": stored_moment(now),
    }
    transaction.write(_ADD, parameters)


async def claim(transaction: Transaction, row_id: OutboxId, chat_id: ChatId) -> OutboxRow | None:
    """Take a row up before its call; None where it waits no more, or not here. A row found claimed at the start is doubtful."""
    row = await transaction.fetch_one(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1"
        " WHERE id = :id AND chat_id = :chat AND state = 'pending' RETURNING *",
        {"id": row_id, "chat": chat_id},
    )
    return None if row is None else outbox_row(row)


def put_back(
    transaction: Transaction,
    row: OutboxRow,
    *,
    counted: bool,
    doubtful: bool = False,
    not_before: datetime | None = None,
    error: str | None = None,
) -> None:
    """Let a claimed row wait again. `counted`: it was an attempt; `doubtful`: its answer was lost."""
    transaction.write(
        f"UPDATE outbox SET {_PENDING}, attempts = :attempts, doubtful = doubtful + :doubtful,"
        " not_before = :not_before, error = coalesce(:error, error) WHERE id = :id AND state = 'sending'",
        {
            "id": row.id,
            "attempts": row.attempts if counted else row.attempts - 1,
            "doubtful": doubtful,
            "not_before": stored(not_before),
            "error": error,
        },
    )


def part_done(transaction: Transaction, row_id: OutboxId, now: datetime, *, index: int, last: bool) -> None:
    """Telegram has confirmed (or nobody needs) the part at `index`; after the last one the row is done."""
    parameters = {"id": row_id, "done": index + 1, "now": stored_moment(now)}
    if last:
        transaction.write(
            "UPDATE outbox SET state = 'done', done_parts = :done, error = NULL, finished_at = :now WHERE id = :id",
            parameters,
        )
    else:
        transaction.write(
            f"UPDATE outbox SET {_PENDING}, done_parts = :done, attempts = 0, error = NULL, not_before = NULL"
            " WHERE id = :id",
            parameters,
        )


def finish(transaction: Transaction, row_id: OutboxId, now: datetime) -> None:
    """There is nothing (more) to say."""
    transaction.write(
        "UPDATE outbox SET state = 'done', finished_at = :now WHERE id = :id",
        {"id": row_id, "now": stored_moment(now)},
    )


def fail(transaction: Transaction, row_id: OutboxId, error: str, now: datetime) -> None:
    """Give a row up. `error` is a class and Telegram's or the code's reason, never content."""
    transaction.write(
        "UPDATE outbox SET state = 'failed', error = :error, finished_at = :now WHERE id = :id",
        {"id": row_id, "error": error, "now": stored_moment(now)},
    )


def hold(transaction: Transaction, row_id: OutboxId, reason: str) -> None:
    """Keep a row until `release` of its chat: a person who blocked the bot may come back."""
    transaction.write(
        "UPDATE outbox SET state = 'held', error = :reason WHERE id = :id",
        {"id": row_id, "reason": reason},
    )


def hold_chat(transaction: Transaction, chat_id: ChatId, reason: str, now: datetime) -> None:
    """Nothing goes to this chat until `release`; what is added meanwhile waits in line and coalesces."""
    transaction.write(
        "INSERT INTO chats (chat_id, unreachable, since) VALUES (:chat, :reason, :now)"
        " ON CONFLICT (chat_id) DO UPDATE SET unreachable = :reason, since = :now",
        {"chat": chat_id, "reason": reason, "now": stored_moment(now)},
    )


def release(transaction: Transaction, chat_id: ChatId, now: datetime) -> None:
    """The chat can be written to again. Of held rows under one key only the youngest is still needed."""
    parameters = {"chat": chat_id, "now": stored_moment(now)}
    transaction.write(
        "UPDATE chats SET unreachable = NULL, since = NULL WHERE chat_id = :chat",
        parameters,
    )
    transaction.write(
        "UPDATE outbox SET state = 'done', finished_at = :now"
        " WHERE chat_id = :chat AND state = 'held' AND done_parts = 0 AND EXISTS"
        " (SELECT 1 FROM outbox AS younger WHERE younger.chat_id = :chat AND younger.state = 'held'"
        " AND younger.coalesce_key = outbox.coalesce_key AND younger.id > outbox.id)",
        parameters,
    )
    transaction.write(f"UPDATE outbox SET {_PENDING} WHERE chat_id = :chat AND state = 'held'", parameters)


def pause_chat(transaction: Transaction, chat_id: ChatId, until: datetime) -> None:
    """Telegram said when this chat may be written to again; kept for the case of a restart."""
    transaction.write(
        "INSERT INTO chats (chat_id, paused_until) VALUES (:chat, :until)"
        " ON CONFLICT (chat_id) DO UPDATE SET paused_until = :until",
        {"chat": chat_id, "until": stored_moment(until)},
    )


def move_chat(transaction: Transaction, old: ChatId, new: ChatId, now: datetime) -> None:
    """What waits for one chat goes to another's main thread: the group was migrated or is out of reach.

    What is about one message of the old chat ends: in the new one its number means something else.
    """
    transaction.write(
        "UPDATE outbox SET state = 'done', finished_at = :now WHERE chat_id = :old"
        " AND kind IN ('close_message', 'reaction', 'pinned', 'pin', 'summary_view') AND state IN ('pending', 'sending', 'held')",
        {"old": old, "now": stored_moment(now)},
    )
    transaction.write(
        "UPDATE outbox SET chat_id = :new, thread_id = 0"
        " WHERE chat_id = :old AND state IN ('pending', 'sending', 'held')",
        {"old": old, "new": new},
    )


def move_to_general(transaction: Transaction, chat_id: ChatId, thread_id: int) -> None:
    """A topic is closed or gone: what waits for it goes to General."""
    transaction.write(
        "UPDATE outbox SET thread_id = 0"
        " WHERE chat_id = :chat AND thread_id = :thread AND state IN ('pending', 'sending', 'held')",
        {"chat": chat_id, "thread": thread_id},
    )


async def prune(transaction: Transaction, before: datetime, limit: int = 1000) -> int:
    """Forget what was said or given up before then; how many rows. Repeat until it is 0."""
    rows = await transaction.fetch_all(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE finished_at < :before LIMIT :limit)"
        " RETURNING id",
        {"before": stored_moment(before), "limit": limit},
    )
    return len(rows)
