"""What the verbs need to keep of who asks to work here."""

from typing import Protocol

from domain.people import Deed
from domain.setup.access import AccessRequest


class AccessRequests(Protocol):
    """Who asks to work for a department."""

    async def find(self, user_id: int, department: str) -> AccessRequest | None: ...

    async def get(self, request_id: int) -> AccessRequest: ...

    async def offer(self, department: str, by: Deed) -> int: ...

    def save(self, request: AccessRequest) -> None: ...
