"""Who stands in for whom, and the waiting of the queue that was told of."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.duty import Stint
from domain.errors import NotFound
from domain.ids import StintId, UserId
from domain.municipality import Role
from storage.database import Connection, Transaction
from storage.rows import read, read_moment, stored_moment

_OF_PERSON: Final = "SELECT * FROM stints WHERE user_id = :user AND since <= :now AND until > :now"


async def list_stints_of(reader: Connection, user_id: int, now: datetime) -> list[Stint]:
    """What this person does for others, or in a role, at this moment."""
    rows = await reader.run([(_OF_PERSON, {"user": user_id, "now": stored_moment(now)})])
    return [read(Stint, row) for row in rows]


class Duty:
    """Stints of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def list_of(self, user_id: int, now: datetime) -> Sequence[Stint]:
        """What this person does for others, or in a role, at this moment."""
        rows = await self._transaction.fetch_all(
            _OF_PERSON,
            {"user": user_id, "now": stored_moment(now)},
        )
        return [read(Stint, row) for row in rows]

    async def list_substitutes(self, user_id: UserId, now: datetime) -> Sequence[UserId]:
        """Who stands in for this person at this moment."""
        rows = await self._transaction.fetch_all(
            """SELECT DISTINCT user_id FROM stints WHERE replaced_id = :user AND since <= :now AND until > :now
            ORDER BY user_id""",
            {"user": user_id, "now": stored_moment(now)},
        )
        return [UserId(row["user_id"]) for row in rows]

    async def get(self, stint_id: StintId) -> Stint:
        """The stint; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM stints WHERE id = :id", {"id": stint_id})
        if row is None:
            raise NotFound
        return read(Stint, row)

    async def find_taken_over(self, now: datetime) -> Stint | None:
        """Who sees to the queue instead of the coordinators."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM stints WHERE taken_over AND since <= :now AND until > :now ORDER BY id LIMIT 1",
            {"now": stored_moment(now)},
        )
        return read(Stint, row) if row else None

    def add(
        self,
        user_id: UserId,
        *,
        replaced_id: UserId | None,
        role: Role | None,
        since: datetime,
        until: datetime,
        set_by: str,
        taken_over: bool = False,
    ) -> None:
        """From then till then."""
        self._transaction.write(
            """INSERT INTO stints (user_id, replaced_id, role, since, until, set_by, taken_over)
            VALUES (:user, :replaced, :role, :since, :until, :by, :taken)""",
            {
                "user": user_id,
                "replaced": replaced_id,
                "role": role.value if role else None,
                "since": stored_moment(since),
                "until": stored_moment(until),
                "by": set_by,
                "taken": int(taken_over),
            },
        )

    def give_way(
        self, user_id: UserId, replaced_id: UserId | None, since: datetime, until: datetime, now: datetime
    ) -> None:
        """A newer word about the same two people takes the place of what it overlaps."""
        self._transaction.write(
            """UPDATE stints SET until = max(min(until, :since), min(until, :now))
            WHERE user_id = :user AND replaced_id IS :replaced AND NOT taken_over AND since < :until AND until > :since""",
            {
                "user": user_id,
                "replaced": replaced_id,
                "since": stored_moment(since),
                "until": stored_moment(until),
                "now": stored_moment(now),
            },
        )

    def end(self, stint_id: StintId, now: datetime) -> None:
        """It is over before its time."""
        self._transaction.write(
            "UPDATE stints SET until = min(until, :now) WHERE id = :id",
            {"id": stint_id, "now": stored_moment(now)},
        )

    async def was_told(self, since: datetime) -> bool:
        """Whether this waiting of the queue was told of."""
        found = await self._transaction.fetch_value(
            "SELECT 1 FROM queue_calls WHERE since = :since", {"since": stored_moment(since)}
        )
        return found is not None

    async def find_last_told(self) -> datetime | None:
        """The waiting of the queue that was told of last."""
        return _moment(
            await self._transaction.fetch_value("SELECT since FROM queue_calls ORDER BY told_at DESC LIMIT 1")
        )

    def note_told(self, since: datetime, now: datetime) -> None:
        """Once for each stretch of waiting."""
        self._transaction.write(
            "INSERT OR IGNORE INTO queue_calls (since, told_at) VALUES (:since, :now)",
            {"since": stored_moment(since), "now": stored_moment(now)},
        )

    async def find_waiting_since(self) -> datetime | None:
        """Since when the queue waits and no person has done anything about it; None where nothing waits."""
        return _moment(await self._transaction.fetch_value(_WAITING_SINCE))


async def find_waiting_since(reader: Connection) -> datetime | None:
    """The same, without a transaction."""
    (row,) = await reader.run([(_WAITING_SINCE, {})])
    return _moment(row["since"])


async def count_waiting(reader: Connection) -> int:
    """How many appeals wait for the coordinators."""
    sql = (
        "SELECT count(*) AS n FROM appeals WHERE status = 'registered' AND settles_at IS NULL AND NOT shelved"
    )
    (row,) = await reader.run([(sql, {})])
    return int(row["n"])


async def list_stints(reader: Connection, now: datetime) -> list[Stint]:
    """What holds now or will."""
    rows = await reader.run(
        [("SELECT * FROM stints WHERE until > :now ORDER BY since, id", {"now": stored_moment(now)})]
    )
    return [read(Stint, row) for row in rows]


def _moment(text: str | None) -> datetime | None:
    return read_moment(text) if text else None


_WAITING_SINCE = """SELECT max(waiting, coalesce((SELECT max(at) FROM journal
    WHERE actor_id <> 0 AND action IN ('take', 'route', 'mark_urgent', 'classify', 'return')), '')) AS since
FROM (SELECT min(registered_at) AS waiting FROM appeals WHERE status = 'registered' AND settles_at IS NULL AND NOT shelved)"""
