"""What the verbs need to keep of pictures that colleagues send beside their words."""

from datetime import datetime
from typing import Protocol

from domain.drafts import LooseFile
from domain.messages import Attachment
from domain.people import Deed


class LooseFiles(Protocol):
    """Pictures sent beside a reply."""

    def keep(self, file: Attachment, by: Deed, *, forget_before: datetime) -> None: ...

    async def list_of(self, chat: int, user_id: int, since: datetime) -> list[LooseFile]: ...

    def forget(self, file_id: int) -> None: ...
