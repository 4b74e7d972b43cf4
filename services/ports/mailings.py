"""What the verbs need to keep of cards that go by e-mail."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.ids import AppealId, DepartmentCode
from domain.mailing.mailings import Mailing, MailTrouble


class Mailings(Protocol):
    """Letters that wait, and what became of those that left."""

    def add(
        self,
        appeal_id: AppealId,
        department: DepartmentCode,
        address: str,
        now: datetime,
        not_before: datetime | None = None,
    ) -> None:
        """Put a letter in line, in the transaction of the change that it tells of."""
        ...

    def follow(self, first: Mailing, message_ids: Sequence[int], now: datetime, not_before: datetime) -> None:
        """Put in line what was added to a letter that has left; `message_ids` are the citizen's messages."""
        ...

    def extend(self, mailing: Mailing, message_ids: Sequence[int]) -> None:
        """More messages in a letter that still waits."""
        ...

    async def list_of_appeal(self, appeal_id: AppealId) -> Sequence[Mailing]:
        """All of them, in order."""
        ...

    def sent(self, mailing: Mailing, now: datetime) -> None:
        """The server has taken it."""
        ...

    def put_off(self, mailing: Mailing, trouble: MailTrouble, code: str, *, until: datetime) -> None:
        """It is tried again then."""
        ...

    def failed(self, mailing: Mailing, trouble: MailTrouble, code: str) -> None:
        """It is tried no more."""
        ...

    def dropped(self, mailing: Mailing) -> None:
        """Nobody there needs it any more."""
        ...
