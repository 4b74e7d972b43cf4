"""Reading for the pages of setting up, on the read-only connection."""

from collections.abc import Sequence

from domain.setup.access import AccessRequest
from domain.setup.pages import Question
from storage.database import Connection
from storage.rows import read


class SetupQueries:
    """What is known of groups and people beyond the settings."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def list_titles(self) -> dict[int, str]:
        """What the groups are called, so far as the bot has heard."""
        rows = await self._reader.run([("SELECT chat_id, title FROM chats WHERE title IS NOT NULL", {})])
        return {row["chat_id"]: row["title"] for row in rows}

    async def list_known(self, user_ids: Sequence[int]) -> frozenset[int]:
        """Which of these have opened their private chat with the bot: they wrote there, or something arrived."""
        numbers = ", ".join(str(int(user_id)) for user_id in user_ids)
        rows = await self._reader.run([(_KNOWN.format(numbers=numbers), {})])
        return frozenset(row["user_id"] for row in rows)

    async def find_question(self, question_id: int) -> Question | None:
        """The question of this id."""
        rows = await self._reader.run([("SELECT * FROM setup_questions WHERE id = :id", {"id": question_id})])
        return read(Question, rows[0]) if rows else None

    async def find_access_request(self, request_id: int) -> AccessRequest | None:
        """The request of this id."""
        rows = await self._reader.run([("SELECT * FROM access_requests WHERE id = :id", {"id": request_id})])
        return read(AccessRequest, rows[0]) if rows else None


_KNOWN = """SELECT user_id FROM citizens WHERE user_id IN ({numbers}) AND blocked_at IS NULL
UNION SELECT chat_id FROM sent_messages WHERE chat_id IN ({numbers})"""
