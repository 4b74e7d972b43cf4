"""Requests for access, of one transaction."""

from domain.errors import NotFound
from domain.people import Deed
from domain.setup.access import AccessRequest
from storage.database import Transaction
from storage.rows import read, stored_fields, stored_moment


class AccessRequests:
    """One row for a person and a department; a new offer begins it anew."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find(self, user_id: int, department: str) -> AccessRequest | None:
        """What this person was offered last for the department."""
        return await self._find("user_id = :user AND department = :department", user_id, department)

    async def get(self, request_id: int) -> AccessRequest:
        """The request; raises `NotFound`."""
        found = await self._find("id = :user", request_id, "")
        if found is None:
            raise NotFound
        return found

    async def _find(self, condition: str, user_id: int, department: str) -> AccessRequest | None:
        row = await self._transaction.fetch_one(
            f"SELECT * FROM access_requests WHERE {condition}", {"user": user_id, "department": department}
        )
        return read(AccessRequest, row) if row else None

    async def offer(self, department: str, by: Deed) -> int:
        """Offer it; the id of the request."""
        return int(
            await self._transaction.fetch_value(
                """INSERT INTO access_requests (user_id, name, department, chat_id, thread_id, offered_at, granted)
                VALUES (:user, :name, :department, :chat, :thread, :now, 0)
                ON CONFLICT (user_id, department) DO UPDATE SET name = :name, chat_id = :chat, thread_id = :thread,
                    offered_at = :now, asked_at = NULL, decided_by = NULL, decided_at = NULL, granted = 0
                RETURNING id""",
                {
                    "user": by.actor.user_id,
                    "name": by.actor.name,
                    "department": department,
                    "chat": by.chat,
                    "thread": by.thread,
                    "now": stored_moment(by.at),
                },
            )
        )

    def save(self, request: AccessRequest) -> None:
        """Write what became of it."""
        self._transaction.write(
            """UPDATE access_requests SET asked_at = :asked_at, decided_by = :decided_by, decided_at = :decided_at,
            granted = :granted WHERE id = :id""",
            stored_fields(request),
        )
