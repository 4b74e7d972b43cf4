"""What the verbs need to keep of the answers in the making."""

from datetime import datetime
from typing import Protocol

from domain.drafts import Draft
from domain.ids import AppealId, AssignmentId, DraftId


class Drafts(Protocol):
    """Versions of what the citizen will read."""

    async def add(self, draft: Draft) -> None:
        """Store as the next version of its appeal; fills `id` and `version`."""
        ...

    async def get(self, draft_id: DraftId) -> Draft: ...

    async def find_current(self, appeal_id: AppealId) -> Draft | None:
        """The version that is on approval or approved."""
        ...

    async def find_next_waiting(self, shown: Draft, author_id: int | None) -> Draft | None:
        """What to decide on after `shown`: urgent ones first, then the oldest, none by this author."""
        ...

    async def count_waiting(self) -> int: ...

    async def find_answer(self, appeal_id: AppealId) -> Draft | None:
        """The final answer that was published last, or what was said of its promise since."""
        ...

    async def find_returned(self, appeal_id: AppealId) -> Draft | None:
        """The version that was sent back last."""
        ...

    async def list_previews_of(self, author_id: int, since: datetime) -> list[Draft]: ...

    async def find_said(self, chat_id: int, message_id: int) -> Draft | None:
        """The newest version that was made of this message."""
        ...

    async def find_preview(
        self, appeal_id: AppealId, author_id: int, assignment_id: AssignmentId | None = None
    ) -> Draft | None: ...

    async def drop_previews(
        self, appeal_id: AppealId, assignment_id: AssignmentId | None = None
    ) -> list[DraftId]: ...

    def save(self, draft: Draft) -> None: ...
