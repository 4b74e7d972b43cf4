"""Every column that can hold a person's words is emptied, those of tomorrow too (guarantee 29)."""

import json
from datetime import UTC, datetime

from domain.erasure import Cause
from storage.appeals import Appeals
from storage.erasure import Erasures, find_unswept, note_swept, sweep
from storage.journal import Journal
from tests.bot.machinery import migrated

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)

ABOUT_OTHERS = {
    "assignments",
    "citizens",
    "citizen_messages",
    "drafts",
    "entries",
    "instructions",
    "journal",
    "measures_reports",
    "message_edits",
    "notes",
    "outbox",
    "promises",
    "prompts",
    "publications",
    "sent_messages",
    "appeals",
}
"""Tables with rows of an appeal or of a person; of the others none is about one citizen."""
STAYS = {
    "appeals": """number channel status kind topic category department read_by executor_name controlled_by mayor_told_by
        no_reply_by handed_over_by closed_by way reached_by outgoing_number outgoing_date external_number applicant_kind
        territory forwarded_from repeat_number extension_by outcome delivery solved caution waited promised_on promised_by return_by task_since""",
    "assignments": "department state assigned_by executor_name return_by",
    "citizen_messages": "position kind held",
    "citizens": "barred_by bar_reason",
    "drafts": "state kind outcome author_name decided_by replaced_by promised_on controlled_on promise_flaw",
    "entries": """state user_name origin album menu asked asked_name channel applicant_kind way external_number received""",
    "instructions": "given_by done_by",
    "journal": "actor_name in_place_of action at",
    "measures_reports": "department clause asked_of given_by",
    "promises": "department state first_due_on due_on ended_by",
    "prompts": "kind user_name",
    "publications": "sender published_by settled_by told_by outgoing_number outgoing_date",
}
"""Codes, days and moments, and the names of those who work for the town."""
FILES = {"attachments", "remark_files"}


def nowhere(*_):
    """No territory is looked for."""


def fill(connection):
    """A row in each of the tables, with a mark of its own in each column of words."""
    connection.execute("PRAGMA foreign_keys = OFF")
    for table in sorted(ABOUT_OTHERS):
        values = {}
        for _, name, kind, needed, *_ in connection.execute(f"PRAGMA table_info({table})"):
            if (kind == "TEXT" and not name.endswith(("_at", "_by", "_until"))) or name.endswith("_by"):
                values[name] = (
                    json.dumps([["photo", mark(table, name)]]) if name in FILES else mark(table, name)
                )
            elif needed or name in {"appeal_id", "citizen_id"}:
                values[name] = 1 if kind != "TEXT" else "2026-03-02T06:00:00.000000Z"
        values |= {"id": 1} if table != "sent_messages" else {}
        if table == "outbox":
            values["finished_at"] = "2026-03-02T06:00:00.000000Z"
        columns = ", ".join(values)
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join(f':{name}' for name in values)})", values
        )
    for statement in ELSEWHERE:
        connection.execute(statement)


ELSEWHERE = (
    """INSERT INTO outbox (id, chat_id, priority, kind, appeal_id, args, created_at, finished_at)
    VALUES (2, -100, 1, 'card', 1, 'mark-of-a-card', '', '2026-03-02')""",
    """INSERT INTO outbox (id, chat_id, priority, kind, args, created_at, finished_at)
    VALUES (3, 1, 1, 'greeting', 'mark-of-a-greeting', '', '2026-03-02')""",
    """INSERT INTO inbox (update_id, chat_key, raw, state, received_at)
    VALUES (1, -100, '{"text": "mark-appeals-number- mark-of-a-quotation"}', 'set_aside', '')""",
    """INSERT INTO inbox (update_id, chat_key, raw, state, received_at)
    VALUES (2, 1, 'mark-of-a-sticker', 'set_aside', '')""",
    "INSERT INTO chats (chat_id, title) VALUES (1, 'mark-of-a-chat')",
    """INSERT INTO citizen_messages (id, citizen_id, chat_id, message_id, kind, text, detail, position, sent_at, received_at)
    VALUES (2, 1, 1, 2, 'text', 'mark-of-what-has-no-number', '', 'first', '', '')""",
)
"""What stands outside the rows of the appeal, or has no appeal at all."""


def mark(table, column):
    return f"mark-{table}-{column}-"


def marks_left(connection):
    """By table, the columns whose mark is still there."""
    left = {}
    for table in sorted(ABOUT_OTHERS):
        rows = connection.execute(f"SELECT * FROM {table}")
        names = [one[0] for one in rows.description]
        found = {
            name
            for row in rows
            for name, value in zip(names, row, strict=True)
            if mark(table, name) in str(value)
        }
        if found:
            left[table] = found
    return left


async def test_of_a_persons_rows_only_codes_and_the_names_of_the_staff_stay(tmp_path):
    async with migrated(tmp_path / "town.sqlite3") as database:
        await database.on_writer(fill)
        async with database.transaction() as transaction:
            erasures = Erasures(transaction, Appeals(transaction, Journal(transaction), nowhere))
            act = await erasures.erase(1, [1], Cause.REQUEST, NOW, with_person=True)
            await transaction.commit()
        assert (act.messages, act.files) == (2, 1)
        left = await database.on_writer(marks_left)
        assert not await database.on_writer(_list_marks_elsewhere)
        stays = {table: set(columns.split()) for table, columns in STAYS.items()}
        both = {table: left.get(table, set()) ^ stays.get(table, set()) for table in ABOUT_OTHERS}
        assert {table: columns for table, columns in both.items() if columns} == {}


def _list_marks_elsewhere(connection):
    tables = ("outbox", "inbox", "chats", "citizen_messages")
    rows = [row for table in tables for row in map(tuple, connection.execute(f"SELECT * FROM {table}"))]
    return [row for row in rows if "mark-of" in str(row)]


async def test_every_table_with_a_persons_rows_is_known(tmp_path):
    async with migrated(tmp_path / "town.sqlite3") as database:
        tables = await database.on_writer(_tables)
        about = {
            table
            for table, columns in tables.items()
            if columns & {"appeal_id", "citizen_id", "row_id"} or table in {"appeals", "citizens"}
        }
        assert about - ABOUT_OTHERS == {"cards", "deadlines", "erasures", "inquiries", "mailings"}, (
            "ids, moments, bodies, and offices' addresses"
        )


def _tables(connection):
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ]
    return {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in names}


async def test_what_is_erased_while_the_file_is_swept_is_swept_again(tmp_path):
    async with migrated(tmp_path / "town.sqlite3") as database:
        assert await find_unswept(database.reader) is None
        await database.on_writer(fill)
        for cause in Cause:
            async with database.transaction() as transaction:
                erasures = Erasures(transaction, Appeals(transaction, Journal(transaction), nowhere))
                await erasures.erase(1, [1], cause, NOW, with_person=False)
                await transaction.commit()
        assert await sweep(database)
        async with database.transaction() as transaction:
            note_swept(transaction, 1, NOW)
            await transaction.commit()
        assert await find_unswept(database.reader) == 2
