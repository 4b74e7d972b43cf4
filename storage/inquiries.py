"""Requests to other bodies: those of an appeal, the bodies that are asked most, and how many left in a month."""

import json
import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.errors import NotFound
from domain.ids import AppealId
from domain.register.inquiries import Inquiry
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields, stored_moment

_OF_APPEAL: Final = "SELECT * FROM inquiries WHERE appeal_id = :appeal AND dropped_at IS NULL ORDER BY id"
_USUAL: Final = """SELECT * FROM inquiries WHERE id IN (SELECT max(id) FROM
(SELECT id, body FROM inquiries ORDER BY id DESC LIMIT 300) GROUP BY body ORDER BY count(*) DESC, max(id) DESC LIMIT 6)
ORDER BY body"""
_SENT: Final = """SELECT channel, count(*) FROM inquiries JOIN appeals ON appeals.id = appeal_id
WHERE dropped_at IS NULL AND inquiries.asked_at >= :since AND inquiries.asked_at < :until
AND (:scope IS NULL OR department IN (SELECT value FROM json_each(:scope))) GROUP BY channel"""


class Inquiries:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, inquiry: Inquiry) -> None:
        """Store it; fills `id`."""
        columns = {name: value for name, value in stored_fields(inquiry).items() if name != "id"}
        values = ", ".join(f":{name}" for name in columns)
        inquiry.id = int(
            await self._transaction.fetch_value(
                f"INSERT INTO inquiries ({', '.join(columns)}) VALUES ({values}) RETURNING id", columns
            )
        )

    async def get(self, inquiry_id: int) -> Inquiry:
        """The request; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM inquiries WHERE id = :id", {"id": inquiry_id})
        if row is None:
            raise NotFound
        return read(Inquiry, row)

    def save(self, inquiry: Inquiry) -> None:
        """Write that it was taken off."""
        self._transaction.write(
            "UPDATE inquiries SET dropped_by = :dropped_by, dropped_at = :dropped_at WHERE id = :id",
            stored_fields(inquiry),
        )

    async def list_of_appeal(self, appeal_id: AppealId) -> list[Inquiry]:
        """What stands, in order."""
        rows = await self._transaction.fetch_all(_OF_APPEAL, {"appeal": appeal_id})
        return [read(Inquiry, row) for row in rows]


async def list_of_appeal(reader: Connection, appeal_id: AppealId) -> list[Inquiry]:
    """What stands, in order."""
    return [read(Inquiry, row) for row in await reader.run([(_OF_APPEAL, {"appeal": appeal_id})])]


async def list_usual(reader: Connection) -> list[Inquiry]:
    """The latest to each of the bodies that are asked most."""
    return [read(Inquiry, row) for row in await reader.run([(_USUAL, {})])]


def count_sent(
    path: Path, since: datetime, until: datetime, scope: Collection[str] | None = None
) -> dict[str, int]:
    """How many left from `since` on and before `until`, by the channel of their appeals. Raises sqlite3.Error."""
    values = {
        "since": stored_moment(since),
        "until": stored_moment(until),
        "scope": None if scope is None else json.dumps(sorted(scope)),
    }
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return dict(connection.execute(_SENT, values).fetchall())
