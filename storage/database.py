"""The database file: one writer, read-only readers, every transaction immediate and durable.

Why one writer: two connections that write and checkpoint at once can corrupt a WAL before SQLite 3.51.3,
and a transaction shared by two tasks loses rows. Why a hop carries several statements: going to SQLite's thread costs
more than a statement, so a transaction gathers what it writes and hands it over with its next read or its commit.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

from storage.batches import Batches, Member
from storage.connection import (
    Connection,
    Parameters,
    Result,
    Statement,
    StorageUnavailable,
    Work,
    open_reader,
    open_writer,
)
from storage.turns import Turn, Turns

__all__ = [
    "Connection",
    "Database",
    "StorageUnavailable",
    "Transaction",
    "is_sound",
    "open_database",
    "open_reader",
]


_ENDED = "the transaction has ended: what follows needs one of its own"


class Transaction:
    """Reads at once, writes gathered; nothing counts before `commit`, and after it there is nothing more to do."""

    def __init__(self, batches: Batches, turn: Turn, *, survives_power_loss: bool) -> None:
        self._batches = batches
        self._turn = turn
        self._survives_power_loss = survives_power_loss
        self._gathered: list[Statement] = []
        self._member: Member | None = None
        self._ended = False

    def write(self, sql: str, parameters: Parameters | None = None) -> None:
        """Put a statement in line; it runs with the next read or the commit."""
        if self._ended:
            raise RuntimeError(_ENDED)
        self._gathered.append((sql, parameters or {}))

    async def fetch_all(self, sql: str, parameters: Parameters | None = None) -> list[sqlite3.Row]:
        """Run what is in line, then this statement; its rows."""
        self.write(sql, parameters)
        return await self._hand_over(last=False)

    async def fetch_one(self, sql: str, parameters: Parameters | None = None) -> sqlite3.Row | None:
        """The first row, if there is one."""
        rows = await self.fetch_all(sql, parameters)
        return rows[0] if rows else None

    async def fetch_value(self, sql: str, parameters: Parameters | None = None) -> Any:
        """The first column of the first row; None without rows."""
        row = await self.fetch_one(sql, parameters)
        return row[0] if row else None

    async def commit(self, on_done: Callable[[], None] | None = None, *, alone: bool = False) -> None:
        """Make it durable, and let the next one write meanwhile.

        Not interrupted by a cancelled task: it either happened or did not, and `on_done` is called where it did.
        `alone`: nobody writes before it is durable and `on_done` has been called.
        """
        if self._ended:
            raise RuntimeError(_ENDED)
        if not self._gathered and self._member is None:
            self._ended = True
            if on_done is not None:
                on_done()
            return
        last = self._hand_over(last=True)
        committed = self._join().batch.committed
        self._ended = True
        both = asyncio.gather(last, committed)
        if on_done is not None:
            both.add_done_callback(partial(_call_if_done, on_done))
        if alone:
            self._batches.close()
        else:
            self._turn.pass_on()
        await asyncio.shield(both)

    def end(self) -> None:
        """Undo what was not committed, and pass the turn on."""
        if not self._ended and self._member is not None:
            self._batches.undo(self._member)
        self._ended = True
        self._turn.pass_on()

    def _join(self) -> Member:
        if self._member is None:
            self._member = self._batches.join(survives_power_loss=self._survives_power_loss)
        return self._member

    def _hand_over(self, *, last: bool) -> "asyncio.Future[list[sqlite3.Row]]":
        statements, self._gathered = self._gathered, []
        return self._batches.run(self._join(), statements, last=last)


def _call_if_done(on_done: Callable[[], None], both: "asyncio.Future[Any]") -> None:
    if both.exception() is None:
        on_done()


class Database:
    """The open database; `transaction` for changes, one at a time, `reader` for looking."""

    def __init__(self, writer: Connection, reader: Connection) -> None:
        self._writer = writer
        self._batches = Batches(writer)
        self._turns = Turns(on_rest=self._batches.close)
        self.reader = reader

    @asynccontextmanager
    async def transaction(
        self, *, survives_power_loss: bool = True, goes_first: bool = False
    ) -> AsyncIterator[Transaction]:
        """A transaction that is undone unless its `commit` was awaited. Never await the network inside.

        Every commit survives the end of the process. Waiting for the disk, so that it survives a loss of power too,
        costs most of a small transaction; the sender's own notes on what it has said can do without. They go first
        too: until it is noted, what was said may be said again.
        """
        turn = await self._turns.take(first=goes_first)
        transaction = Transaction(self._batches, turn, survives_power_loss=survives_power_loss)
        try:
            yield transaction
        finally:
            transaction.end()

    async def close(self) -> None:
        """Fold the log into the file and let go of it."""
        turn = await self._turns.take()
        try:
            self._batches.close()
            await self.reader.close()
            await self._writer.close()
        finally:
            turn.pass_on()

    async def on_writer(self, work: Work[Result]) -> Result:
        """Run work on the writing connection between two transactions."""
        turn = await self._turns.take()
        try:
            self._batches.close()
            return await self._writer.in_thread(work)
        finally:
            turn.pass_on()


async def open_database(path: Path) -> Database:
    """Open for the running program; the folder is made, readable for its owner only, where it is missing."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    writer = await open_writer(path)
    _keep_private(path)
    return Database(writer, await open_reader(path))


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


def _keep_private(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file = path.with_name(path.name + suffix)
        if file.exists():
            os.chmod(file, 0o600)  # noqa: PTH101 — the same call for files that SQLite made itself
