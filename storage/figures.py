"""Counts for summaries and reminder notes, read from the register at the moment of the asking."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from sqlite3 import Row
from typing import Any, Final

from domain.regulation.terms import GUARDS, Stage
from domain.rhythm.days import Period
from domain.rhythm.figures import NAMED, DayFigures, DepartmentFigures, Present, WorkItem
from domain.status import Status
from storage.database import Connection
from storage.rows import read, stored_moment

Scope = Collection[str] | None
"""Codes of the departments that count; None: all, and what no department has."""


class Figures:
    """Questions to the read-only connection; each answer is of one moment."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def read_day(
        self, period: Period, *, now: datetime | None, scope: Scope = None, before: Sequence[Period] = ()
    ) -> DayFigures:
        """A period in figures, what came in others `before` it; with `now` also how things stand. All of one moment."""
        values = {
            "since": stored_moment(period.since),
            "until": stored_moment(period.until),
            "at": stored_moment(period.until),
            "now": stored_moment(now or period.until),
            "scope": _stored(scope),
            "named": NAMED,
            "before": json.dumps([(stored_moment(one.since), stored_moment(one.until)) for one in before]),
        }
        flow, channels, overdue, departments, statuses, needs, topics, arrivals = await self._reader.run_each(
            [(sql, values) for sql in _DAY]
        )
        return DayFigures(
            period,
            received=flow[0]["received"],
            answered=flow[0]["answered"],
            closed=flow[0]["closed"],
            overdue=overdue[0]["overdue"],
            channels={row["channel"]: row["count"] for row in channels},
            departments=tuple(read(DepartmentFigures, row) for row in departments),
            present=_present(statuses, needs) if now else None,
            is_part=scope is not None,
            topics={row["topic"]: row["count"] for row in topics},
            before=tuple((one.day, row["count"]) for one, row in zip(before, arrivals, strict=True)),
        )

    async def list_overdue(
        self, at: datetime, *, limit: int, skip: int = 0, scope: Scope = None
    ) -> list[WorkItem]:
        """Appeals with a term that was over then, the longest first."""
        values = {"at": stored_moment(at), "scope": _stored(scope), "limit": limit, "skip": skip}
        return await self._list_work(_LIST_OVERDUE, values)

    async def list_due(
        self, after: datetime, until: datetime, *, limit: int, scope: Scope = None
    ) -> list[WorkItem]:
        """Appeals whose next term runs out in that time, the next first."""
        values = {
            "at": stored_moment(after),
            "until": stored_moment(until),
            "scope": _stored(scope),
            "limit": limit,
        }
        return await self._list_work(_LIST_DUE, values)

    async def count_in_hand(self, scope: Collection[str]) -> int:
        """Open appeals that these departments work on."""
        (row,) = await self._reader.run([(_IN_HAND, {"scope": _stored(scope)})])
        return int(row["count"])

    async def _list_work(self, sql: str, values: dict[str, Any]) -> list[WorkItem]:
        return [read(WorkItem, row) for row in await self._reader.run([(sql, values)])]


def _stored(scope: Scope) -> str | None:
    return None if scope is None else json.dumps(sorted(scope))


def _present(statuses: list[Row], needs: list[Row]) -> Present:
    live = [row for row in statuses if not row["shelved"]]
    return Present(
        statuses={Status(row["status"]): row["count"] for row in live},
        urgent=sum(row["urgent"] for row in live),
        shelved=sum(row["count"] for row in statuses if row["shelved"]),
        needs=needs[0]["every"] if needs else 0,
        needed=tuple(row["number"] for row in needs),
    )


def _among(column: str) -> str:
    return f"(:scope IS NULL OR {column} IN (SELECT value FROM json_each(:scope)))"


_IS_OPEN: Final = "status NOT IN ('answered', 'closed') AND NOT shelved"
_OWN: Final = _among("department")
# A register from elsewhere tells by «Отвечено» also when a message was closed without an answer.
_IS_ANSWER: Final = "(closed_at IS NULL OR closed_at <> answered_at)"
_FLOW: Final = f"""SELECT
    (SELECT count(*) FROM appeals WHERE registered_at > :since AND registered_at <= :until AND {_OWN}) AS received,
    (SELECT count(*) FROM appeals WHERE answered_at > :since AND answered_at <= :until AND {_IS_ANSWER} AND {_OWN}) AS answered,
    (SELECT count(*) FROM appeals WHERE closed_at > :since AND closed_at <= :until AND {_OWN}) AS closed"""
_CHANNELS: Final = f"""SELECT channel, count(*) AS count FROM appeals
WHERE registered_at > :since AND registered_at <= :until AND {_OWN}
GROUP BY channel ORDER BY count DESC, channel"""
_TOPICS: Final = f"""SELECT ifnull(topic, '') AS topic, count(*) AS count FROM appeals
WHERE registered_at > :since AND registered_at <= :until AND {_OWN}
GROUP BY 1 ORDER BY 1 = '', count DESC, 1"""
_BEFORE: Final = f"""SELECT (
    SELECT count(*) FROM appeals
    WHERE registered_at > json_extract(days.value, '$[0]') AND registered_at <= json_extract(days.value, '$[1]') AND {_OWN}) AS count
FROM json_each(:before) AS days ORDER BY days.key"""
_STATUSES: Final = f"""SELECT status, shelved, count(*) AS count, count(*) FILTER (WHERE urgent) AS urgent
FROM appeals WHERE status NOT IN ('answered', 'closed') AND {_OWN} GROUP BY status, shelved"""
_NEEDS: Final = f"""WITH wanted AS (
    SELECT id FROM appeals WHERE {_IS_OPEN} AND controlled_by IS NULL AND (urgent OR mayor_told_at IS NOT NULL)
    UNION SELECT appeal_id FROM instructions WHERE done_at IS NULL AND due_at < :now)
SELECT number, count(*) OVER () AS every FROM appeals WHERE id IN (SELECT id FROM wanted) AND {_OWN}
ORDER BY id LIMIT :named"""

_COUNTED: Final = ", ".join(f"'{stage}'" for stage in Stage if stage not in GUARDS)
# What is overdue stands in one place. The guard of reading and the term to return what is not the department's own
# remind whoever holds the appeal; the citizen waits no longer for them.
_TERMS: Final = f"""SELECT deadlines.appeal_id, deadlines.department, holder, assignments.executor_name, due_at
    FROM deadlines JOIN appeals ON appeals.id = deadlines.appeal_id AND NOT shelved
    LEFT JOIN assignments ON assignments.appeal_id = deadlines.appeal_id AND assignments.ended_at IS NULL
        AND assignments.department = deadlines.department
    WHERE stage IN ({_COUNTED}) AND due_at IS NOT NULL AND {_among("deadlines.department")}
    AND started_at <= :at AND (deadlines.ended_at IS NULL OR deadlines.ended_at > :at)"""
_LATE: Final = f"WITH late AS (SELECT * FROM ({_TERMS}) WHERE due_at < :at)"
_OVERDUE_COUNT: Final = f"{_LATE} SELECT count(DISTINCT appeal_id) AS overdue FROM late"
_DEPARTMENTS: Final = f"""{_LATE}, counts AS (
    SELECT department AS code, 1 AS in_hand, 0 AS given, 0 AS answered, 0 AS overdue FROM assignments
    WHERE ended_at IS NULL AND {_OWN}
    UNION ALL SELECT department, 0, 1, 0, 0 FROM assignments
    WHERE assigned_at > :since AND assigned_at <= :until AND {_OWN}
    UNION ALL SELECT department, 0, 0, 1, 0 FROM appeals
    WHERE answered_at > :since AND answered_at <= :until AND {_IS_ANSWER} AND department IS NOT NULL AND {_OWN}
    UNION ALL SELECT department, 0, 0, 0, 1 FROM (SELECT DISTINCT department, appeal_id FROM late WHERE department IS NOT NULL)
) SELECT code, sum(in_hand) AS in_hand, sum(given) AS given, sum(answered) AS answered, sum(overdue) AS overdue
FROM counts GROUP BY code"""
_DAY: Final = (_FLOW, _CHANNELS, _OVERDUE_COUNT, _DEPARTMENTS, _STATUSES, _NEEDS, _TOPICS, _BEFORE)
_ITEM: Final = """appeals.number, status, topic, address, gist, caution, urgent, first.department, first.holder, first.executor_name,
    first.due_at, count(*) OVER () AS every"""
_FIRST: Final = f"""WITH first AS (
    SELECT appeal_id, department, holder, executor_name, min(due_at) AS due_at FROM ({_TERMS}) GROUP BY appeal_id)"""
_LIST_OVERDUE: Final = f"""{_FIRST} SELECT {_ITEM} FROM first JOIN appeals ON appeals.id = appeal_id
WHERE due_at < :at ORDER BY due_at, appeal_id LIMIT :limit OFFSET :skip"""
_LIST_DUE: Final = f"""{_FIRST} SELECT {_ITEM} FROM first JOIN appeals ON appeals.id = appeal_id
WHERE due_at >= :at AND due_at <= :until ORDER BY due_at, appeal_id LIMIT :limit"""
_IN_HAND: Final = (
    f"""SELECT count(DISTINCT appeal_id) AS count FROM assignments WHERE ended_at IS NULL AND {_OWN}"""
)
