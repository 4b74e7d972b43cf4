"""What the verbs of setting up need from the outside, beside `services.ports`."""

from datetime import datetime
from typing import Protocol

from domain.ids import DepartmentCode, InvitationId
from domain.municipality import Role
from domain.people import Actor, Deed
from domain.setup.access import AccessRequest
from domain.setup.changes import Change
from domain.setup.invitations import Invitation
from domain.setup.pages import Question


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


class AccessRequests(Protocol):
    """Who asks to work for a department."""

    async def find(self, user_id: int, department: str) -> AccessRequest | None: ...

    async def get(self, request_id: int) -> AccessRequest: ...

    async def offer(self, department: str, by: Deed) -> int: ...

    def save(self, request: AccessRequest) -> None: ...


class SetupQuestions(Protocol):
    """Words that an administrator is asked for."""

    async def add(self, change: Change, of: str, stamp: str, *, message_id: int, by: Deed) -> int: ...

    async def get(self, question_id: int) -> Question: ...

    async def list_open(self, user_id: int) -> list[Question]:
        """What this person is being asked, newest first."""
        ...

    def close(self, question_id: int, now: datetime) -> None: ...
