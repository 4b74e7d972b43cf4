"""Where the verbs write down who did what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from domain.ids import AppealId
from domain.people import Actor
from domain.status import Recorded


class Journal(Protocol):
    """Who did what, when: every action, also those that changed no appeal."""

    def record(
        self,
        actor: Actor,
        action: Recorded,
        now: datetime,
        *,
        appeal_id: AppealId | None = None,
        before: Mapping[str, object] | None = None,
        after: Mapping[str, object] | None = None,
        reason: str | None = None,
    ) -> None: ...
