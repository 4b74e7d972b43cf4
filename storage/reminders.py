"""What reminders are made of: what falls due and who has it, and what was told already."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from domain.causes.causes import Measure
from domain.rhythm.nearing import Nearing
from domain.rhythm.spots import DueItem, Spot, Waiting
from storage.causes import list_late
from storage.database import Connection, Transaction
from storage.deadlines import IS_GUARD
from storage.duty import list_stints
from storage.rows import read, read_moment, stored_moment

_NEVER: Final = "9999"
REPLACED_WITHIN: Final = "-14 days"
"""An older digest stands far above by now and is left alone."""


class Reminders:
    """What was told of, in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def note_told(self, ids: Collection[int]) -> list[int]:
        """Those of these open deadlines of which nobody was told as they stand; they count as told from now on."""
        rows = await self._transaction.fetch_all(
            """UPDATE deadlines SET told_due = due_at WHERE id IN (SELECT value FROM json_each(:ids))
            AND ended_at IS NULL AND told_due IS NOT due_at RETURNING id""",
            {"ids": json.dumps(sorted(ids))},
        )
        return sorted(row["id"] for row in rows)


@dataclass(frozen=True, slots=True)
class Standing:
    """The digest that stands in a chat, and since when."""

    message_id: int
    sent_at: datetime


class ReminderQueries:
    """Questions to the read-only connection; each answer is of one moment."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def list_due(
        self,
        spot: Spot,
        *,
        until: datetime,
        now: datetime,
        limit: int,
        ahead: Sequence[tuple[datetime, datetime]] = (),
    ) -> list[DueItem]:
        """What is over or due by then in this place, and promises of the days `ahead`: an appeal once, the oldest term first."""
        values = {
            "ahead": json.dumps([list(map(stored_moment, day)) for day in ahead]),
            "until": stored_moment(until),
            "now": stored_moment(now),
            "codes": json.dumps(sorted(spot.departments)),
            "coordinators": spot.coordinators,
            "approvers": spot.approvers,
            "limit": limit,
        }
        return await self._list(_LIST_DUE, values)

    async def list_late_measures(self, today: date) -> list[Measure]:
        """Measures of road maps that should have been done, the longest first."""
        return await list_late(self._reader, today)

    async def list_waiting(self, spot: Spot, before: datetime) -> list[Waiting]:
        """What waits in this place since before then without any term to remind of it, the longest first."""
        values = {
            "before": stored_moment(before),
            "coordinators": spot.coordinators,
            "approvers": spot.approvers,
            "codes": json.dumps(sorted(spot.departments)),
        }
        return [read(Waiting, row) for row in await self._reader.run([(_LIST_WAITING, values)])]

    async def list_named(self, ids: Collection[int], now: datetime) -> list[DueItem]:
        """Those of these deadlines that run still and are not over."""
        values = {"ids": json.dumps(sorted(ids)), "now": stored_moment(now), "until": _NEVER}
        return await self._list(_LIST_NAMED, values)

    async def list_stand_ins(self, now: datetime) -> dict[int, int]:
        """Who is away now, each with who stands in."""
        stints = await list_stints(self._reader, now)
        return {one.replaced_id: one.user_id for one in stints if one.replaced_id and one.covers(now)}

    async def find_standing(self, chat: int, home: int, thread: int, now: datetime) -> Standing | None:
        """The newest digest for the place `home` that stands in this chat and topic."""
        values = {"chat": chat, "home": home, "thread": thread, "now": stored_moment(now)}
        rows = await self._reader.run([(_STANDING, values)])
        return Standing(rows[0]["message_id"], read_moment(rows[0]["sent_at"])) if rows else None

    async def _list(self, sql: str, values: dict[str, Any]) -> list[DueItem]:
        return [read(DueItem, row) for row in await self._reader.run([(sql, values)])]


async def list_nearing(
    reader: Connection, now: datetime, until: datetime, closings: Collection[datetime]
) -> list[Nearing]:
    """Open deadlines up to then of which nobody was told. What ends with the working day itself (`closings`) is left
    to the last digest of the day, unless it is urgent.
    """
    values = {
        "now": stored_moment(now),
        "until": stored_moment(until),
        "closings": json.dumps(sorted(map(stored_moment, closings))),
    }
    return [read(Nearing, row) for row in await reader.run([(NEARING, values)])]


async def list_told_on(reader: Connection, day: date, keys: Sequence[str]) -> set[tuple[str, int]]:
    """Which of these were told on that date, each with its chat."""
    rows = await reader.run([(_TOLD, {"day": day.isoformat(), "keys": json.dumps(keys)})])
    return {(row["what"], row["chat_id"]) for row in rows}


# Whose it is: a department's own term names it; the terms for the whole answer are in the way of whoever has it now.
_WHOLE: Final = "stage IN ('answer', 'final')"
_WHOSE: Final = f"""coalesce(deadlines.department,
    CASE WHEN {_WHOLE} AND status IN ('assigned', 'in_progress') THEN appeals.department END)"""
_FOR_APPROVERS: Final = f"CASE WHEN {_WHOLE} THEN status = 'on_approval' ELSE holder = 'approvers' END"
_HELD: Final = f"""SELECT deadlines.id, deadlines.appeal_id, stage, due_at, {_WHOSE} AS department,
    {_FOR_APPROVERS} AS for_approvers, {IS_GUARD} AS is_guard
FROM deadlines JOIN appeals ON appeals.id = deadlines.appeal_id"""
_ITEM: Final = """held.id, held.appeal_id, appeals.number, held.stage, topic, address, gist, caution, urgent, held.department,
    held.for_approvers, assignments.executor_id, assignments.executor_name, held.due_at,
    count(*) OVER () AS every,
    count(*) FILTER (WHERE held.due_at < :now AND NOT is_guard) OVER () AS overdue,
    count(*) FILTER (WHERE held.due_at < :now AND held.stage = 'return') OVER () AS unaccepted,
    count(*) FILTER (WHERE held.due_at < :now AND held.stage = 'read') OVER () AS unread,
    count(*) FILTER (WHERE held.due_at > :until) OVER () AS ahead"""
_JOINED: Final = """JOIN appeals ON appeals.id = held.appeal_id
LEFT JOIN assignments ON assignments.appeal_id = held.appeal_id AND assignments.department = held.department
    AND assignments.ended_at IS NULL"""
_LIST_DUE: Final = f"""WITH mine AS (
    {_HELD} WHERE deadlines.ended_at IS NULL AND due_at <= :until
    UNION {_HELD} WHERE deadlines.ended_at IS NULL AND stage = 'promise' AND EXISTS (SELECT 1 FROM json_each(:ahead)
        WHERE due_at >= value ->> 0 AND due_at < value ->> 1)),
held AS (SELECT *, row_number() OVER (
        PARTITION BY appeal_id ORDER BY due_at >= :now, due_at < :now AND is_guard, due_at, id) AS place FROM mine
    WHERE CASE WHEN department IS NOT NULL THEN department IN (SELECT value FROM json_each(:codes))
        WHEN for_approvers THEN :approvers ELSE :coordinators END)
SELECT {_ITEM} FROM held {_JOINED} WHERE place = 1 ORDER BY held.due_at, held.appeal_id LIMIT :limit"""
_LIST_WAITING: Final = """SELECT id AS appeal_id, number,
    CASE status WHEN 'approved' THEN 'sending' ELSE 'approval' END AS what,
    CASE status WHEN 'approved' THEN approved_at ELSE submitted_at END AS since
FROM appeals WHERE CASE status WHEN 'on_approval' THEN :approvers AND submitted_at < :before
    WHEN 'approved' THEN :coordinators AND approved_at < :before END
AND status IN ('on_approval', 'approved') AND NOT shelved AND NOT EXISTS (
    SELECT 1 FROM deadlines WHERE appeal_id = appeals.id AND ended_at IS NULL AND stage IN ('approval', 'publication'))
UNION ALL SELECT appeal_id, number, 'evidence', published_at FROM publications JOIN appeals ON appeals.id = appeal_id
WHERE settled_at IS NULL AND published_at < :before AND :coordinators AND erased_at IS NULL
    AND publications.id = (SELECT max(id) FROM publications AS later WHERE later.appeal_id = appeals.id)
UNION ALL SELECT appeal_id, number, 'sender', settled_at FROM publications JOIN appeals ON appeals.id = appeal_id
WHERE sender IS NOT NULL AND told_at IS NULL AND settled_at < :before AND :coordinators AND erased_at IS NULL
    AND publications.id = (SELECT max(id) FROM publications AS later WHERE later.appeal_id = appeals.id)
UNION ALL SELECT appeal_id, number, 'measures', measures_reports.asked_at FROM measures_reports JOIN appeals ON appeals.id = appeal_id
WHERE given_at IS NULL AND measures_reports.asked_at < :before AND erased_at IS NULL
    AND measures_reports.department IN (SELECT value FROM json_each(:codes))
ORDER BY 4, 1"""
_LIST_NAMED: Final = f"""WITH held AS ({_HELD} WHERE deadlines.ended_at IS NULL AND due_at >= :now
    AND deadlines.id IN (SELECT value FROM json_each(:ids)))
SELECT {_ITEM} FROM held {_JOINED} ORDER BY held.due_at, held.appeal_id"""
_STANDING: Final = f"""SELECT message_id, sent_at FROM sent_messages
WHERE ref_id = :home AND kind = 'digest' AND chat_id = :chat AND thread_id = :thread AND sent_at >= datetime(:now, '{REPLACED_WITHIN}')
ORDER BY message_id DESC LIMIT 1"""
_NEAR: Final = f"""SELECT deadlines.id, appeal_id, {_WHOSE} AS department, {_FOR_APPROVERS} AS for_approvers, urgent,
    max(begun_at, started_at) AS since, due_at
FROM deadlines JOIN appeals ON appeals.id = appeal_id
WHERE deadlines.ended_at IS NULL AND due_at > :now AND due_at <= :until AND told_due IS NOT due_at"""
_AT_CLOSING: Final = "due_at IN (SELECT value FROM json_each(:closings))"
NEARING: Final = f"""{_NEAR} AND NOT {_AT_CLOSING}
UNION ALL {_NEAR.replace("FROM deadlines JOIN appeals ON", "FROM appeals CROSS JOIN deadlines ON")}
    AND {_AT_CLOSING} AND urgent AND status NOT IN ('answered', 'closed')
ORDER BY 7, 1"""
"""Thousands of terms end with a day: of those the few urgent appeals are looked at, and not the terms."""
_TOLD: Final = """SELECT what, chat_id FROM beats
WHERE what IN (SELECT value FROM json_each(:keys)) AND day = :day"""
