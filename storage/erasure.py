"""Erasing a person's data: every place where they lie, in one transaction; then the file itself is swept (guarantee 29).

`secure_delete` overwrites what is freed; what the log and the index of words still hold goes with `sweep`.
"""

import json
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from domain.erasure import Cause, Erasure
from domain.ids import AppealId, CitizenId
from storage.appeals import Appeals
from storage.connection import Connection
from storage.database import Database, Transaction
from storage.rows import read_moment, stored_moment


class Erasures:
    """What one transaction erases."""

    def __init__(self, transaction: Transaction, appeals: Appeals) -> None:
        self._transaction = transaction
        self._appeals = appeals

    async def list_over(self, citizen_id: CitizenId) -> tuple[list[AppealId], list[str]]:
        """Ids of the citizen's messages of which nothing is left to do, and the numbers of those that are still open."""
        rows = await self._transaction.fetch_all(
            f"SELECT id, number, {_IS_OVER} AS is_over FROM appeals WHERE citizen_id = :citizen AND erased_at IS NULL",
            {"citizen": citizen_id},
        )
        over = [AppealId(row["id"]) for row in rows if row["is_over"]]
        return over, [row["number"] for row in rows if not row["is_over"]]

    async def has_waiting(self, citizen_id: CitizenId, *, since: datetime | None = None) -> bool:
        """Whether something of the citizen's has no number yet, received later than `since`: it must not be lost."""
        row = await self._transaction.fetch_one(
            """SELECT 1 FROM citizen_messages WHERE citizen_id = :citizen AND held IS NOT NULL
            AND received_at > :since LIMIT 1""",
            {"citizen": citizen_id, "since": stored_moment(since) if since else ""},
        )
        return row is not None

    async def erase(
        self,
        citizen_id: CitizenId,
        appeals: Collection[AppealId],
        cause: Cause,
        now: datetime,
        *,
        with_person: bool,
    ) -> Erasure:
        """Erase these messages' data, and `with_person` whatever leads to their author; the act of it is kept."""
        values = {
            "ids": json.dumps(sorted(appeals)),
            "citizen": citizen_id,
            "now": stored_moment(now),
            "person": with_person,
        }
        counted = await self._transaction.fetch_one(_COUNT, values)
        assert counted is not None
        for statement in _OF_APPEALS:
            self._transaction.write(statement, values)
        if with_person:
            for statement in _OF_PERSON:
                self._transaction.write(statement, values)
        act = Erasure(
            cause=cause,
            citizen_id=citizen_id,
            is_whole=with_person,
            numbers=tuple(json.loads(counted["numbers"])),
            messages=counted["messages"],
            files=counted["files"],
            erased_at=now,
        )
        self._transaction.write(_ADD_ACT, _columns(act))
        self._appeals.reworded.update(appeals)
        return act


async def list_to_forget(reader: Connection) -> list[CitizenId]:
    """Those who asked for it, with something that can be erased now."""
    rows = await reader.run([(_TO_FORGET, {})])
    return [CitizenId(row["id"]) for row in rows]


async def list_past_term(
    reader: Connection, before: datetime, limit: int
) -> list[tuple[CitizenId, AppealId]]:
    """Messages that ended before then."""
    rows = await reader.run([(_PAST_TERM, {"before": stored_moment(before), "limit": limit})])
    return [(CitizenId(row["citizen_id"]), AppealId(row["id"])) for row in rows]


async def find_unswept(reader: Connection) -> int | None:
    """The last act after which the file has not been swept."""
    (row,) = await reader.run([("SELECT max(id) AS last FROM erasures WHERE swept_at IS NULL", {})])
    return None if row["last"] is None else int(row["last"])


async def sweep(database: Database) -> bool:
    """Leave no trace of what was erased in the log and in the index of words; not while somebody reads the log."""
    return await database.on_writer(_sweep)


def note_swept(transaction: Transaction, last: int, now: datetime) -> None:
    """Up to this act."""
    transaction.write(
        "UPDATE erasures SET swept_at = :now WHERE swept_at IS NULL AND id <= :last",
        {"last": last, "now": stored_moment(now)},
    )


def _sweep(connection: sqlite3.Connection) -> bool:
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")
    (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def list_acts(path: Path, since: datetime, until: datetime) -> list[Erasure]:
    """What was erased from `since` on and before `until`. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            """SELECT cause, citizen_id, is_whole, numbers, messages, files, erased_at FROM erasures
            WHERE erased_at >= :since AND erased_at < :until ORDER BY id""",
            {"since": stored_moment(since), "until": stored_moment(until)},
        ).fetchall()
    return [
        Erasure(
            Cause(cause), citizen, bool(whole), tuple(json.loads(numbers)), messages, files, read_moment(at)
        )
        for cause, citizen, whole, numbers, messages, files, at in rows
    ]


def _columns(act: Erasure) -> Mapping[str, Any]:
    return {
        "cause": act.cause.value,
        "citizen": act.citizen_id,
        "whole": act.is_whole,
        "numbers": json.dumps(act.numbers),
        "messages": act.messages,
        "files": act.files,
        "now": stored_moment(act.erased_at),
    }


_IS_OVER: Final = """(status IN ('answered', 'closed') AND promise_id IS NULL
    AND (task_since IS NULL OR reached_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM outbox
    WHERE outbox.appeal_id = appeals.id AND state IN ('pending', 'sending', 'held')
    AND chat_id = (SELECT chat_id FROM citizens WHERE citizens.id = citizen_id)))"""
_TO_FORGET: Final = f"""SELECT id FROM citizens WHERE forget_asked_at IS NOT NULL AND NOT EXISTS
    (SELECT 1 FROM appeals WHERE citizen_id = citizens.id AND erased_at IS NULL AND NOT {_IS_OVER})"""
_PAST_TERM: Final = f"""SELECT id, citizen_id FROM appeals WHERE coalesce(answered_at, closed_at) < :before
    AND coalesce(answered_at, closed_at) IS NOT NULL AND erased_at IS NULL AND {_IS_OVER}
    ORDER BY coalesce(answered_at, closed_at) LIMIT :limit"""
_THESE: Final = "(SELECT value FROM json_each(:ids))"
_THEIRS: Final = f"(appeal_id IN {_THESE} OR :person AND citizen_id = :citizen AND appeal_id IS NULL)"
_COUNT: Final = f"""SELECT
    (SELECT json_group_array(number) FROM (SELECT number FROM appeals WHERE id IN {_THESE} ORDER BY id)) AS numbers,
    (SELECT count(*) FROM citizen_messages WHERE {_THEIRS}) AS messages,
    (SELECT count(*) FROM citizen_messages WHERE {_THEIRS} AND file_id IS NOT NULL) AS files"""
_FILES: Final = f"""SELECT file_id FROM citizen_messages WHERE {_THEIRS} AND file_id IS NOT NULL
    UNION SELECT json_extract(file.value, '$[1]') FROM drafts, json_each(drafts.attachments) AS file
    WHERE appeal_id IN {_THESE}
    UNION SELECT json_extract(file.value, '$[1]') FROM drafts, json_each(drafts.remark_files) AS file
    WHERE appeal_id IN {_THESE}
    UNION SELECT json_extract(file.value, '$[1]') FROM publications, json_each(publications.attachments) AS file
    WHERE appeal_id IN {_THESE}
    UNION SELECT json_extract(file.value, '$[1]')
    FROM measures_reports, json_each(measures_reports.attachments) AS file WHERE appeal_id IN {_THESE}
    UNION SELECT json_extract(file.value, '$[1]') FROM assignments, json_each(assignments.attachments) AS file
    WHERE appeal_id IN {_THESE}"""
_OF_APPEALS: Final = (
    f"""UPDATE attachments SET state = 'erasing' WHERE state <> 'erasing' AND file_id IN ({_FILES})
    AND NOT EXISTS (SELECT 1 FROM citizen_messages WHERE file_id = attachments.file_id AND NOT {_THEIRS})""",
    f"""DELETE FROM message_edits WHERE row_id IN (SELECT id FROM citizen_messages WHERE {_THEIRS})""",
    f"""UPDATE citizen_messages SET text = '', file_id = NULL, file_name = NULL, detail = '', forwarded_from = NULL,
    latitude = NULL, longitude = NULL, media_group_id = NULL, chat_id = 0, message_id = -id WHERE appeal_id IN {_THESE}""",
    f"""UPDATE drafts SET text = '', attachments = '[]', remark_files = '[]', reason = NULL, responsible = '',
    actions = '', media_group_id = NULL WHERE appeal_id IN {_THESE}""",
    f"UPDATE assignments SET task = '', text = '', attachments = '[]', reason = NULL WHERE appeal_id IN {_THESE}",
    f"UPDATE instructions SET words = '', report = NULL WHERE appeal_id IN {_THESE}",
    f"DELETE FROM notes WHERE appeal_id IN {_THESE}",
    f"UPDATE prompts SET words = NULL, attachments = '[]' WHERE appeal_id IN {_THESE}",
    f"""UPDATE publications SET attachments = '[]', media_group_id = NULL, link = NULL, waived_for = NULL
    WHERE appeal_id IN {_THESE}""",
    f"""UPDATE measures_reports SET words = '', attachments = '[]', media_group_id = NULL
    WHERE appeal_id IN {_THESE}""",
    f"UPDATE promises SET reason = NULL WHERE appeal_id IN {_THESE}",
    f"""UPDATE entries SET applicant = '', address = '', contact = '', forwarded_from = '', link = ''
    WHERE appeal_id IN {_THESE}""",
    f"UPDATE journal SET before = NULL, after = NULL, reason = NULL WHERE appeal_id IN {_THESE}",
    f"DELETE FROM outbox WHERE appeal_id IN {_THESE} AND finished_at IS NOT NULL",
    f"""UPDATE inbox SET raw = '' WHERE state = 'set_aside' AND EXISTS
    (SELECT 1 FROM appeals WHERE id IN {_THESE} AND instr(raw, number))""",
    f"""UPDATE appeals SET version = version + 1, address = NULL, latitude = NULL, longitude = NULL, gist = '',
    kind_reason = NULL, route_reason = NULL, return_reason = NULL, no_reply_reason = NULL, mayor_reason = '',
    contact = NULL, account = '', link = NULL, extension_reason = NULL, extended_for = NULL, erased_at = :now
    WHERE id IN {_THESE}""",
)
"""What a message has of its author, and of what was said of it: words, places, files, contacts."""
_CHAT: Final = "(SELECT chat_id FROM citizens WHERE id = :citizen AND chat_id <> 0)"
_OF_PERSON: Final = (
    "DELETE FROM citizen_messages WHERE citizen_id = :citizen AND appeal_id IS NULL",
    f"UPDATE inbox SET raw = '', chat_key = 0 WHERE state <> 'new' AND chat_key = {_CHAT}",
    f"DELETE FROM outbox WHERE chat_id = {_CHAT} AND finished_at IS NOT NULL",
    f"DELETE FROM sent_messages WHERE chat_id = {_CHAT}",
    f"DELETE FROM chats WHERE chat_id = {_CHAT}",
    """UPDATE citizens SET name = '', username = NULL, phone = NULL, language = NULL, wants_new_until = NULL,
    consent_version = NULL, consent_at = NULL, consent_asked_at = NULL, consent_remind_at = NULL,
    forget_asked_at = NULL WHERE id = :citizen""",
    """UPDATE citizens SET channel = 'erased', user_id = id, chat_id = 0, blocked_at = NULL
    WHERE id = :citizen AND barred_at IS NULL""",
)
"""What leads to the person. Who is barred stays known by the messenger's id alone, or the bar would end with a command."""
_ADD_ACT: Final = """INSERT INTO erasures (cause, citizen_id, is_whole, numbers, messages, files, erased_at)
    VALUES (:cause, :citizen, :whole, :numbers, :messages, :files, :now)"""
