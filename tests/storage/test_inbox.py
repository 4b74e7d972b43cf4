"""Updates stored before they are confirmed, each handled once."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from storage import inbox
from storage.database import open_database
from storage.inbox import RawUpdate
from storage.schema import migrate

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(tmp_path / "inbox.sqlite3")
    await migrate(opened)
    yield opened
    await opened.close()


def update(update_id, chat=7, text="яма"):
    return RawUpdate(update_id, chat, json.dumps({"update_id": update_id, "text": text}))


async def store(database, *updates, now=NOW):
    async with database.transaction() as transaction:
        new = await inbox.store(transaction, updates, now)
        await transaction.commit()
    return [update.update_id for update in new]


async def do(database, verb, *arguments):
    async with database.transaction() as transaction:
        result = verb(transaction, *arguments)
        result = await result if hasattr(result, "__await__") else result
        await transaction.commit()
    return result


async def waiting(database):
    return [update.update_id for update in await do(database, inbox.list_waiting)]


async def test_a_batch_is_stored_in_its_order(database):
    assert await store(database, update(11), update(12), update(13)) == [11, 12, 13]
    assert await waiting(database) == [11, 12, 13]


async def test_an_id_that_is_there_is_not_new_again(database):
    await store(database, update(11), update(12))
    await do(database, inbox.mark_done, 11, NOW)
    assert await store(database, update(11), update(12), update(13)) == [13]
    assert await waiting(database) == [12, 13]


async def test_an_id_twice_in_one_batch_counts_once_and_the_first_wins(database):
    await store(database, update(12, text="первое"), update(11), update(12, text="второе"))
    stored = await do(database, inbox.list_waiting)
    assert [(row.update_id, json.loads(row.raw)["text"]) for row in stored] == [(11, "яма"), (12, "первое")]


async def test_ids_that_jump_down_after_an_idle_week_are_new_and_come_after_the_old(database):
    await store(database, update(900_000_000))
    assert await store(database, update(5), now=NOW + timedelta(days=8)) == [5]
    assert await waiting(database) == [900_000_000, 5]


@pytest.mark.parametrize("text", ["\ud83d", "\x00", "🙂" * 5_000, "'; DROP TABLE inbox; --", "\\ud83d", "ё"])
async def test_any_text_survives_to_the_letter(database, text):
    await store(database, update(1, text=text))
    (stored,) = await do(database, inbox.list_waiting)
    assert json.loads(stored.raw)["text"] == text


async def test_a_batch_is_stored_whole_or_not_at_all(database):
    async with database.transaction() as transaction:
        await inbox.store(transaction, [update(1), update(2)], NOW)
    assert await waiting(database) == []


async def test_what_is_done_keeps_its_id_and_loses_its_words(database):
    await store(database, update(1))
    await do(database, inbox.mark_done, 1, NOW)
    (row,) = await database.reader.run([("SELECT * FROM inbox", {})])
    assert (row["state"], row["raw"]) == ("done", "")


async def test_attempts_are_counted(database):
    await store(database, update(1))
    assert [await do(database, inbox.count_attempt, 1) for _ in range(2)] == [1, 2]
    assert (await do(database, inbox.list_waiting))[0].attempts == 2


async def test_no_attempt_is_counted_for_what_is_done_after_all(database):
    await store(database, update(1))
    await do(database, inbox.mark_done, 1, NOW)
    assert await do(database, inbox.count_attempt, 1) is None


async def test_what_is_set_aside_is_kept_whole(database):
    await store(database, update(1), update(2))
    await do(database, inbox.set_aside, 1, "KeyError at citizen.py:4", NOW)
    assert await waiting(database) == [2]
    (aside,) = await database.reader.run([("SELECT * FROM inbox WHERE state = 'set_aside'", {})])
    assert RawUpdate(aside["update_id"], aside["chat_key"], aside["raw"]) == update(1)
    assert aside["error"] == "KeyError at citizen.py:4"


async def test_only_what_is_long_done_is_forgotten(database):
    await store(database, *map(update, range(1, 6)))
    for done in (1, 2):
        await do(database, inbox.mark_done, done, NOW - timedelta(days=8))
    await do(database, inbox.mark_done, 3, NOW)
    await do(database, inbox.set_aside, 4, "KeyError", NOW - timedelta(days=30))
    week_ago = NOW - timedelta(days=7)
    assert [await do(database, inbox.prune, week_ago, 1) for _ in range(3)] == [1, 1, 0]
    assert await store(database, *map(update, range(1, 6))) == [1, 2]
