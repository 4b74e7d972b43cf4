"""What the verbs need to keep of what colleagues say and send beside the answers."""

from datetime import datetime
from typing import Protocol

from domain.drafts import LooseFile
from domain.ids import AppealId
from domain.messages import Attachment
from domain.people import Actor, Deed


class LooseFiles(Protocol):
    """Pictures sent beside a reply."""

    def keep(self, file: Attachment, by: Deed, *, forget_before: datetime) -> None: ...

    async def list_of(self, chat: int, user_id: int, since: datetime) -> list[LooseFile]: ...

    def forget(self, file_id: int) -> None: ...


class Notes(Protocol):
    """What colleagues note for each other."""

    def add(self, appeal_id: AppealId, text: str, actor: Actor, now: datetime) -> None: ...
