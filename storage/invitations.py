"""Invitations of one transaction: found by the digest of their code, since the code itself is not kept."""

from datetime import datetime
from hashlib import sha256

from domain.ids import DepartmentCode, InvitationId
from domain.municipality import Role
from domain.people import Actor
from domain.setup.invitations import Invitation
from storage.database import Transaction
from storage.rows import read, stored_moment


class Invitations:
    """Who may come in by which code."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(
        self,
        code: str,
        role: Role,
        department: DepartmentCode | None,
        *,
        by: Actor,
        now: datetime,
        expires_at: datetime,
    ) -> None:
        """Let one person in by this code."""
        self._transaction.write(
            """INSERT INTO invitations
                (digest, role, department, issued_by, issued_by_name, issued_at, expires_at)
            VALUES (:digest, :role, :department, :by, :name, :now, :expires)""",
            {
                "digest": _digest(code),
                "role": role.value,
                "department": department,
                "by": by.user_id,
                "name": by.name,
                "now": stored_moment(now),
                "expires": stored_moment(expires_at),
            },
        )

    async def find(self, code: str) -> Invitation | None:
        """The invitation of this code."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM invitations WHERE digest = :digest", {"digest": _digest(code)}
        )
        return read(Invitation, row) if row else None

    def use(self, invitation_id: InvitationId, user_id: int, now: datetime) -> None:
        """Somebody has come by it; nobody else will."""
        self._transaction.write(
            "UPDATE invitations SET used_by = :user, used_at = :now WHERE id = :id",
            {"id": invitation_id, "user": user_id, "now": stored_moment(now)},
        )

    def end_first(self, now: datetime) -> None:
        """Codes of earlier starts let nobody in any more."""
        self._transaction.write(
            """UPDATE invitations SET expires_at = :now
            WHERE issued_by = 0 AND used_by IS NULL AND expires_at > :now""",
            {"now": stored_moment(now)},
        )


def _digest(code: str) -> str:
    return sha256(code.encode()).hexdigest()
