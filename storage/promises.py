"""What citizens were promised by a day, and what became of it."""

from datetime import date, datetime
from typing import Final

from domain.errors import NotFound
from domain.ids import AppealId
from domain.promises import Promise, PromiseFigures
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields, stored_moment


class Promises:
    """Promises of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, promise: Promise) -> None:
        """Store it; fills `id`."""
        columns = {name: value for name, value in stored_fields(promise).items() if name != "id"}
        names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        row = await self._transaction.fetch_one(
            f"INSERT INTO promises ({names}) VALUES ({values}) RETURNING id", columns
        )
        if row is None:
            raise NotFound
        promise.id = int(row["id"])

    async def find_open(self, appeal_id: AppealId) -> Promise | None:
        """The one that is to be kept."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM promises WHERE appeal_id = :appeal AND state = 'open'", {"appeal": appeal_id}
        )
        return read(Promise, row) if row else None

    def save(self, promise: Promise) -> None:
        """Write what became of it."""
        columns = stored_fields(promise)
        names = ", ".join(f"{name} = :{name}" for name in columns if name not in {"id", "appeal_id"})
        self._transaction.write(f"UPDATE promises SET {names} WHERE id = :id", columns)


async def count_promises(
    reader: Connection, first: date, last: date, *, now: datetime, department: str | None = None
) -> PromiseFigures:
    """Of the promises whose day lies between these dates, both included; those carried on count once, where they went."""
    values = {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "now": stored_moment(now),
        "department": department,
    }
    (row,) = await reader.run([(_FIGURES, values)])
    return read(PromiseFigures, row)


_FIGURES: Final = """SELECT count(*) AS made,
    count(*) FILTER (WHERE state = 'kept' AND NOT is_late) AS in_time,
    count(*) FILTER (WHERE state = 'kept' AND is_late) AS late,
    count(*) FILTER (WHERE moves > 0) AS moved,
    count(*) FILTER (WHERE state = 'open' AND EXISTS (SELECT 1 FROM deadlines
        WHERE deadlines.appeal_id = promises.appeal_id AND stage = 'promise' AND deadlines.ended_at IS NULL
        AND deadlines.due_at < :now)) AS overdue
FROM promises WHERE due_on BETWEEN :first AND :last AND state IN ('open', 'kept')
    AND (:department IS NULL OR department = :department)"""
