"""Files that administrators have sent, until they are decided on."""

from dataclasses import asdict
from datetime import datetime
from typing import Final

from domain.notices import NoticeKind
from domain.people import Deed
from domain.setup.handed import HandedFile, HandedKind, HandedState
from storage.database import Connection, Transaction
from storage.rows import read, stored_moment


class HandedFiles:
    """Files of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, kind: HandedKind, name: str, file_id: str, *, by: Deed) -> int:
        """A file that is to be looked at; its id."""
        return int(
            await self._transaction.fetch_value(
                """INSERT INTO handed_files (kind, state, name, file_id, chat_id, message_id, user_id, user_name, handed_at)
                VALUES (:kind, :state, :name, :file, :chat, :message, :user, :user_name, :now) RETURNING id""",
                {
                    "kind": kind.value,
                    "state": HandedState.WAITING.value,
                    "name": name,
                    "file": file_id,
                    "chat": by.chat,
                    "message": by.message_id,
                    "user": by.actor.user_id,
                    "user_name": by.actor.name,
                    "now": stored_moment(by.at),
                },
            )
        )

    async def find(self, file_id: int) -> HandedFile | None:
        """As it stands; None where it is forgotten."""
        row = await self._transaction.fetch_one(_ONE, {"id": file_id})
        return read(HandedFile, row) if row else None

    def save(self, file: HandedFile) -> None:
        """What became of it."""
        values = {name: value for name, value in asdict(file).items() if name in _CHANGING}
        self._transaction.write(_SAVE, values | {"id": file.id, "state": file.state.value})


async def find_handed(reader: Connection, file_id: int) -> HandedFile | None:
    """As it stands; None where it is forgotten."""
    rows = await reader.run([(_ONE, {"id": file_id})])
    return read(HandedFile, rows[0]) if rows else None


async def find_message(reader: Connection, file_id: int) -> int | None:
    """The message in which the bot tells of the file."""
    rows = await reader.run(
        [
            (
                "SELECT max(message_id) AS id FROM sent_messages WHERE ref_id = :id AND kind = :kind",
                {"id": file_id, "kind": NoticeKind.HANDED_FILE.value},
            )
        ]
    )
    return rows[0]["id"] if rows else None


async def find_next_handed(reader: Connection) -> HandedFile | None:
    """The oldest that waits to be looked at or to be put in force."""
    rows = await reader.run(
        [("SELECT * FROM handed_files WHERE state IN ('waiting', 'wanted') ORDER BY id LIMIT 1", {})]
    )
    return read(HandedFile, rows[0]) if rows else None


async def prune(transaction: Transaction, before: datetime) -> int:
    """Forget what was sent before then; how many there were."""
    rows = await transaction.fetch_all(
        "DELETE FROM handed_files WHERE handed_at < :before RETURNING id", {"before": stored_moment(before)}
    )
    return len(rows)


_ONE: Final = "SELECT * FROM handed_files WHERE id = :id"
_CHANGING: Final = ("state", "attempts", "lines", "count", "added", "known", "content")
_SAVE: Final = (
    f"UPDATE handed_files SET {', '.join(f'{name} = :{name}' for name in _CHANGING)} WHERE id = :id"
)
