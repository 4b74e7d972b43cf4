"""The municipality's settings, kept whole and in versions: the database is the truth, and every former state stays."""

from datetime import datetime

from pydantic import TypeAdapter

from domain.municipality import Municipality
from storage.database import Connection, Transaction
from storage.rows import read_moment, stored_moment

_document: TypeAdapter[Municipality] = TypeAdapter(Municipality)


async def find_municipality(transaction: Transaction) -> Municipality | None:
    """The settings in force; None in an empty database."""
    document = await transaction.fetch_value(
        "SELECT document FROM municipality_versions ORDER BY version DESC LIMIT 1"
    )
    return None if document is None else _document.validate_json(document)


def add_municipality(transaction: Transaction, municipality: Municipality, *, by: str, now: datetime) -> None:
    """Put a new version in force."""
    transaction.write(
        """INSERT INTO municipality_versions (document, applied_at, applied_by) VALUES (:document, :now, :by)""",
        {"document": _document.dump_json(municipality).decode(), "now": stored_moment(now), "by": by},
    )


async def find_last_change(transaction: Transaction) -> tuple[str, datetime] | None:
    """Who put the present settings in force, and when."""
    row = await transaction.fetch_one(
        "SELECT applied_by, applied_at FROM municipality_versions ORDER BY version DESC LIMIT 1"
    )
    return (row["applied_by"], read_moment(row["applied_at"])) if row else None


async def read_municipality(reader: Connection) -> Municipality | None:
    """The settings in force, for a command that only looks; None too where no program has worked here yet."""
    tables = await reader.run([("SELECT name FROM sqlite_master WHERE name = 'municipality_versions'", {})])
    if not tables:
        return None
    rows = await reader.run(
        [("SELECT document FROM municipality_versions ORDER BY version DESC LIMIT 1", {})]
    )
    return _document.validate_json(rows[0]["document"]) if rows else None
