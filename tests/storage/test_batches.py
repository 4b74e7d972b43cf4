"""Transactions that wait at one moment share the wait for the disk; each stands or falls by itself until then."""

import asyncio
import sqlite3

import pytest

from storage.batches import MOST
from storage.database import open_database


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(tmp_path / "words.sqlite3")
    await opened.on_writer(
        lambda connection: connection.executescript(
            """CREATE TABLE words (word TEXT UNIQUE,
            like TEXT REFERENCES words (word) DEFERRABLE INITIALLY DEFERRED) STRICT"""
        )
    )
    yield opened
    await opened.close()


@pytest.fixture
async def statements(database):
    """What SQLite was told from now on, the first word of each."""
    seen = []
    await database.on_writer(
        lambda connection: connection.set_trace_callback(lambda sql: seen.append(sql.split(";")[0]))
    )
    return seen


async def add(database, word, like=None, *, on_done=None, fails=False, **options):
    async with database.transaction(**options) as transaction:
        transaction.write("INSERT INTO words VALUES (:word, :like)", {"word": word, "like": like})
        await transaction.fetch_all("SELECT 1")
        if fails:
            raise LookupError
        await transaction.commit(on_done)


async def words(database):
    return [row["word"] for row in await database.reader.run([("SELECT word FROM words ORDER BY word", {})])]


async def test_those_who_wait_together_are_written_by_one_commit(database, statements):
    await asyncio.gather(*(add(database, f"{number:02}") for number in range(MOST)))
    assert len(await words(database)) == MOST
    assert statements.count("COMMIT") == 1


async def test_a_crowd_is_written_in_portions(database, statements):
    await asyncio.gather(*(add(database, f"{number:02}") for number in range(MOST + 1)))
    assert statements.count("COMMIT") == 2


async def test_nobody_is_told_of_success_before_the_commit(database):
    told = []

    async def one(word):
        await add(database, word, on_done=lambda: told.append((word, _seen())))

    def _seen():
        connection = sqlite3.connect(path)
        try:
            return connection.execute("SELECT count(*) FROM words").fetchone()[0]
        finally:
            connection.close()

    path = (await database.reader.run([("PRAGMA database_list", {})]))[0]["file"]
    await asyncio.gather(one("а"), one("б"), one("в"))
    assert told == [("а", 3), ("б", 3), ("в", 3)]


async def test_the_mistake_of_one_takes_nothing_from_the_others(database):
    results = await asyncio.gather(
        add(database, "а"), add(database, "а"), add(database, "б"), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), sqlite3.IntegrityError, type(None)]
    assert await words(database) == ["а", "б"]


async def test_what_one_does_not_commit_takes_nothing_from_the_others(database, statements):
    results = await asyncio.gather(
        add(database, "а"), add(database, "б", fails=True), add(database, "в"), return_exceptions=True
    )
    assert isinstance(results[1], LookupError)
    assert await words(database) == ["а", "в"]
    assert statements.count("COMMIT") == 1


async def test_where_the_commit_fails_none_has_happened_and_all_are_told(database):
    told = []
    results = await asyncio.gather(
        add(database, "а", on_done=lambda: told.append("а")),
        add(database, "б", like="нет такого", on_done=lambda: told.append("б")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [sqlite3.IntegrityError, sqlite3.IntegrityError]
    assert told == []
    assert await words(database) == []
    await add(database, "в")
    assert await words(database) == ["в"]


async def test_what_must_survive_a_loss_of_power_waits_for_no_lesser_commit(database, statements):
    await asyncio.gather(add(database, "а", survives_power_loss=False), add(database, "б"))
    told = [sql for sql in statements if sql.startswith(("PRAGMA", "COMMIT"))]
    assert told == ["PRAGMA synchronous = NORMAL", "COMMIT", "PRAGMA synchronous = FULL", "COMMIT"]


async def test_a_note_joins_a_commit_that_survives_more(database, statements):
    await asyncio.gather(add(database, "а"), add(database, "б", survives_power_loss=False))
    assert statements.count("COMMIT") == 1


async def test_whoever_has_committed_has_been_told_of_it(database):
    told = []
    await add(database, "а", on_done=lambda: told.append("а"))
    assert told == ["а"]


async def test_who_is_alone_is_done_before_the_next_begins(database):
    order = []

    async def alone():
        async with database.transaction() as transaction:
            transaction.write("INSERT INTO words VALUES ('а', NULL)")
            await transaction.commit(lambda: order.append("done"), alone=True)

    async def next_one():
        async with database.transaction() as transaction:
            order.append("next")
            await transaction.fetch_all("SELECT 1")

    await asyncio.gather(alone(), next_one())
    assert order == ["done", "next"]


async def test_what_was_committed_is_told_though_its_task_is_gone(database):
    told = asyncio.Event()

    async def cancelled_at_its_commit():
        async with database.transaction() as transaction:
            transaction.write("INSERT INTO words VALUES ('а', NULL)")
            asyncio.current_task().cancel()
            await transaction.commit(told.set)

    with pytest.raises(asyncio.CancelledError):
        await asyncio.get_running_loop().create_task(cancelled_at_its_commit())
    await asyncio.wait_for(told.wait(), 5)
    assert await words(database) == ["а"]


async def test_those_who_give_up_waiting_leave_no_commit_open(database):
    async def give_up():
        async with database.transaction():
            raise AssertionError

    async with database.transaction() as transaction:
        waiting = asyncio.get_running_loop().create_task(give_up())
        await asyncio.sleep(0)
        transaction.write("INSERT INTO words VALUES ('а', NULL)")
        commit = asyncio.get_running_loop().create_task(transaction.commit())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait_for(commit, 5)
    assert await words(database) == ["а"]
