"""Every message of the bot that somebody may reply to, found by chat and id."""

from datetime import datetime

from domain.notices import NoticeKind, SentMessage
from storage.database import Connection, Transaction
from storage.rows import read, read_moment, stored_moment


async def find_sent(transaction: Transaction, chat_id: int, message_id: int) -> SentMessage | None:
    """What the bot said with this message."""
    row = await transaction.fetch_one(
        "SELECT * FROM sent_messages WHERE chat_id = :chat AND message_id = :message",
        {"chat": chat_id, "message": message_id},
    )
    return read(SentMessage, row) if row else None


async def list_sent(transaction: Transaction, kind: NoticeKind, ref_id: int) -> list[tuple[int, int]]:
    """Chat and message id of all that was sent of this kind about this thing."""
    rows = await transaction.fetch_all(
        "SELECT chat_id, message_id FROM sent_messages WHERE ref_id = :ref AND kind = :kind",
        {"ref": ref_id, "kind": kind.value},
    )
    return [(row["chat_id"], row["message_id"]) for row in rows]


def record_sent(
    transaction: Transaction,
    chat_id: int,
    message_id: int,
    *,
    thread_id: int,
    outbox_id: int,
    message: SentMessage,
    now: datetime,
    heard: bool = False,
) -> None:
    """Remember a message that the messenger has confirmed; `heard`: it made a sound."""
    transaction.write(
        """INSERT OR REPLACE INTO sent_messages
        (chat_id, message_id, thread_id, outbox_id, kind, appeal_id, ref_id, sent_at, heard)
        VALUES (:chat, :message, :thread, :outbox, :kind, :appeal, :ref, :now, :heard)""",
        {
            "chat": chat_id,
            "message": message_id,
            "thread": thread_id,
            "outbox": outbox_id,
            "kind": message.kind.value,
            "appeal": message.appeal_id,
            "ref": message.ref_id,
            "now": stored_moment(now),
            "heard": heard,
        },
    )


async def find_last_heard(reader: Connection, chat_id: int, thread_id: int) -> datetime | None:
    """When the chat last rang, or this topic of a forum group: each department that shares one has its own people."""
    (row,) = await reader.run(
        [
            (
                """SELECT max(sent_at) AS at FROM sent_messages
                WHERE chat_id = :chat AND thread_id = :thread AND heard""",
                {"chat": chat_id, "thread": thread_id},
            )
        ]
    )
    return read_moment(row["at"]) if row["at"] else None


async def count_heard(reader: Connection, chat_id: int, since: datetime) -> int:
    """How often the chat has rung since then."""
    (row,) = await reader.run(
        [
            (
                "SELECT count(*) AS n FROM sent_messages WHERE chat_id = :chat AND heard AND sent_at >= :since",
                {"chat": chat_id, "since": stored_moment(since)},
            )
        ]
    )
    return int(row["n"])
