"""Where the verbs put what is to be said."""

from datetime import datetime
from typing import Protocol

from domain.notices import Notice, NoticeKind, SentMessage


class Outbox(Protocol):
    """What is to be said, in the transaction of the change it announces."""

    def add(self, notice: Notice, now: datetime) -> None: ...

    async def find_sent(self, chat_id: int, message_id: int) -> SentMessage | None: ...

    async def list_sent(self, kind: NoticeKind, ref_id: int) -> list[tuple[int, int]]:
        """Chat and message id of what was sent about this draft or prompt."""
        ...
