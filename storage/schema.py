"""The schema's steps: `migrations/NNNN_name.sql`, each applied once, wholly or not at all."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from storage.database import Database

_NAME = re.compile(r"(\d{4})_\w+\.sql")
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)


class SchemaTooNew(Exception):
    """A newer version of the program has worked with this database; this one would harm it."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known


class BrokenMigration(Exception):
    """A script that ends within a statement, or leaves rows that refer to nothing."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; `version` is what `PRAGMA user_version` says after it."""

    version: int
    script: str


async def migrate(database: Database) -> int:
    """Bring the open database up to date; the version it has then. SchemaTooNew leaves it untouched."""
    migrations = list_migrations()
    return await database.on_writer(lambda connection: apply(connection, migrations))


def list_migrations() -> list[Migration]:
    """The program's own steps, in order."""
    files = resources.files("storage").joinpath("migrations").iterdir()
    named = ((match, file) for file in files if (match := _NAME.fullmatch(file.name)))
    found = [Migration(int(match[1]), file.read_text("utf-8")) for match, file in named]
    return sorted(found, key=lambda migration: migration.version)


def apply(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> int:
    """Apply what is missing; the connection must be in autocommit mode."""
    found = _version(connection)
    known = max((migration.version for migration in migrations), default=0)
    if found > known:
        raise SchemaTooNew(found, known)
    for migration in migrations:
        if migration.version > found:
            _apply_one(connection, migration)
    return known


def split_statements(script: str) -> Iterator[str]:
    """A script's statements, split by SQLite's own reading: a semicolon in a text or a trigger splits nothing."""
    gathered = ""
    for piece in re.split("(?<=;)", script):
        gathered += piece
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""
    if _COMMENT.sub("", gathered).strip():
        raise BrokenMigration("the script ends within a statement")


def _apply_one(connection: sqlite3.Connection, migration: Migration) -> None:
    # A table is rebuilt under another name and renamed; references are checked when all is done.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in split_statements(migration.script):
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise BrokenMigration("rows refer to nothing")
        connection.execute(f"PRAGMA user_version = {migration.version}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.rollback()
        connection.execute("PRAGMA foreign_keys = ON")


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
