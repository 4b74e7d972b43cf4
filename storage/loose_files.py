"""Pictures that people of a department have just sent to its chat, for as long as one may belong to an answer."""

from datetime import datetime

from domain.drafts import LooseFile
from domain.messages import Attachment
from domain.people import Deed
from storage.database import Transaction
from storage.rows import read, stored_moment

OF_PERSON = """SELECT id, kind, file_id FROM loose_files
WHERE chat_id = :chat AND user_id = :user AND sent_at >= :since ORDER BY id"""


class LooseFiles:
    """Pictures of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def keep(self, file: Attachment, by: Deed, *, forget_before: datetime) -> None:
        """Remember the picture, and forget those that are too old for any answer."""
        self._transaction.write(
            "DELETE FROM loose_files WHERE sent_at < :before", {"before": stored_moment(forget_before)}
        )
        self._transaction.write(
            """INSERT INTO loose_files (chat_id, user_id, kind, file_id, sent_at)
            VALUES (:chat, :user, :kind, :file, :now)""",
            {
                "chat": by.chat,
                "user": by.actor.user_id,
                "kind": file.kind.value,
                "file": file.file_id,
                "now": stored_moment(by.at),
            },
        )

    async def list_of(self, chat: int, user_id: int, since: datetime) -> list[LooseFile]:
        """A person's pictures in this chat, in their order."""
        values = {"chat": chat, "user": user_id, "since": stored_moment(since)}
        return [read(LooseFile, row) for row in await self._transaction.fetch_all(OF_PERSON, values)]

    def forget(self, file_id: int) -> None:
        """It belongs to an answer now."""
        self._transaction.write("DELETE FROM loose_files WHERE id = :id", {"id": file_id})
