"""What the verbs need to keep of root causes and their measures."""

from datetime import date, datetime
from typing import Protocol

from domain.causes.causes import Measure, RootCause
from domain.causes.pages import CauseAsk, CauseQuestion
from domain.people import Deed


class Causes(Protocol):
    """Rows beside the appeals: a topic is all that ties them to any."""

    async def add(self, cause: RootCause) -> None:
        """Store it; fills `id`."""
        ...

    async def get(self, cause_id: int) -> RootCause:
        """Raises `NotFound`."""
        ...

    def save(self, cause: RootCause) -> None: ...

    async def add_measure(self, measure: Measure) -> None:
        """Store it; fills `id`."""
        ...

    async def get_measure(self, measure_id: int) -> Measure:
        """Raises `NotFound`."""
        ...

    def save_measure(self, measure: Measure) -> None: ...

    async def list_measures(self, cause_id: int) -> list[Measure]:
        """All that was ever to be done about this cause."""
        ...

    async def list_untold(self, until: date) -> list[Measure]:
        """What has to be done by then, and nobody was reminded of that term."""
        ...

    async def ask(self, ask: CauseAsk, of: str, *, message_id: int, by: Deed) -> int:
        """Wait for this person's words; the id of the question."""
        ...

    async def get_question(self, question_id: int) -> CauseQuestion:
        """Raises `NotFound`."""
        ...

    async def list_asked(self, user_id: int, chat_id: int) -> list[CauseQuestion]:
        """What this person is being asked here."""
        ...

    def close_question(self, question_id: int, now: datetime) -> None: ...
