"""Several transactions, one wait for the disk.

A durable commit costs more than all the statements of a small transaction. Each transaction is a savepoint of its
own; those that wait for their turn at one moment share the COMMIT, and each is told of success only after it. One that
is undone takes nothing of the others with it; where the COMMIT itself fails, none of them has happened.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from functools import partial

from storage.connection import Connection, Statement, StorageUnavailable, may_heal, run_all

MOST = 16
"""Transactions in a batch: how many may wait for the same disk before the first of them is told."""


class Batch:
    """What lies between one BEGIN and one COMMIT. `committed` ends with StorageUnavailable where all is lost."""

    def __init__(self, *, survives_power_loss: bool) -> None:
        self.survives_power_loss = survives_power_loss
        self.members = 0
        self.committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost = False
        self._begun = False

    def has_room(self, *, survives_power_loss: bool) -> bool:
        """Whether one more may join; one that has to survive a loss of power needs a batch that does."""
        return not self.lost and self.members < MOST and (self.survives_power_loss or not survives_power_loss)

    def begin(self, connection: sqlite3.Connection) -> None:
        """On the connection's thread, before a member's first statement."""
        if self.lost:
            raise StorageUnavailable("the transaction has failed")
        if not self._begun:
            connection.execute(f"PRAGMA synchronous = {'FULL' if self.survives_power_loss else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            self._begun = True

    def commit(self, connection: sqlite3.Connection) -> None:
        """On the connection's thread, when every member has ended."""
        if self.lost:
            raise StorageUnavailable("the transaction has failed")
        if self._begun:
            try:
                connection.execute("COMMIT")
            except sqlite3.Error:
                self.lose(connection)
                raise

    def lose(self, connection: sqlite3.Connection) -> None:
        """SQLite may have ended the transaction by itself: a further statement would count at once, alone."""
        self.lost = True
        if connection.in_transaction:
            connection.rollback()


class Member:
    """One transaction of a batch, as it stands on the connection's thread."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self._begun = False

    def run(
        self, connection: sqlite3.Connection, statements: Sequence[Statement], *, last: bool
    ) -> list[sqlite3.Row]:
        """Some of its statements; the `last` ones end it, wholly or not at all."""
        try:
            self._begin(connection)
            rows = run_all(connection, statements)
            if last:
                self._end(connection)
        except sqlite3.Error as error:
            if may_heal(error) or not connection.in_transaction:
                self.batch.lose(connection)
            elif last:
                self.undo(connection)
            raise
        return rows

    def _begin(self, connection: sqlite3.Connection) -> None:
        self.batch.begin(connection)
        if not self._begun:
            connection.execute("SAVEPOINT member")
            self._begun = True

    def _end(self, connection: sqlite3.Connection) -> None:
        connection.execute("RELEASE member")
        self._begun = False

    def undo(self, connection: sqlite3.Connection) -> None:
        """Forget its statements."""
        if self._begun and not self.batch.lost:
            connection.execute("ROLLBACK TO member")
            self._end(connection)


class Batches:
    """Whose commits are shared: joined by whoever has the turn, closed when nobody else waits for it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._open: Batch | None = None

    def join(self, *, survives_power_loss: bool) -> Member:
        """A place in the batch that is open, or in a new one."""
        if self._open is not None and not self._open.has_room(survives_power_loss=survives_power_loss):
            self.close()
        if self._open is None:
            self._open = Batch(survives_power_loss=survives_power_loss)
        self._open.members += 1
        return Member(self._open)

    def run(
        self, member: Member, statements: Sequence[Statement], *, last: bool = False
    ) -> "asyncio.Future[list[sqlite3.Row]]":
        """Put a member's statements in the thread's line."""
        return self._connection.submit(partial(member.run, statements=tuple(statements), last=last))

    def undo(self, member: Member) -> None:
        """Put the forgetting of a member in the thread's line."""
        _ = self._connection.submit(member.undo)

    def close(self) -> None:
        """Put the COMMIT in the thread's line: what joins later is another batch."""
        batch, self._open = self._open, None
        if batch is not None:
            done = self._connection.submit(batch.commit)
            done.add_done_callback(partial(_tell, batch.committed))


def _tell(committed: "asyncio.Future[None]", done: "asyncio.Future[None]") -> None:
    error = done.exception()
    if error is None:
        committed.set_result(None)
    else:
        committed.set_exception(error)
        committed.exception()
