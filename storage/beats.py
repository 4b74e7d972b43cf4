"""What the day's rhythm has done: each thing once for a chat and a local date."""

import sqlite3
from datetime import date, datetime
from typing import Final

from domain.ids import ChatId
from domain.rhythm.days import Told
from storage.database import Connection, Transaction
from storage.rows import read_moment, stored_moment


class Beats:
    """Those of one transaction, written with the message that they stand for."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def find_told(self, today: date) -> Told:
        """What was done up to this local date."""
        (row,) = await self._transaction.fetch_all(_TOLD, {"today": today.isoformat()})
        return _told(row)

    async def add(self, what: str, day: date, chat: ChatId, now: datetime) -> bool:
        """Note that it is done; False where it was. `what` is a `Beat`, or one with what tells it from others there."""
        row = await self._transaction.fetch_one(
            """INSERT OR IGNORE INTO beats (what, day, chat_id, told_at)
            VALUES (:what, :day, :chat, :now) RETURNING day""",
            {"what": str(what), "day": day.isoformat(), "chat": chat, "now": stored_moment(now)},
        )
        return row is not None


async def find_told(reader: Connection, today: date) -> Told:
    """The same, without a transaction."""
    (row,) = await reader.run([(_TOLD, {"today": today.isoformat()})])
    return _told(row)


def _told(row: sqlite3.Row) -> Told:
    days = (row[name] for name in ("summary", "note", "watch", "week_paper", "month_paper", "sstu"))
    return Told(
        read_moment(row["since"]) if row["since"] else None,
        *(date.fromisoformat(day) if day else None for day in days),
    )


_TOLD: Final = """SELECT
    (SELECT applied_at FROM municipality_versions
     WHERE coalesce(json_array_length(document, '$.unsettled'), 0) = 0 ORDER BY version LIMIT 1) AS since,
    (SELECT max(day) FROM beats WHERE what = 'summary' AND day <= :today) AS summary,
    (SELECT max(day) FROM beats WHERE what = 'reminder_note' AND day <= :today) AS note,
    (SELECT max(day) FROM beats WHERE what = 'watch' AND day <= :today) AS watch,
    (SELECT max(day) FROM beats WHERE what = 'week_paper' AND day <= :today) AS week_paper,
    (SELECT max(day) FROM beats WHERE what = 'month_paper' AND day <= :today) AS month_paper,
    (SELECT max(day) FROM beats WHERE what = 'sstu' AND day <= :today) AS sstu"""
