"""The journal: every action, who, when, what it was before and after (R54)."""

import json
from collections.abc import Mapping
from datetime import datetime

from domain.ids import AppealId
from domain.people import Actor
from domain.status import Recorded
from storage.database import Transaction
from storage.rows import stored_moment


class Journal:
    """Entries of one transaction; they stand or fall with the change they tell of."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

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
    ) -> None:
        """Write one entry."""
        self._transaction.write(
            """INSERT INTO journal (at, appeal_id, actor_id, actor_name, in_place_of, action, before, after, reason)
            VALUES (:at, :appeal, :actor, :name, :instead, :action, :before, :after, :reason)""",
            {
                "at": stored_moment(now),
                "appeal": appeal_id,
                "actor": actor.user_id,
                "name": actor.name,
                "instead": ", ".join(actor.in_place_of) or None,
                "action": action,
                "before": _told(before),
                "after": _told(after),
                "reason": reason,
            },
        )


def _told(values: Mapping[str, object] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)
