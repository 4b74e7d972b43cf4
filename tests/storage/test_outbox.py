"""What is still to be said: in line, claimed, put back, held, given up."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.ids import ChatId
from domain.notices import Notice, NoticeKind, Priority
from storage import outbox, outbox_rows
from storage.chats import Chats
from storage.database import open_database
from storage.directions import Directions, load_directions
from storage.schema import migrate

NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
ROADS, ANNA = ChatId(-100), ChatId(7)


@pytest.fixture
async def database(tmp_path):
    opened = await open_database(tmp_path / "outbox.sqlite3")
    await migrate(opened)
    yield opened
    await opened.close()


def card(chat=ROADS, priority=Priority.CARD, key=None, not_before=None, **facts):
    return Notice(NoticeKind.CARD, chat, priority, coalesce_key=key, not_before=not_before, **facts)


async def do(database, verb, *arguments, **options):
    async with database.transaction() as transaction:
        result = verb(transaction, *arguments, **options)
        result = await result if hasattr(result, "__await__") else result
        await transaction.commit()
    return result


async def add(database, *notices):
    for notice in notices:
        await do(database, outbox.add, notice, NOW)


async def following(database, chat=ROADS, now=NOW):
    return await outbox_rows.find_next(database.reader, chat, now)


async def claim_next(database, chat=ROADS, now=NOW):
    waiting = await following(database, chat, now)
    return await do(database, outbox.claim, waiting.row_id, chat)


async def rows(database, columns="state"):
    found = await database.reader.run([(f"SELECT {columns} FROM outbox ORDER BY id", {})])
    return [tuple(row) if len(row) > 1 else row[0] for row in found]


async def test_a_notice_comes_back_as_it_was_put_in(database):
    notice = card(thread_id=3, ref_id=5, args={"text": "ё <b>", "n": 1, "none": None, "yes": True})
    await add(database, notice)
    row = await claim_next(database)
    assert (row.kind, row.chat_id, row.thread_id, row.ref_id, row.args) == (
        NoticeKind.CARD,
        ROADS,
        3,
        5,
        notice.args,
    )
    assert (row.attempts, row.done_parts) == (1, 0)


async def test_the_more_important_goes_first_then_the_older(database):
    await add(database, card(ref_id=1), card(ref_id=2), card(ref_id=3, priority=Priority.URGENT))
    assert [(await claim_next(database)).ref_id for _ in range(3)] == [3, 1, 2]
    assert (await following(database)).row_id is None


async def test_each_chat_has_its_own_line(database):
    await add(database, card(), card(chat=ANNA, ref_id=9))
    assert (await claim_next(database, ANNA)).ref_id == 9
    assert await do(database, outbox_rows.list_chats_waiting) == [ROADS]


async def test_what_is_for_later_waits_and_says_until_when(database):
    soon, later = NOW + timedelta(seconds=5), NOW + timedelta(seconds=9)
    await add(database, card(not_before=later), card(not_before=soon, ref_id=1))
    assert await following(database) == outbox_rows.Waiting(None, Priority.BULK, soon)
    assert (await claim_next(database, now=soon)).ref_id == 1


async def test_a_row_is_claimed_once(database):
    await add(database, card())
    waiting = await following(database)
    assert await do(database, outbox.claim, waiting.row_id, ROADS)
    assert await do(database, outbox.claim, waiting.row_id, ROADS) is None


async def test_a_row_that_moved_meanwhile_is_not_claimed_for_its_old_chat(database):
    await add(database, card())
    waiting = await following(database)
    await do(database, outbox.move_chat, ROADS, ChatId(-200), NOW)
    assert await do(database, outbox.claim, waiting.row_id, ROADS) is None


async def test_while_one_waits_another_of_its_key_is_not_written_but_lends_its_urgency(database):
    await add(database, card(key="card:1", ref_id=1), card(key="card:1", ref_id=2, priority=Priority.URGENT))
    assert await rows(database, "ref_id, priority") == [(1, Priority.URGENT)]


async def test_after_the_claim_a_new_change_gets_a_row_of_its_own(database):
    await add(database, card(key="card:1"))
    claimed = await claim_next(database)
    await add(database, card(key="card:1"))
    await do(database, outbox.put_back, claimed, counted=False)
    assert await rows(database, "state, coalesce_key") == [("pending", None), ("pending", "card:1")]


async def test_put_back_uncounted_it_is_as_if_nothing_had_been_tried(database):
    await add(database, card())
    for _ in range(3):
        claimed = await claim_next(database)
        await do(database, outbox.put_back, claimed, counted=False)
    assert (await claim_next(database)).attempts == 1


async def test_put_back_after_a_try_it_waits_and_remembers(database):
    await add(database, card())
    later = NOW + timedelta(seconds=4)
    claimed = await claim_next(database)
    await do(
        database, outbox.put_back, claimed, counted=True, doubtful=True, not_before=later, error="answer lost"
    )
    assert (await following(database)).later == later
    again = await claim_next(database, now=later)
    assert again.attempts == 2
    assert await rows(database, "doubtful") == [1]
    assert await rows(database, "error") == ["answer lost"]


async def test_putting_back_what_is_not_claimed_changes_nothing(database):
    await add(database, card())
    claimed = await claim_next(database)
    await do(database, outbox.finish, claimed.id, NOW)
    await do(database, outbox.put_back, claimed, counted=False)
    assert await rows(database) == ["done"]


async def test_between_two_parts_a_row_waits_like_any_other(database):
    await add(database, card(ref_id=1))
    claimed = await claim_next(database)
    await add(database, card(ref_id=2, priority=Priority.URGENT))
    await do(database, outbox.part_done, claimed.id, NOW, index=0, last=False)
    assert (await claim_next(database)).ref_id == 2
    again = await claim_next(database)
    assert (again.ref_id, again.done_parts, again.attempts) == (1, 1, 1)
    await do(database, outbox.part_done, again.id, NOW, index=1, last=True)
    assert await rows(database, "state, done_parts") == [("done", 2), ("sending", 0)]


async def test_a_row_given_up_says_why(database):
    await add(database, card())
    claimed = await claim_next(database)
    await do(database, outbox.fail, claimed.id, "bad request", NOW)
    assert await rows(database, "state, error") == [("failed", "bad request")]


async def test_a_held_row_waits_for_its_chat(database):
    await add(database, card(chat=ANNA))
    claimed = await claim_next(database, ANNA)
    await do(database, outbox.hold, claimed.id, "blocked by the user")
    assert (await following(database, ANNA)).row_id is None
    await do(database, outbox.release, ANNA, NOW)
    assert (await claim_next(database, ANNA)).id == claimed.id


async def test_of_held_rows_under_one_key_only_the_youngest_is_released(database):
    for _ in range(3):
        await add(database, card(chat=ANNA, key="card:1"))
        claimed = await claim_next(database, ANNA)
        await do(database, outbox.hold, claimed.id, "blocked by the user")
    await add(database, card(chat=ANNA, key="card:1"))
    await do(database, outbox.release, ANNA, NOW)
    assert await rows(database, "state, coalesce_key") == [
        ("done", "card:1"),
        ("done", "card:1"),
        ("pending", None),
        ("pending", "card:1"),
    ]


async def test_nothing_goes_to_an_unreachable_chat_until_it_is_released(database):
    await add(database, card())
    await do(database, outbox.hold_chat, ROADS, "kicked", NOW)
    await add(database, card(priority=Priority.URGENT))
    assert await following(database) == outbox_rows.Waiting(None, Priority.BULK, None)
    await do(database, outbox.release, ROADS, NOW)
    assert (await claim_next(database)).priority is Priority.URGENT


async def test_what_waits_moves_to_the_new_chat_and_its_main_thread(database):
    await add(database, card(thread_id=4, ref_id=1), card(ref_id=2), card(ref_id=3))
    done = await claim_next(database)
    await do(database, outbox.finish, done.id, NOW)
    await claim_next(database)
    await do(database, outbox.move_chat, ROADS, ChatId(-200), NOW)
    assert await rows(database, "chat_id, thread_id") == [(ROADS, 4), (-200, 0), (-200, 0)]


async def test_what_ends_with_the_move_is_forgotten_in_its_time(database):
    await add(database, Notice(NoticeKind.REACTION, ROADS, Priority.CITIZEN))
    await do(database, outbox.move_chat, ROADS, ChatId(-200), NOW)
    async with database.transaction() as transaction:
        assert await outbox.prune(transaction, NOW + timedelta(seconds=1)) == 1


async def test_a_group_that_moved_leaves_its_pauses_and_its_loss_behind(database):
    """What Telegram asked of the old group is nothing to the new one; what waited goes there at once."""
    await add(database, card())
    await do(database, outbox.pause_chat, ROADS, NOW + timedelta(hours=1))
    await do(database, outbox.hold_chat, ROADS, "kicked", NOW)
    touched = set()
    async with database.transaction() as transaction:
        chats = Chats(transaction, touched, Directions())
        chats.move(ROADS, -200, NOW)
        await transaction.commit()
    async with database.transaction() as transaction:
        assert await outbox_rows.list_paused(transaction, NOW) == {}
        assert (await load_directions(transaction, -10)).lost == {}
    assert touched == {-200}
    assert chats.present_id(ROADS) == -200
    assert (await outbox_rows.find_next(database.reader, ChatId(-200), NOW)).row_id == 1


async def test_a_lost_topic_sends_only_its_own_rows_to_general(database):
    await add(database, card(thread_id=4), card(thread_id=5), card(thread_id=4))
    await do(database, outbox.move_to_general, ROADS, 4)
    assert await rows(database, "thread_id") == [0, 5, 0]


async def test_pauses_are_remembered_while_they_last(database):
    await do(database, outbox.pause_chat, ROADS, NOW + timedelta(seconds=30))
    await do(database, outbox.pause_chat, ANNA, NOW)
    assert await do(database, outbox_rows.list_paused, NOW) == {ROADS: NOW + timedelta(seconds=30)}


async def test_a_start_finds_what_was_claimed(database):
    await add(database, card(ref_id=1), card(ref_id=2))
    await claim_next(database)
    assert [row.ref_id for row in await do(database, outbox_rows.list_claimed)] == [1]


async def sent(database, row_id, count, at):
    for number in range(count):
        await do(
            database,
            lambda transaction, message_id: transaction.write(
                "INSERT INTO sent_messages (chat_id, message_id, outbox_id, kind, sent_at)"
                " VALUES (-100, :message, :row, 'card', :at)",
                {
                    "message": message_id,
                    "row": row_id,
                    "at": at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
                },
            ),
            row_id * 100 + number,
        )


async def test_operations_of_the_last_minute_are_sends_edits_and_each_item_of_an_album(database):
    await add(database, *(card(ref_id=number) for number in range(4)))
    old, edit, album, begun = [await claim_next(database) for _ in range(4)]
    await do(database, outbox.part_done, old.id, NOW - timedelta(seconds=62), index=0, last=True)
    await do(database, outbox.part_done, edit.id, NOW - timedelta(seconds=50), index=0, last=True)
    await sent(database, album.id, 5, NOW - timedelta(seconds=41))
    await do(database, outbox.part_done, album.id, NOW - timedelta(seconds=40), index=1, last=True)
    await sent(database, begun.id, 3, NOW - timedelta(seconds=30))
    await do(database, outbox.part_done, begun.id, NOW - timedelta(seconds=30), index=0, last=False)
    spent = await do(database, outbox_rows.list_spent, NOW - timedelta(seconds=61))
    assert [(call.operations, (NOW - call.at).total_seconds()) for call in spent] == [
        (1, 50),
        (5, 40),
        (3, 30),
    ]


async def test_what_is_long_finished_is_forgotten(database):
    await add(database, card(), card(), card())
    for age in (40, 1):
        claimed = await claim_next(database)
        await do(database, outbox.finish, claimed.id, NOW - timedelta(days=age))
    assert await do(database, outbox.prune, NOW - timedelta(days=30)) == 1
    assert await rows(database) == ["done", "pending"]


async def test_the_id_of_a_forgotten_row_is_never_used_again(database):
    await add(database, card(), card())
    for _ in range(2):
        await do(database, outbox.finish, (await claim_next(database)).id, NOW)
    assert await do(database, outbox.prune, NOW + timedelta(days=8)) == 2
    await add(database, card())
    assert await rows(database, "id") == [3]


async def test_the_line_of_a_chat_is_found_by_its_index(database):
    query, values = f"EXPLAIN QUERY PLAN {outbox_rows._NEXT}", {"chat": ROADS, "now": ""}
    plan = [row["detail"] for row in await database.reader.run([(query, values)])]
    assert "SEARCH outbox USING INDEX outbox_waiting (chat_id=?)" in plan
    assert not [line for line in plan if line.startswith("SCAN outbox")]
