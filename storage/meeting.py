"""What a paper for the head's meeting reads besides the day's figures, as it stood at a moment."""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from domain.papers.meeting import Controlled, Ordered, Promised
from storage.database import Connection
from storage.rows import read, stored_moment

Scope = Collection[str] | None


class Meeting:
    """Questions to the read-only connection, of the departments of `scope`; None: of all."""

    def __init__(self, reader: Connection, scope: Scope) -> None:
        self._reader = reader
        self._scope = None if scope is None else json.dumps(sorted(scope))

    async def list_controlled(self, at: datetime) -> list[Controlled]:
        """What was open and under control, the longest first."""
        rows = await self._list(_CONTROLLED, at=stored_moment(at))
        return [read(Controlled, row) for row in rows]

    async def list_ordered(self, since: datetime, at: datetime) -> list[Ordered]:
        """Instructions that were open then, by their terms; after them those that were reported on from `since` on."""
        rows = await self._list(_ORDERED, since=stored_moment(since), at=stored_moment(at))
        return [read(Ordered, row) for row in rows]

    async def list_promised(self, at: datetime, until: date) -> list[Promised]:
        """Promises that were open then and whose day is not later than `until`, the nearest first."""
        rows = await self._list(_PROMISED, at=stored_moment(at), until=until.isoformat())
        return [read(Promised, row) for row in rows]

    async def _list(self, sql: str, **values: Any) -> Any:
        return await self._reader.run([(sql, {**values, "scope": self._scope})])


_MATTER: Final = "number, topic, address, gist, caution"
_OWN: Final = "(:scope IS NULL OR appeals.department IN (SELECT value FROM json_each(:scope)))"
_CONTROLLED: Final = f"""SELECT {_MATTER}, department, controlled_by, controlled_at FROM appeals
WHERE controlled_by IS NOT NULL AND controlled_at <= :at AND {_OWN}
AND (answered_at IS NULL OR answered_at > :at) AND (closed_at IS NULL OR closed_at > :at)
ORDER BY controlled_at, appeals.id"""
_ORDERED: Final = f"""SELECT {_MATTER}, department, words, given_by, due_at,
    CASE WHEN done_at <= :at THEN done_at END AS done_at
FROM instructions JOIN appeals ON appeals.id = appeal_id
WHERE given_at <= :at AND (done_at IS NULL OR done_at >= :since) AND {_OWN}
ORDER BY done_at IS NOT NULL AND done_at <= :at, due_at, instructions.id"""
_PROMISED: Final = f"""SELECT {_MATTER}, coalesce(promises.department, appeals.department) AS department, due_on, moves
FROM promises JOIN appeals ON appeals.id = appeal_id
WHERE made_at <= :at AND (ended_at IS NULL OR ended_at > :at) AND due_on <= :until
AND (:scope IS NULL OR coalesce(promises.department, appeals.department) IN (SELECT value FROM json_each(:scope)))
ORDER BY due_on, promises.id"""
