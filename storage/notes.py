"""Notes of the staff on an appeal."""

from domain.ids import AppealId
from domain.people import Deed
from storage.database import Transaction
from storage.rows import stored_moment


class Notes:
    """Notes of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, appeal_id: AppealId, text: str, by: Deed) -> None:
        """Keep what was noted, and by whom."""
        self._transaction.write(
            """INSERT INTO notes (appeal_id, author_id, author_name, text, chat_id, message_id, created_at)
            VALUES (:appeal, :author, :name, :text, :chat, :message, :now)""",
            {
                "appeal": appeal_id,
                "author": by.actor.user_id,
                "name": by.actor.short_name,
                "text": text,
                "chat": by.chat,
                "message": by.message_id,
                "now": stored_moment(by.at),
            },
        )

    async def reword(self, text: str, by: Deed) -> AppealId | None:
        """Let the note that was made of this message say this."""
        row = await self._transaction.fetch_one(
            "UPDATE notes SET text = :text WHERE message_id = :message AND chat_id = :chat RETURNING appeal_id",
            {"text": text, "message": by.message_id, "chat": by.chat},
        )
        return AppealId(row["appeal_id"]) if row else None
