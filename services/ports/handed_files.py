"""What the verbs need to keep of files that administrators send."""

from typing import Protocol

from domain.people import Deed
from domain.setup.handed import HandedFile, HandedKind


class HandedFiles(Protocol):
    """Files, kept until they are decided on."""

    async def add(self, kind: HandedKind, name: str, file_id: str, *, by: Deed) -> int:
        """A file that is to be looked at; its id."""
        ...

    async def find(self, file_id: int) -> HandedFile | None: ...

    def save(self, file: HandedFile) -> None:
        """What became of it."""
        ...
