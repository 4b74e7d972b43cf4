"""What the verbs need to keep of the codes that let people in."""

from datetime import datetime
from typing import Protocol

from domain.ids import DepartmentCode, InvitationId
from domain.municipality import Role
from domain.people import Actor
from domain.setup.invitations import Invitation


class Invitations(Protocol):
    """Codes that let a person into the staff."""

    def add(
        self,
        code: str,
        role: Role,
        department: DepartmentCode | None,
        *,
        by: Actor,
        now: datetime,
        expires_at: datetime,
    ) -> None: ...

    async def find(self, code: str) -> Invitation | None: ...

    def use(self, invitation_id: InvitationId, user_id: int, now: datetime) -> None: ...

    def end_first(self, now: datetime) -> None:
        """Codes of earlier starts let nobody in any more."""
        ...
