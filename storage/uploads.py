"""Whose results of which month were brought into another system, and by whom."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from domain.register.uploads import Upload
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields

_OF_MONTH = "SELECT * FROM uploads WHERE month = :month"


class Uploads:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, upload: Upload) -> Upload:
        """The first of that month: this one, or the one that was before it."""
        columns = stored_fields(upload)
        self._transaction.write(
            """INSERT OR IGNORE INTO uploads (month, uploaded_by, uploaded_at)
            VALUES (:month, :uploaded_by, :uploaded_at)""",
            columns,
        )
        row = await self._transaction.fetch_one(_OF_MONTH, columns)
        return read(Upload, row) if row else upload


async def find_upload(reader: Connection, month: date) -> Upload | None:
    """The mark of a month."""
    rows = await reader.run([(_OF_MONTH, {"month": month.isoformat()})])
    return read(Upload, rows[0]) if rows else None


def find_paper_upload(path: Path, month: date) -> Upload | None:
    """The same for a paper. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(_OF_MONTH, {"month": month.isoformat()}).fetchone()
    return read(Upload, row) if row else None
