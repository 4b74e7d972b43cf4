"""Words that are waited for while setting up, of one transaction."""

from datetime import datetime

from domain.errors import NotFound
from domain.people import Deed
from domain.setup.pages import Question
from domain.setup.vocabulary import Change
from storage.database import Transaction
from storage.rows import read, stored_moment


class SetupQuestions:
    """Who is asked for what."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, change: Change, of: str, stamp: str, *, message_id: int, by: Deed) -> int:
        """Wait for this person's words; the id of the question."""
        return int(
            await self._transaction.fetch_value(
                """INSERT INTO setup_questions
                    (change, "of", stamp, chat_id, user_id, user_name, message_id, created_at)
                VALUES (:change, :of, :stamp, :chat, :user, :name, :message, :now) RETURNING id""",
                {
                    "change": change.value,
                    "of": of,
                    "stamp": stamp,
                    "chat": by.chat,
                    "user": by.actor.user_id,
                    "name": by.actor.name,
                    "message": message_id,
                    "now": stored_moment(by.at),
                },
            )
        )

    async def get(self, question_id: int) -> Question:
        """The question; raises `NotFound`."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM setup_questions WHERE id = :id", {"id": question_id}
        )
        if row is None:
            raise NotFound
        return read(Question, row)

    async def list_open(self, user_id: int) -> list[Question]:
        """What this person is being asked, newest first."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM setup_questions WHERE user_id = :user AND closed_at IS NULL ORDER BY id DESC",
            {"user": user_id},
        )
        return [read(Question, row) for row in rows]

    def close(self, question_id: int, now: datetime) -> None:
        """The words have come, or are not needed."""
        self._transaction.write(
            "UPDATE setup_questions SET closed_at = :now WHERE id = :id",
            {"id": question_id, "now": stored_moment(now)},
        )
