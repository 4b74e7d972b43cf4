"""Notes of the staff on an appeal."""

from datetime import datetime

from domain.ids import AppealId
from domain.people import Actor
from storage.database import Transaction
from storage.rows import stored_moment


class Notes:
    """Notes of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, appeal_id: AppealId, text: str, actor: Actor, now: datetime) -> None:
        """Keep what was noted, and by whom."""
        self._transaction.write(
            """INSERT INTO notes (appeal_id, author_id, author_name, text, created_at)
            VALUES (:appeal, :author, :name, :text, :now)""",
            {
                "appeal": appeal_id,
                "author": actor.user_id,
                "name": actor.short_name,
                "text": text,
                "now": stored_moment(now),
            },
        )
