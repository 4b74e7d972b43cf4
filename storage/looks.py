"""Who has looked through which group or page on which day."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from domain.register.watching import Look
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields


class Looks:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, look: Look) -> Look:
        """The first of that day: this one, or the one that was before it."""
        columns = stored_fields(look)
        self._transaction.write(
            """INSERT OR IGNORE INTO looks (channel, day, seen_by, seen_at)
            VALUES (:channel, :day, :seen_by, :seen_at)""",
            columns,
        )
        row = await self._transaction.fetch_one(
            "SELECT * FROM looks WHERE channel = :channel AND day = :day", columns
        )
        return read(Look, row) if row else look


async def list_looks(reader: Connection, day: date) -> list[Look]:
    """All of a day."""
    rows = await reader.run([("SELECT * FROM looks WHERE day = :day", {"day": day.isoformat()})])
    return [read(Look, row) for row in rows]


def count_looks(path: Path, first: date, last: date) -> dict[str, int]:
    """On how many of these days each channel was looked through. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return dict(
            connection.execute(
                "SELECT channel, count(*) FROM looks WHERE day >= ? AND day <= ? GROUP BY channel",
                (first.isoformat(), last.isoformat()),
            ).fetchall()
        )
