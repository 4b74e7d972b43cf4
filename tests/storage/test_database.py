"""One writer, whole transactions, and errors told apart: what waiting cures, what it does not."""

import asyncio
import sqlite3

import pytest

from storage import connection as module
from storage.database import StorageUnavailable, open_database


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(tmp_path / "data" / "priemnaya.sqlite3")
    await opened.on_writer(
        lambda connection: connection.execute("CREATE TABLE words (word TEXT UNIQUE) STRICT")
    )
    yield opened
    await opened.close()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "priemnaya.sqlite3"


async def words(database):
    return [row["word"] for row in await database.reader.run([("SELECT word FROM words ORDER BY word", {})])]


def insert(transaction, word):
    transaction.write("INSERT INTO words VALUES (:word)", {"word": word})


async def add(database, *new):
    async with database.transaction() as transaction:
        for word in new:
            insert(transaction, word)
        await transaction.commit()


async def test_what_is_committed_is_seen_by_the_reader(database):
    await add(database, "да", "нет")
    assert await words(database) == ["да", "нет"]


async def test_without_a_commit_nothing_happened(database):
    async with database.transaction() as transaction:
        insert(transaction, "да")
        assert await transaction.fetch_value("SELECT count(*) FROM words") == 1
    assert await words(database) == []


async def test_an_error_undoes_everything(database):
    with pytest.raises(sqlite3.IntegrityError):
        await add(database, "да", "да")
    assert await words(database) == []
    await add(database, "да")


async def test_a_read_sees_what_was_written_before_it(database):
    async with database.transaction() as transaction:
        insert(transaction, "да")
        row = await transaction.fetch_one("SELECT word FROM words")
    assert row["word"] == "да"


async def test_after_its_commit_a_transaction_takes_nothing_more(database):
    async with database.transaction() as transaction:
        insert(transaction, "да")
        await transaction.commit()
        with pytest.raises(RuntimeError, match="has ended"):
            insert(transaction, "нет")
    assert await words(database) == ["да"]


async def test_transactions_take_turns(database):
    order = []

    async def one(word):
        async with database.transaction() as transaction:
            order.append(f"{word} in")
            insert(transaction, word)
            await transaction.fetch_all("SELECT 1")
            order.append(f"{word} out")
            await transaction.commit()

    await asyncio.gather(one("а"), one("б"), one("в"))
    assert order == ["а in", "а out", "б in", "б out", "в in", "в out"]


async def test_a_task_cancelled_before_its_commit_leaves_nothing_behind(database):
    written, forever = asyncio.Event(), asyncio.Event()

    async def hang():
        async with database.transaction() as transaction:
            insert(transaction, "да")
            await transaction.fetch_all("SELECT 1")
            written.set()
            await forever.wait()

    task = asyncio.get_running_loop().create_task(hang())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await add(database, "нет")
    assert await words(database) == ["нет"]


async def test_a_commit_that_has_begun_outlives_its_task(database):
    async def commit():
        async with database.transaction() as transaction:
            insert(transaction, "да")
            asyncio.current_task().cancel()
            await transaction.commit()

    with pytest.raises(asyncio.CancelledError):
        await asyncio.get_running_loop().create_task(commit())
    await add(database, "нет")
    assert await words(database) == ["да", "нет"]


async def test_a_busy_database_is_unavailable_and_heals(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    database = await open_database(tmp_path / "busy.sqlite3")
    await database.on_writer(lambda connection: connection.execute("CREATE TABLE words (word TEXT)"))
    other = sqlite3.connect(tmp_path / "busy.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable):
        await add(database, "да")
    other.execute("ROLLBACK")
    other.close()
    await add(database, "да")
    assert await words(database) == ["да"]
    await database.close()


async def test_a_full_disk_is_unavailable_keeps_no_half_and_heals(database):
    pages = await database.on_writer(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    await set_most_pages(database, pages + 2)
    with pytest.raises(StorageUnavailable):
        await add(database, "а", "б" * 100_000)
    assert await words(database) == []
    await set_most_pages(database, 1_000_000)
    await add(database, "а")
    assert await words(database) == ["а"]


async def set_most_pages(database, pages):
    await database.on_writer(
        lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    )


async def test_a_failed_transaction_takes_nothing_more(database):
    pages = await database.on_writer(lambda connection: connection.execute("PRAGMA page_count").fetchone()[0])
    await set_most_pages(database, pages + 2)
    async with database.transaction() as transaction:
        insert(transaction, "б" * 100_000)
        with pytest.raises(StorageUnavailable):
            await transaction.fetch_all("SELECT 1")
        insert(transaction, "а")
        with pytest.raises(StorageUnavailable):
            await transaction.commit()
    assert await words(database) == []


async def test_a_mistake_in_a_statement_is_no_reason_to_wait(database):
    async with database.transaction() as transaction:
        with pytest.raises(sqlite3.OperationalError):
            await transaction.fetch_all("SELECT nothing FROM nowhere")


async def test_the_reader_cannot_write(database):
    with pytest.raises(StorageUnavailable):
        await database.reader.run([("INSERT INTO words VALUES ('да')", {})])


async def test_the_files_are_for_their_owner_only(database, file):
    await add(database, "да")
    files = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    assert len(files) == 3
    assert all(path.stat().st_mode & 0o077 == 0 for path in [file.parent, *files])


async def test_it_is_durable_and_leaves_no_words_in_free_pages(database):
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    values = await database.on_writer(
        lambda connection: [connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
    )
    assert values == ["wal", 2, 1, 1]


async def test_what_is_asked_in_one_turn_goes_in_order_and_each_hears_of_its_own_mistake(tmp_path):
    database = await open_database(tmp_path / "one.sqlite3")
    asked = [
        database.reader.submit(lambda _: 1),
        database.reader.submit(lambda connection: connection.execute("SELECT nothing")),
        database.reader.submit(lambda _: 2),
    ]
    assert [future.done() for future in asked] == [False, False, False]
    one, mistake, two = await asyncio.gather(*asked, return_exceptions=True)
    assert (one, two) == (1, 2)
    assert isinstance(mistake, sqlite3.OperationalError)
    await database.close()


async def test_what_was_asked_before_the_end_is_done(tmp_path):
    database = await open_database(tmp_path / "last.sqlite3")
    asked = database.reader.submit(lambda _: "done")
    await database.close()
    assert await asked == "done"
