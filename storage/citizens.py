"""Those who write, and what they wrote."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Row
from typing import Final

from domain.errors import NotFound
from domain.ids import AppealId, CitizenId, MessageRowId
from domain.messages import Citizen, CitizenMessage, Held, IncomingMessage
from storage.attachments import WantedFiles, erase_of_unregistered
from storage.database import Transaction
from storage.rows import CITIZEN_OF_USER, read, read_moment, stored, stored_fields, stored_moment

_BY_USER: Final = "SELECT * FROM citizens WHERE channel = 'telegram' AND user_id = :user"
_KEPT = {"id", "channel", "user_id", "created_at"}


class Citizens:
    """Citizens of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.renamed: set[CitizenId] = set()

    async def ensure(self, message: IncomingMessage, now: datetime) -> Citizen:
        """The citizen behind a message; the name is the messenger's present one."""
        # Asked in one go, so that all of it comes in one hop; a known citizen of the same name is not written anew.
        known, row = await asyncio.gather(
            self.find_by_user(message.user_id), self._find_or_add(message, stored_moment(now))
        )
        if row is None:
            raise NotFound
        if known is not None and known.name != message.user_name:
            self.renamed.add(known.id)
        return read(Citizen, row)

    async def _find_or_add(self, message: IncomingMessage, now: str) -> Row | None:
        self._transaction.write(
            """INSERT INTO citizens (channel, user_id, chat_id, name, username, created_at)
            VALUES ('telegram', :user, :chat, :name, :username, :now)
            ON CONFLICT (channel, user_id) DO UPDATE SET name = :name, username = :username
            WHERE name <> :name OR username IS NOT :username""",
            {
                "user": message.user_id,
                "chat": message.chat_id,
                "name": message.user_name,
                "username": message.username,
                "now": now,
            },
        )
        return await self._transaction.fetch_one(_BY_USER, {"user": message.user_id})

    async def add_by_hand(self, name: str, now: datetime) -> CitizenId:
        """Somebody whose words the staff brings in; nobody has a chat with this one. The id."""
        return CitizenId(
            await self._transaction.fetch_value(
                """INSERT INTO citizens (channel, user_id, chat_id, name, created_at)
                SELECT 'hand', coalesce(max(id), 0) + 1, 0, :name, :now FROM citizens RETURNING id""",
                {"name": name, "now": stored_moment(now)},
            )
        )

    async def get(self, citizen_id: CitizenId) -> Citizen:
        """The citizen; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM citizens WHERE id = :id", {"id": citizen_id})
        if row is None:
            raise NotFound
        return read(Citizen, row)

    async def find_by_user(self, user_id: int) -> Citizen | None:
        """The citizen with this messenger id."""
        row = await self._transaction.fetch_one(_BY_USER, {"user": user_id})
        return read(Citizen, row) if row else None

    def save(self, citizen: Citizen) -> None:
        """Write what may change."""
        columns = {name: value for name, value in stored_fields(citizen).items() if name not in _KEPT}
        assignments = ", ".join(f"{name} = :{name}" for name in columns)
        self._transaction.write(
            f"UPDATE citizens SET {assignments} WHERE id = :id", {**columns, "id": citizen.id}
        )


class Messages:
    """Citizens' messages of one transaction."""

    def __init__(self, transaction: Transaction, wanted: WantedFiles) -> None:
        self._transaction = transaction
        self._wanted = wanted
        self.reworded: set[AppealId] = set()

    def add(
        self,
        citizen_id: CitizenId,
        message: IncomingMessage,
        now: datetime,
        *,
        position: str,
        appeal_id: AppealId | None = None,
        held: Held | None = None,
        held_appeal_id: AppealId | None = None,
        due_at: datetime | None = None,
    ) -> None:
        """Keep a message to the letter."""
        self.reworded.update({appeal_id} if appeal_id is not None else ())
        self._transaction.write(
            _ADD_MESSAGE,
            {
                "citizen_id": citizen_id,
                "appeal_id": appeal_id,
                "chat_id": message.chat_id,
                "message_id": message.message_id,
                "media_group_id": message.media_group_id,
                "kind": message.kind.value,
                "text": message.text,
                "file_id": message.file_id,
                "file_name": message.file_name,
                "detail": message.detail,
                "forwarded_from": message.forwarded_from,
                "latitude": message.place.latitude if message.place else None,
                "longitude": message.place.longitude if message.place else None,
                "position": str(position),
                "held": held.value if held else None,
                "held_appeal_id": held_appeal_id,
                "due_at": stored(due_at),
                "sent_at": stored_moment(message.sent_at),
                "received_at": stored_moment(now),
            },
        )
        self._wanted.add(message.kind, message.file_id, now)

    async def find(self, chat_id: int, message_id: int) -> CitizenMessage | None:
        """The stored message behind a message of the chat."""
        return await self._find("chat_id = :chat AND message_id = :message", chat=chat_id, message=message_id)

    async def get(self, row_id: MessageRowId) -> CitizenMessage:
        """The message; raises `NotFound`."""
        row = await self._find("id = :id", id=row_id)
        if row is None:
            raise NotFound
        return row

    async def find_of_album(self, chat_id: int, media_group_id: str) -> CitizenMessage | None:
        """The first stored item of an album."""
        return await self._find(
            "chat_id = :chat AND media_group_id = :group", chat=chat_id, group=media_group_id
        )

    async def find_asked_about(self, user_id: int) -> CitizenMessage | None:
        """A message that waits for the word of the citizen with this messenger id on what it is."""
        return await self._find(
            f"citizen_id = ({CITIZEN_OF_USER}) AND held IN ('topic', 'after_answer')", user=user_id
        )

    async def _find(self, condition: str, **values: object) -> CitizenMessage | None:
        rows = await self._list(condition, **values)
        return rows[0] if rows else None

    async def _list(self, condition: str, **values: object) -> list[CitizenMessage]:
        rows = await self._transaction.fetch_all(
            f"SELECT * FROM citizen_messages WHERE {condition} ORDER BY id", values
        )
        return [read(CitizenMessage, row) for row in rows]

    async def last_words(self, appeal_ids: Sequence[AppealId]) -> dict[AppealId, datetime]:
        """When the citizen last wrote to each of the appeals."""
        numbers = ", ".join(str(int(appeal_id)) for appeal_id in appeal_ids)
        rows = await self._transaction.fetch_all(
            f"""SELECT appeal_id, max(received_at) AS last FROM citizen_messages
            WHERE appeal_id IN ({numbers}) GROUP BY appeal_id"""
        )
        return {AppealId(row["appeal_id"]): read_moment(row["last"]) for row in rows}

    async def list_of_appeal(self, appeal_id: AppealId) -> list[CitizenMessage]:
        """All that was written about it, in order."""
        return await self._list("appeal_id = :appeal", appeal=appeal_id)

    async def list_held(self, citizen_id: CitizenId, held: Held) -> list[CitizenMessage]:
        """What of this citizen's waits for this reason."""
        return await self._list("citizen_id = :citizen AND held = :held", citizen=citizen_id, held=held.value)

    def edit(self, row: CitizenMessage, text: str, at: datetime) -> None:
        """Keep the old words beside the new."""
        self.reworded.update({row.appeal_id} if row.appeal_id is not None else ())
        values = {"row": row.id, "old": row.text, "new": text, "at": stored_moment(at)}
        self._transaction.write(
            "INSERT INTO message_edits (row_id, old_text, new_text, edited_at) VALUES (:row, :old, :new, :at)",
            values,
        )
        self._transaction.write("UPDATE citizen_messages SET text = :new WHERE id = :row", values)

    def attach(self, row_ids: Sequence[MessageRowId], appeal_id: AppealId, position: str) -> None:
        """Give them to their appeal; they wait no more, and their files have not been shown with it yet."""
        self.reworded.add(appeal_id)
        for row_id in row_ids:
            self._transaction.write(
                """UPDATE citizen_messages SET appeal_id = :appeal, position = :position, held = NULL, due_at = NULL, shown = 0
                WHERE id = :id""",
                {"appeal": appeal_id, "position": str(position), "id": row_id},
            )

    def put_aside(self, row_id: MessageRowId) -> None:
        """Nothing is to be done about it."""
        self._transaction.write(
            "UPDATE citizen_messages SET held = NULL, due_at = NULL WHERE id = :id", {"id": row_id}
        )

    async def erase_unregistered(self, before: datetime) -> dict[Held, int]:
        """Erase what waited for a consent, or for the end of a block, since before then, with its edits and copies."""
        values = {"before": stored_moment(before)}
        rows = await self._transaction.fetch_all(
            f"SELECT held, count(*) AS n FROM citizen_messages WHERE {_KEPT_TOO_LONG} GROUP BY held", values
        )
        if not rows:
            return {}
        erase_of_unregistered(self._transaction, before)
        self._transaction.write(
            f"""DELETE FROM message_edits WHERE row_id IN
            (SELECT id FROM citizen_messages WHERE {_KEPT_TOO_LONG})""",
            values,
        )
        self._transaction.write(f"DELETE FROM citizen_messages WHERE {_KEPT_TOO_LONG}", values)
        return {Held(row["held"]): row["n"] for row in rows}


_KEPT_TOO_LONG = "held IN ('consent', 'barred', 'entry') AND received_at < :before"
_MESSAGE_COLUMNS = [
    "citizen_id",
    "appeal_id",
    "chat_id",
    "message_id",
    "media_group_id",
    "kind",
    "text",
    "file_id",
    "file_name",
    "detail",
    "forwarded_from",
    "latitude",
    "longitude",
    "position",
    "held",
    "held_appeal_id",
    "due_at",
    "sent_at",
    "received_at",
]
_ADD_MESSAGE = (
    f"INSERT INTO citizen_messages ({', '.join(_MESSAGE_COLUMNS)}) "
    f"VALUES ({', '.join(f':{column}' for column in _MESSAGE_COLUMNS)})"
)
