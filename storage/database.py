"""The database file: one writer, read-only readers, every transaction immediate and durable.

Why one writer: two connections that write and checkpoint at once can corrupt a WAL before SQLite 3.51.3,
and a transaction shared by two tasks loses rows. Why batches: a hop to SQLite's thread costs more than a
statement, so a transaction gathers what it writes and hands it over with its next read or its commit.
"""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import aiosqlite

from storage.turns import Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Parameters = Mapping[str, Any]
Statement = tuple[str, Parameters]
Result = TypeVar("Result")

BUSY_SECONDS = 5.0
_MAY_HEAL = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)


class StorageUnavailable(Exception):
    """The database can't be used just now (busy, full, read-only, broken): wait and try the same again."""


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with one addition: several statements in one hop to its thread."""

    async def run(self, statements: Sequence[Statement]) -> list[sqlite3.Row]:
        """Execute in order; the rows of the last statement."""
        return await self.in_thread(partial(_run_all, statements=tuple(statements)))

    async def run_each(self, statements: Sequence[Statement]) -> list[list[sqlite3.Row]]:
        """The rows of every statement, read at one moment and in one hop."""
        return await self.in_thread(partial(_run_each, statements=tuple(statements)))

    async def in_thread(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a whole piece of work on the connection's thread: statements, migrations, backups."""
        try:
            result: Result = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            if _may_heal(error):
                raise StorageUnavailable(str(error)) from error
            raise
        return result


def _run_each(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[list[sqlite3.Row]]:
    connection.execute("BEGIN")
    try:
        return [connection.execute(sql, parameters).fetchall() for sql, parameters in statements]
    finally:
        connection.rollback()


def _run_all(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[sqlite3.Row]:
    rows: list[sqlite3.Row] = []
    for sql, parameters in statements:
        rows = connection.execute(sql, parameters).fetchall()
    return rows


def _may_heal(error: sqlite3.Error) -> bool:
    """A mistake in a statement is an OperationalError too; waiting does not cure that one."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _MAY_HEAL


_BEGIN: Statement = ("BEGIN IMMEDIATE", {})
_FULL: tuple[Statement, ...] = (("PRAGMA synchronous = FULL", {}), _BEGIN)
_NORMAL: tuple[Statement, ...] = (("PRAGMA synchronous = NORMAL", {}), _BEGIN)


class Transaction:
    """Reads at once, writes gathered; nothing counts before `commit`."""

    def __init__(self, connection: Connection, *, survives_power_loss: bool = True) -> None:
        self._connection = connection
        self._beginning = [*(_FULL if survives_power_loss else _NORMAL)]
        self._gathered: list[Statement] = []
        self._begun = False
        self._failed = False

    def write(self, sql: str, parameters: Parameters | None = None) -> None:
        """Put a statement in line; it runs with the next read or the commit."""
        self._gathered.append((sql, parameters or {}))

    async def fetch_all(self, sql: str, parameters: Parameters | None = None) -> list[sqlite3.Row]:
        """Run what is in line, then this statement; its rows."""
        return await self._run([*self._take(), (sql, parameters or {})])

    async def fetch_one(self, sql: str, parameters: Parameters | None = None) -> sqlite3.Row | None:
        """The first row, if there is one."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    async def fetch_value(self, sql: str, parameters: Parameters | None = None) -> Any:
        """The first column of the first row; None without rows."""
        row = await self.fetch_one(sql, parameters)
        return row[0] if row else None

    async def commit(self) -> None:
        """Make it durable. Not interrupted by a cancelled task: it either happened or did not."""
        statements = self._take()
        if statements or self._begun:
            await asyncio.shield(self._run([*statements, ("COMMIT", {})]))
            self._begun = False

    async def rollback(self) -> None:
        """Forget everything since the last commit."""
        self._gathered.clear()
        if self._begun:
            self._begun = False
            await asyncio.shield(self._connection.in_thread(_roll_back))

    def _take(self) -> list[Statement]:
        statements, self._gathered = self._gathered, []
        return statements

    async def _run(self, statements: list[Statement]) -> list[sqlite3.Row]:
        if self._failed:
            # SQLite may have ended it by itself: a further statement would count at once, alone.
            raise StorageUnavailable("the transaction has failed")
        if not self._begun:
            self._begun = True
            statements = [*self._beginning, *statements]
        try:
            return await self._connection.run(statements)
        except StorageUnavailable:
            self._failed = True
            raise


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.rollback()


class Database:
    """The open database; `transaction` for changes, one at a time, `reader` for looking."""

    def __init__(self, writer: Connection, reader: Connection) -> None:
        self._writer = writer
        self._turns = Turns()
        self.reader = reader

    @asynccontextmanager
    async def transaction(
        self, *, survives_power_loss: bool = True, goes_first: bool = False
    ) -> "AsyncIterator[Transaction]":
        """A transaction that is undone unless its `commit` was awaited. Never await the network inside.

        Every commit survives the end of the process. Waiting for the disk, so that it survives a loss of power too,
        costs most of a small transaction; the sender's own notes on what it has said can do without. They go first
        too: until it is noted, what was said may be said again.
        """
        async with self._turns.take(first=goes_first):
            transaction = Transaction(self._writer, survives_power_loss=survives_power_loss)
            try:
                yield transaction
            finally:
                await transaction.rollback()

    async def close(self) -> None:
        """Fold the log into the file and let go of it."""
        async with self._turns.take():
            await self.reader.close()
            await self._writer.close()

    async def on_writer(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run work on the writing connection between two transactions."""
        async with self._turns.take():
            return await self._writer.in_thread(work)


async def open_database(path: Path) -> Database:
    """Open for the running program; the folder is made, readable for its owner only, where it is missing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    writer = await _connect(str(path), uri=False)
    await writer.run([(f"PRAGMA {pragma}", {}) for pragma in _WRITER_PRAGMAS])
    _keep_private(path)
    return Database(writer, await open_reader(path))


async def open_reader(path: Path) -> Connection:
    """A connection that can only look, also while the program runs. Raises StorageUnavailable."""
    try:
        return await _connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        raise StorageUnavailable(str(error)) from error


async def is_sound(path: Path) -> bool:
    """Whether the file opens as a database in which SQLite finds no damage."""
    try:
        reader = await open_reader(path)
    except StorageUnavailable:
        return False
    try:
        (row,) = await reader.run([("PRAGMA quick_check(1)", {})])
        return bool(row[0] == "ok")
    except StorageUnavailable:
        return False
    finally:
        await reader.close()


_WRITER_PRAGMAS = ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON")


async def _connect(target: str, *, uri: bool) -> Connection:
    def connector() -> sqlite3.Connection:
        connection = sqlite3.connect(target, uri=uri, isolation_level=None, timeout=BUSY_SECONDS)
        connection.row_factory = sqlite3.Row
        return connection

    connection = Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 — a stuck disk must not keep the process from ending
    return cast(Connection, await connection)


def _keep_private(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            os.chmod(file, 0o600)  # noqa: PTH101 — the same call for files that SQLite made itself
