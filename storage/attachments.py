"""Files that are to be kept on disk: what waits for its download, what is kept, and what has to be erased.

waiting ──> kept      the copy lies on the disk under the row's name
  │ ├─────> too_big   the Bot API hands out nothing above 20 MB
  │ └─────> failed    tried for a day in vain
  └───────> erasing   its message is erased: the copy goes first, then the row (from every other state too)
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from domain.messages import ContentKind
from storage.database import Connection, Transaction
from storage.rows import read, stored_moment

CopyId = NewType("CopyId", int)
ROUND = 20
"""Rows in one look; the next look brings the rest."""


@dataclass(frozen=True, slots=True)
class WantedCopy:
    """A file whose download is due. `name`: made up here, of hexadecimal digits alone; nobody's words become a path."""

    id: CopyId
    file_id: str
    name: str
    attempts: int
    wanted_at: datetime


class WantedFiles:
    """What one transaction brings that is to be kept; nothing where the town keeps no copies."""

    def __init__(self, transaction: Transaction, *, keeps: bool) -> None:
        self._transaction = transaction
        self._keeps = keeps

    def add(self, kind: ContentKind, file_id: str | None, now: datetime) -> None:
        """Have the file kept, unless it is already."""
        if self._keeps and file_id is not None:
            values = {"file": file_id, "kind": kind.value, "now": stored_moment(now)}
            self._transaction.write(_WANT, values)


def erase_of_unregistered(transaction: Transaction, before: datetime) -> None:
    """The copies of messages that are erased now, unless the same file stands in something that stays."""
    transaction.write(_ERASE_UNREGISTERED, {"before": stored_moment(before)})


async def list_due(reader: Connection, now: datetime) -> list[WantedCopy]:
    """What is to be fetched now, the longest due first."""
    values = {"now": stored_moment(now), "limit": ROUND}
    return [read(WantedCopy, row) for row in await reader.run([(_DUE, values)])]


async def list_to_erase(reader: Connection) -> list[tuple[CopyId, str]]:
    """Id and name of each copy that has to go."""
    rows = await reader.run([("SELECT id, name FROM attachments WHERE state = 'erasing' ORDER BY id", {})])
    return [(CopyId(row["id"]), row["name"]) for row in rows]


async def list_names(reader: Connection) -> dict[str, CopyId | None]:
    """The name of every copy; with its id where the file has to be there."""
    rows = await reader.run([("SELECT id, name, state FROM attachments", {})])
    return {row["name"]: CopyId(row["id"]) if row["state"] == "kept" else None for row in rows}


async def find_kept(reader: Connection, file_id: str) -> tuple[str, str] | None:
    """The copy's name on the disk, and what the file is called among people; None where none is kept."""
    rows = await reader.run([(_KEPT, {"file": file_id})])
    return (rows[0]["name"], rows[0]["called"]) if rows else None


def note_kept(
    transaction: Transaction, copy_id: CopyId, *, unique_id: str, size: int, ending: str, now: datetime
) -> None:
    """The copy lies on the disk. `ending` is that of Telegram's own file; one that is to be erased meanwhile stays so."""
    values = {"id": copy_id, "unique": unique_id, "size": size, "ending": ending, "now": stored_moment(now)}
    transaction.write(_NOTE_KEPT, values)


def note_failure(
    transaction: Transaction, copy_id: CopyId, error: str, *, not_before: datetime | None
) -> None:
    """One more vain attempt; without `not_before` the last one. `error` holds nothing that a person wrote."""
    values = {"id": copy_id, "error": error, "later": not_before and stored_moment(not_before)}
    transaction.write(_NOTE_FAILURE, values)


def note_too_big(transaction: Transaction, copy_id: CopyId) -> None:
    """Nobody can download it; it goes on living by its id."""
    transaction.write(
        "UPDATE attachments SET state = 'too_big', error = NULL WHERE id = :id AND state = 'waiting'",
        {"id": copy_id},
    )


def want_again(transaction: Transaction, copy_id: CopyId, now: datetime) -> None:
    """The copy was kept and is not there any more."""
    transaction.write(
        """UPDATE attachments SET state = 'waiting', attempts = 0, wanted_at = :now, not_before = :now
        WHERE id = :id AND state = 'kept'""",
        {"id": copy_id, "now": stored_moment(now)},
    )


def forget(transaction: Transaction, copy_id: CopyId) -> None:
    """The copy is gone from the disk: nothing more is known of it."""
    transaction.write("DELETE FROM attachments WHERE id = :id AND state = 'erasing'", {"id": copy_id})


_KEPT = """
SELECT name, coalesce((SELECT file_name FROM citizen_messages WHERE file_id = :file AND file_name IS NOT NULL LIMIT 1),
    'file' || ending) AS called
FROM attachments WHERE file_id = :file AND state = 'kept'
"""
_WANT = """
INSERT INTO attachments (file_id, kind, name, wanted_at, not_before)
VALUES (:file, :kind, lower(hex(randomblob(16))), :now, :now)
ON CONFLICT (file_id) WHERE state <> 'erasing' DO NOTHING
"""
_DUE = """
SELECT id, file_id, name, attempts, wanted_at FROM attachments
WHERE state = 'waiting' AND not_before <= :now ORDER BY not_before, id LIMIT :limit
"""
_NOTE_KEPT = """
UPDATE attachments SET state = 'kept', file_unique_id = :unique, size = :size, ending = :ending,
    attempts = attempts + 1, error = NULL, kept_at = :now
WHERE id = :id AND state = 'waiting'
"""
_NOTE_FAILURE = """
UPDATE attachments SET attempts = attempts + 1, error = :error, not_before = coalesce(:later, not_before),
    state = CASE WHEN :later IS NULL THEN 'failed' ELSE state END
WHERE id = :id AND state = 'waiting'
"""
_ERASE_UNREGISTERED = """
UPDATE attachments SET state = 'erasing'
WHERE state <> 'erasing' AND file_id IN
    (SELECT file_id FROM citizen_messages WHERE held IN ('consent', 'barred', 'entry') AND received_at < :before)
AND NOT EXISTS (SELECT 1 FROM citizen_messages AS stays WHERE stays.file_id = attachments.file_id
    AND NOT (coalesce(stays.held, '') IN ('consent', 'barred', 'entry') AND stays.received_at < :before))
AND NOT EXISTS (SELECT 1 FROM drafts, json_each(drafts.attachments) AS file
    WHERE json_extract(file.value, '$[1]') = attachments.file_id)
"""
