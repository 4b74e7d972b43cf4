"""Missed deadlines that were told to somebody: each once for a level, a chat and the moment at which it was due."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from domain.escalation import Climb, Level, Overdue, OverdueLine
from domain.ids import AppealId, ChatId
from storage.database import Connection, Transaction
from storage.deadlines import IS_GUARD
from storage.rows import read, stored_moment

AT_ONCE: Final = 1000
"""Deadlines that climb in one transaction."""


class Escalations:
    """Those of one transaction, written with the messages that they stand for."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def take_due(self, climb: Climb) -> list[Overdue]:
        """What has to climb and has not, the oldest first; from now on it has."""
        sql = f"SELECT {_DUE_COLUMNS} {_DUE} ORDER BY deadlines.due_at LIMIT {AT_ONCE}"
        found = [read(Overdue, row) for row in await self._transaction.fetch_all(sql, _values(climb))]
        self._transaction.write(
            "UPDATE deadlines SET climbed = climbed + 1 WHERE id IN (SELECT value FROM json_each(:ids))",
            {"ids": json.dumps([one.deadline_id for one in found])},
        )
        return [one for one in found if climb.concerns(one)]

    def note(self, overdue: Overdue, level: Level, chat: ChatId, now: datetime, *, loud: bool) -> None:
        """It is told there; `loud`: with a sound."""
        self._transaction.write(
            """INSERT OR REPLACE INTO escalations (deadline_id, level, chat_id, due_at, told_at, loud)
            VALUES (:deadline, :level, :chat, :due, :now, :loud)""",
            {
                "deadline": overdue.deadline_id,
                "level": level.value,
                "chat": chat,
                "due": stored_moment(overdue.due_at),
                "now": stored_moment(now),
                "loud": int(loud),
            },
        )

    async def list_appeals(self, chat: ChatId) -> set[AppealId]:
        """Whose missed deadlines the chat has been told of and that are missed still."""
        rows = await self._transaction.fetch_all(f"SELECT DISTINCT appeal_id {_STANDING}", {"chat": chat})
        return {AppealId(row["appeal_id"]) for row in rows}

    async def count_calls(self, chat: ChatId, since: datetime) -> int:
        """Cards and lists that have called the leadership there since then."""
        values = {"chat": chat, "since": stored_moment(since)}
        return int(await self._transaction.fetch_value(f"SELECT ({_CARDS}) + ({_CALLS})", values))

    async def settle(self, now: datetime) -> list[ChatId]:
        """Note what has ended, or has got more time, and where it was told."""
        sql = f"UPDATE escalations SET settled_at = :now {_OVER} RETURNING chat_id"
        rows = await self._transaction.fetch_all(sql, {"now": stored_moment(now)})
        return sorted({ChatId(row["chat_id"]) for row in rows})

    async def list_told(self, chat: ChatId) -> list[Overdue]:
        """What a curator was to be told in this chat and is missed still."""
        sql = f"""SELECT {_DUE_COLUMNS} FROM escalations JOIN deadlines ON deadlines.id = deadline_id
            JOIN appeals ON appeals.id = appeal_id
            WHERE chat_id = :chat AND level = 'curator' AND settled_at IS NULL ORDER BY deadlines.due_at"""
        return [read(Overdue, row) for row in await self._transaction.fetch_all(sql, {"chat": chat})]

    def forget(self, chat: ChatId) -> None:
        """A curator could not be reached there."""
        self._transaction.write(
            "DELETE FROM escalations WHERE chat_id = :chat AND level = 'curator' AND settled_at IS NULL",
            {"chat": chat},
        )

    async def find_standing(self, chat: ChatId) -> int | None:
        """The message with the list."""
        found: int | None = await self._transaction.fetch_value(_LIST, {"chat": chat})
        return found


async def has_something_to_climb(reader: Connection, climbs: Sequence[Climb]) -> bool:
    """Whether anything has to be told, or is over of which somebody was told."""
    questions = [(f"SELECT 1 {_DUE} LIMIT 1", _values(climb)) for climb in climbs]
    return any(await reader.run_each([*questions, (f"SELECT 1 FROM escalations {_OVER} LIMIT 1", {})]))


async def list_lines(reader: Connection, chat: int, limit: int) -> list[OverdueLine]:
    """What the list in this chat holds: urgent ones, then the oldest; an appeal once, with what is missed longest."""
    rows = await reader.run([(_LINES, {"chat": chat, "limit": limit})])
    return [read(OverdueLine, row) for row in rows]


async def list_without_curator(reader: Connection, chat: int) -> list[str]:
    """Departments of whose missed deadlines this chat hears in place of a curator."""
    rows = await reader.run(
        [(f"SELECT DISTINCT department {_STANDING} AND level = 'curator'", {"chat": chat})]
    )
    return [str(row["department"]) for row in rows]


async def find_list(reader: Connection, chat: int) -> int | None:
    """The message with the list, without a transaction."""
    rows = await reader.run([(_LIST, {"chat": chat})])
    return int(rows[0]["message_id"]) if rows else None


async def count_loud(reader: Connection, chat: int, since: datetime) -> int:
    """Lists that have called the chat since then."""
    rows = await reader.run([(f"{_CALLS}", {"chat": chat, "since": stored_moment(since)})])
    return int(rows[0]["calls"])


def _values(climb: Climb) -> Mapping[str, object]:
    ordinary = climb.ordinary_before
    return {
        "climbed": list(Level).index(climb.level),
        "urgent": stored_moment(max(climb.urgent_before, ordinary) if ordinary else climb.urgent_before),
        "ordinary": stored_moment(ordinary) if ordinary else "",
    }


_DUE_COLUMNS: Final = """deadlines.id AS deadline_id, deadlines.appeal_id, stage, holder, deadlines.department, urgent,
    deadlines.due_at, mayor_told_at IS NOT NULL AS mayor_knows,
    (SELECT assignments.executor_name FROM assignments WHERE assignments.appeal_id = appeals.id
        AND assignments.ended_at IS NULL AND assignments.department = coalesce(deadlines.department, appeals.department)
    ) AS executor_name"""
# Exactly on time is in time (A22). Urgent appeals are few: of those alone it matters what was missed since the last opening.
_DUE: Final = """FROM deadlines JOIN appeals ON appeals.id = appeal_id WHERE deadlines.id IN (
    SELECT id FROM deadlines WHERE ended_at IS NULL AND climbed = :climbed AND due_at < :ordinary
    UNION SELECT deadlines.id FROM appeals CROSS JOIN deadlines INDEXED BY deadlines_of_appeal ON appeal_id = appeals.id
    WHERE urgent AND status NOT IN ('answered', 'closed')
        AND deadlines.ended_at IS NULL AND climbed = :climbed AND due_at < :urgent)"""
_STANDING: Final = """FROM escalations JOIN deadlines ON deadlines.id = deadline_id
WHERE chat_id = :chat AND settled_at IS NULL AND deadlines.ended_at IS NULL
AND deadlines.due_at = escalations.due_at"""
_OVER: Final = "WHERE is_over AND settled_at IS NULL"
_CARDS: Final = """SELECT count(DISTINCT appeal_id) FROM cards
WHERE kind = 'leadership' AND chat_id = :chat AND created_at >= :since"""
_CALLS: Final = """SELECT count(DISTINCT told_at) AS calls FROM escalations
WHERE chat_id = :chat AND told_at >= :since AND loud"""
_LIST: Final = """SELECT message_id FROM sent_messages WHERE chat_id = :chat AND kind = 'overdue'
ORDER BY message_id DESC LIMIT 1"""
_LINES: Final = f"""WITH late AS (SELECT appeal_id, stage, deadlines.department, deadlines.due_at,
    row_number() OVER (PARTITION BY appeal_id ORDER BY {IS_GUARD}, deadlines.due_at, deadlines.id) AS place {_STANDING})
SELECT appeals.id AS appeal_id, number, status, topic, address, gist, caution, urgent, late.stage, late.due_at,
    coalesce(late.department, appeals.department) AS department,
    (SELECT assignments.executor_name FROM assignments
        WHERE assignments.appeal_id = appeals.id AND assignments.ended_at IS NULL
        AND assignments.department = coalesce(late.department, appeals.department)) AS executor_name,
    count(*) OVER () AS every,
    count(*) FILTER (WHERE stage = 'return') OVER () AS unaccepted,
    count(*) FILTER (WHERE stage = 'read') OVER () AS unread
FROM late JOIN appeals ON appeals.id = late.appeal_id
WHERE place = 1 ORDER BY urgent DESC, late.due_at LIMIT :limit"""
