"""What the verbs need to know of whose words are waited for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.drafts import Prompt, PromptKind
from domain.ids import AppealId, AssignmentId, DraftId, InstructionId, PromptId
from domain.messages import Attachment
from domain.people import Actor


class Prompts(Protocol):
    """Whose words are waited for."""

    async def add(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        *,
        chat_id: int,
        actor: Actor,
        now: datetime,
        draft_id: DraftId | None = None,
        words: str | None = None,
        attachments: tuple[Attachment, ...] = (),
        instruction_id: InstructionId | None = None,
        assignment_id: AssignmentId | None = None,
        message_id: int = 0,
    ) -> PromptId: ...

    async def find_said(self, chat_id: int, message_id: int) -> Prompt | None:
        """What the words of this message were taken for."""
        ...

    async def get(self, prompt_id: PromptId) -> Prompt: ...

    async def find_open(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        user_id: int,
        chat_id: int,
        assignment_id: AssignmentId | None = None,
    ) -> Prompt | None: ...

    async def list_open(self, chat_id: int, user_id: int, appeal_id: AppealId) -> list[Prompt]:
        """What this person was asked about this appeal here, newest first."""
        ...

    async def list_waiting(self, chat_id: int, user_id: int, since: datetime) -> list[Prompt]:
        """What this person was asked here since then and has not answered, newest first."""
        ...

    def close(self, prompt_id: PromptId, now: datetime, *, said_in: int = 0) -> None:
        """`said_in`: the message whose words were taken, where they were."""
        ...

    def close_of_appeal(
        self,
        appeal_id: AppealId,
        kinds: Sequence[PromptKind],
        now: datetime,
        assignment_id: AssignmentId | None = None,
    ) -> None: ...
