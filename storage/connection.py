"""A connection to the database file, and what its errors mean."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import aiosqlite

Parameters = Mapping[str, Any]
Statement = tuple[str, Parameters]
Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]
"""A piece of work on the connection's own thread."""
_Asked = tuple["asyncio.Future[Any]", Callable[[], Any]]

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


def may_heal(error: sqlite3.Error) -> bool:
    """A mistake in a statement is an OperationalError too; waiting does not cure that one."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _MAY_HEAL


class Connection(aiosqlite.Connection):
    """aiosqlite's connection with two additions: many statements in one hop, and work that is not waited for.

    A hop to the thread and back costs more than most statements, so whatever is asked in one turn of the event loop
    goes there together, in the order of asking, and comes back together.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection], iter_chunk_size: int) -> None:
        super().__init__(connector, iter_chunk_size)
        self._gathered: list[_Asked] = []

    async def run(self, statements: Sequence[Statement]) -> list[sqlite3.Row]:
        """Execute in order; the rows of the last statement."""
        return await self.in_thread(partial(run_all, statements=tuple(statements)))

    async def run_each(self, statements: Sequence[Statement]) -> list[list[sqlite3.Row]]:
        """The rows of every statement, read at one moment and in one hop."""
        return await self.in_thread(partial(_run_each, statements=tuple(statements)))

    async def in_thread(self, work: Work[Result]) -> Result:
        """Run a whole piece of work on the connection's thread: statements, migrations, backups."""
        return await self.submit(work)

    def submit(self, work: Work[Result]) -> "asyncio.Future[Result]":
        """Put work in the thread's line, whether or not somebody will wait for what comes of it."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        if not self._gathered:
            loop.call_soon(self._set_off)
        self._gathered.append((future, partial(_translate, self._conn, work)))
        return future

    async def close(self) -> None:
        """Do what was asked, then let go of the file."""
        self._set_off()
        await super().close()

    def _set_off(self) -> None:
        asked, self._gathered = self._gathered, []
        if asked:
            self._tx.put_nowait((None, partial(_do_all, asyncio.get_running_loop(), asked)))


def _do_all(loop: asyncio.AbstractEventLoop, asked: "list[_Asked]") -> None:
    done = [(future, *_outcome(work)) for future, work in asked]
    loop.call_soon_threadsafe(_hand_back, done)


def _outcome(work: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 — it belongs to whoever asked
        return None, error


def _hand_back(done: "list[tuple[asyncio.Future[Any], Any, Exception | None]]") -> None:
    for future, result, error in done:
        if future.done():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)
            # Whoever needs it awaits it; one whose task was cancelled is no reason for a complaint of asyncio's.
            future.exception()


def _translate(connection: sqlite3.Connection, work: Work[Result]) -> Result:
    try:
        return work(connection)
    except sqlite3.Error as error:
        if may_heal(error):
            raise StorageUnavailable(str(error)) from error
        raise


def run_all(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[sqlite3.Row]:
    """The rows of the last statement."""
    rows: list[sqlite3.Row] = []
    for sql, parameters in statements:
        rows = connection.execute(sql, parameters).fetchall()
    return rows


def _run_each(connection: sqlite3.Connection, statements: Sequence[Statement]) -> list[list[sqlite3.Row]]:
    connection.execute("BEGIN")
    try:
        return [connection.execute(sql, parameters).fetchall() for sql, parameters in statements]
    finally:
        connection.rollback()


async def open_writer(path: Path) -> Connection:
    """The one connection that changes the file. Raises StorageUnavailable."""
    writer = await _connect(str(path), uri=False)
    await writer.run([(f"PRAGMA {pragma}", {}) for pragma in _WRITER_PRAGMAS])
    return writer


async def open_reader(path: Path) -> Connection:
    """A connection that can only look, also while the program runs. Raises StorageUnavailable."""
    try:
        return await _connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        raise StorageUnavailable(str(error)) from error


_WRITER_PRAGMAS = ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON")


async def _connect(target: str, *, uri: bool) -> Connection:
    def connector() -> sqlite3.Connection:
        connection = sqlite3.connect(target, uri=uri, isolation_level=None, timeout=BUSY_SECONDS)
        connection.row_factory = sqlite3.Row
        return connection

    connection = Connection(connector, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 — a stuck disk must not keep the process from ending
    return cast(Connection, await connection)
