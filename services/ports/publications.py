"""What the verbs need to keep of answers that a person has published elsewhere."""

from typing import Protocol

from domain.ids import AppealId
from domain.register.publications import Publication


class Publications(Protocol):
    """Presses of `Опубликовано` with what shows them (R26)."""

    def add(self, publication: Publication) -> None: ...

    async def get_last(self, appeal_id: AppealId) -> Publication:
        """The newest of an appeal; raises `NotFound`."""
        ...

    def save(self, publication: Publication) -> None: ...
