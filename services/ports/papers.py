"""What the verbs need to keep of papers that are ordered."""

from typing import Protocol

from domain.ids import ChatId
from domain.papers.kinds import Paper, PaperOrder, PaperState, Stretch
from domain.people import Deed


class PaperOrders(Protocol):
    """Orders, kept until the file stands in the chat."""

    async def add(
        self,
        paper: Paper,
        days: Stretch | None,
        scope: str,
        chat: ChatId,
        *,
        by: Deed,
        about: str = "",
    ) -> int:
        """An order; without days, and about no message, they are waited for in words. Its id."""
        ...

    async def find(self, order_id: int) -> PaperOrder | None: ...

    async def is_on_its_way(self, paper: Paper, days: Stretch, scope: str, chat: ChatId) -> bool:
        """Whether the same is being made for this chat."""
        ...

    async def is_about_on_its_way(self, paper: Paper, about: str, chat: ChatId) -> bool:
        """The same of a paper about one message."""
        ...

    def becomes(
        self, order_id: int, state: PaperState, *, file: str | None = None, trouble: str | None = None
    ) -> None:
        """It is made, stands in the chat, or will not come."""
        ...

    def begin(self, order_id: int) -> None:
        """One more try."""
        ...
