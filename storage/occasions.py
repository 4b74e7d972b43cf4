"""Reception days, calls, meetings: what the monthly report tells of besides messages."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from domain.errors import NotFound
from domain.register.occasions import Occasion
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields


class Occasions:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, occasion: Occasion) -> None:
        """Store it; fills `id`."""
        columns = {name: value for name, value in stored_fields(occasion).items() if name != "id"}
        values = ", ".join(f":{name}" for name in columns)
        occasion.id = int(
            await self._transaction.fetch_value(
                f"INSERT INTO occasions ({', '.join(columns)}) VALUES ({values}) RETURNING id", columns
            )
        )

    async def get(self, occasion_id: int) -> Occasion:
        """The row; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM occasions WHERE id = :id", {"id": occasion_id})
        if row is None:
            raise NotFound
        return read(Occasion, row)

    def save(self, occasion: Occasion) -> None:
        """Write that it was taken off."""
        self._transaction.write(
            "UPDATE occasions SET dropped_by = :dropped_by, dropped_at = :dropped_at WHERE id = :id",
            stored_fields(occasion),
        )


async def find_occasion(reader: Connection, occasion_id: int) -> Occasion | None:
    """The row as it stands."""
    rows = await reader.run([("SELECT * FROM occasions WHERE id = :id", {"id": occasion_id})])
    return read(Occasion, rows[0]) if rows else None


async def has_twin(reader: Connection, occasion: Occasion) -> bool:
    """Whether the same of the same day stands besides: it would be counted twice."""
    values = {name: stored_fields(occasion)[name] for name in ("id", "kind", "day", "number", "is_more")}
    rows = await reader.run(
        [
            (
                f"""{_STANDING} AND id <> :id AND kind = :kind AND day = :day AND number = :number
                AND is_more = :is_more LIMIT 1""",
                values,
            )
        ]
    )
    return bool(rows)


async def list_since(reader: Connection, day: date) -> list[Occasion]:
    """What stands from this day on, the latest first."""
    values = {"day": day.isoformat()}
    rows = await reader.run([(f"{_STANDING} AND day >= :day ORDER BY day DESC, id DESC LIMIT 30", values)])
    return [read(Occasion, row) for row in rows]


def list_occasions(path: Path, first: date, last: date) -> list[Occasion]:
    """What stands of these days, in their order. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(
            f"{_STANDING} AND day >= ? AND day <= ? ORDER BY day, id", (first.isoformat(), last.isoformat())
        )
        return [read(Occasion, row) for row in rows]


_STANDING = "SELECT * FROM occasions WHERE dropped_at IS NULL"
