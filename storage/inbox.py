"""Updates to the letter, stored before Telegram may forget them, and kept a week for their ids.

new ──> done        handled; the words are wiped, the id stays so that a repeat is known
  └───> set_aside   handled in vain; kept whole until somebody looks and tries again
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import Transaction
from storage.rows import read, stored_moment

# The key is unique, and that alone decides: after an idle week Telegram goes on from a random id.
_STORE = """
INSERT INTO inbox (update_id, chat_key, raw, received_at)
SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), :now
FROM json_each(:batch) WHERE true
ON CONFLICT (update_id) DO NOTHING
RETURNING update_id
"""


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """One update as it came: JSON in ASCII, so that even half a surrogate pair survives storage."""

    update_id: int
    chat_key: int
    raw: str
    attempts: int = 0


async def store(transaction: Transaction, updates: Sequence[RawUpdate], now: datetime) -> list[RawUpdate]:
    """Store a batch; those that are new, in the order they came."""
    batch = json.dumps([(update.update_id, update.chat_key, update.raw) for update in updates])
    rows = await transaction.fetch_all(_STORE, {"batch": batch, "now": stored_moment(now)})
    stored = {row["update_id"] for row in rows}
    new: dict[int, RawUpdate] = {}
    for update in updates:
        if update.update_id in stored:
            new.setdefault(update.update_id, update)
    return list(new.values())


async def list_waiting(transaction: Transaction) -> list[RawUpdate]:
    """What a former run left unhandled, oldest first."""
    rows = await transaction.fetch_all(
        "SELECT * FROM inbox WHERE state = 'new' ORDER BY received_at, update_id",
    )
    return [read(RawUpdate, row) for row in rows]


def mark_done(transaction: Transaction, update_id: int, now: datetime) -> None:
    """Handled: goes into the transaction of what the update changed."""
    transaction.write(
        "UPDATE inbox SET state = 'done', raw = '', error = NULL, finished_at = :now WHERE update_id = :id",
        {"id": update_id, "now": stored_moment(now)},
    )


async def count_attempt(transaction: Transaction, update_id: int) -> int | None:
    """One more vain attempt; how many there were. None: it is done after all, the commit outlived its waiter."""
    attempts: int | None = await transaction.fetch_value(
        "UPDATE inbox SET attempts = attempts + 1 WHERE update_id = :id AND state = 'new' RETURNING attempts",
        {"id": update_id},
    )
    return attempts


def set_aside(transaction: Transaction, update_id: int, error: str, now: datetime) -> None:
    """Handled in vain. `error` is a class and a place in the code."""
    transaction.write(
        "UPDATE inbox SET state = 'set_aside', error = :error, finished_at = :now"
        " WHERE update_id = :id AND state = 'new'",
        {"id": update_id, "error": error, "now": stored_moment(now)},
    )


async def prune(transaction: Transaction, before: datetime, limit: int = 1000) -> int:
    """Forget handled updates finished before then, a week being enough; how many. Repeat until it is 0."""
    rows = await transaction.fetch_all(
        "DELETE FROM inbox WHERE update_id IN"
        " (SELECT update_id FROM inbox WHERE state = 'done' AND finished_at < :before LIMIT :limit)"
        " RETURNING update_id",
        {"before": stored_moment(before), "limit": limit},
    )
    return len(rows)
