"""What is looked for in the register: kept for the pages of the answer, and for words that are waited for."""

from datetime import datetime

from domain.people import Deed
from domain.search.errors import SearchForgotten
from domain.search.hits import Search
from storage.database import Connection, Transaction
from storage.rows import read, stored_moment


class Searches:
    """Searches of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, words: str | None, *, by: Deed) -> int:
        """A search; without words they are waited for. Its id."""
        return int(
            await self._transaction.fetch_value(
                """INSERT INTO searches (words, chat_id, user_id, user_name, asked_at)
                VALUES (:words, :chat, :user, :name, :now) RETURNING id""",
                {
                    "words": words,
                    "chat": by.chat,
                    "user": by.actor.user_id,
                    "name": by.actor.name,
                    "now": stored_moment(by.at),
                },
            )
        )

    async def get(self, search_id: int) -> Search:
        """The search; raises `SearchForgotten`."""
        row = await self._transaction.fetch_one("SELECT * FROM searches WHERE id = :id", {"id": search_id})
        if row is None:
            raise SearchForgotten
        return read(Search, row)

    def say(self, search_id: int, words: str) -> None:
        """The words have come."""
        self._transaction.write(
            "UPDATE searches SET words = :words WHERE id = :id", {"id": search_id, "words": words}
        )


async def find_search(reader: Connection, search_id: int) -> Search | None:
    """The search as it stands; None where it is forgotten."""
    rows = await reader.run([("SELECT * FROM searches WHERE id = :id", {"id": search_id})])
    return read(Search, rows[0]) if rows else None


async def prune(transaction: Transaction, before: datetime) -> int:
    """Forget what was looked for before then, people's names in it; how many there were."""
    rows = await transaction.fetch_all(
        "DELETE FROM searches WHERE asked_at < :before RETURNING id", {"before": stored_moment(before)}
    )
    return len(rows)
