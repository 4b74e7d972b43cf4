"""What coordinators enter by hand, and what they are shown of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.errors import NotFound
from domain.ids import AppealId, ChatId, CitizenId, UserId
from domain.messages import CitizenMessage, Held
from domain.notices import NoticeKind
from domain.register.entry import Entry
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields, stored_moment

_LATELY: Final = 500
"""Forwarded messages among which the usual senders are found."""
_SENDERS: Final = f"""SELECT forwarded_from AS name, max(id) AS id FROM
(SELECT id, forwarded_from FROM appeals WHERE forwarded_from IS NOT NULL ORDER BY id DESC LIMIT {_LATELY})
GROUP BY forwarded_from ORDER BY count(*) DESC, max(id) DESC LIMIT 8"""


class Entries:
    """Entries of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, entry: Entry) -> None:
        """Store it; fills `id`."""
        columns = _columns(entry)
        values = ", ".join(f":{name}" for name in columns)
        entry.id = int(
            await self._transaction.fetch_value(
                f"INSERT INTO entries ({', '.join(columns)}) VALUES ({values}) RETURNING id", columns
            )
        )

    async def get(self, entry_id: int) -> Entry:
        """The entry; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM entries WHERE id = :id", {"id": entry_id})
        if row is None:
            raise NotFound
        return read(Entry, row)

    def save(self, entry: Entry) -> None:
        """Write all of it."""
        columns = _columns(entry)
        told = ", ".join(f"{name} = :{name}" for name in columns)
        self._transaction.write(f"UPDATE entries SET {told} WHERE id = :id", {**columns, "id": entry.id})

    async def find_last(self, user_id: UserId) -> Entry | None:
        """What this person entered last, of whatever became of it."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM entries WHERE user_id = :user ORDER BY id DESC LIMIT 1", {"user": user_id}
        )
        return read(Entry, row) if row else None

    async def find_of_citizen(self, citizen_id: CitizenId) -> Entry | None:
        """Where the words that are kept under this citizen are entered."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM entries WHERE citizen_id = :citizen", {"citizen": citizen_id}
        )
        return read(Entry, row) if row else None

    async def find_correction(self, appeal_id: AppealId, chat_id: ChatId) -> Entry | None:
        """Where an appeal is being put right in this chat."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM entries WHERE appeal_id = :appeal AND chat_id = :chat AND state = 'open'",
            {"appeal": appeal_id, "chat": chat_id},
        )
        return read(Entry, row) if row else None

    async def list_senders(self) -> list[str]:
        """Bodies that have forwarded something lately, the commonest first."""
        return [row["name"] for row in await self._transaction.fetch_all(_SENDERS)]

    async def list_comments(self) -> list[Entry]:
        """Comments under posts that wait for a coordinator."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM entries WHERE state = 'open' AND author_id > 0 ORDER BY id"
        )
        return [read(Entry, row) for row in rows]

    async def list_stale(self, before: datetime) -> list[Entry]:
        """What was begun before then and is open still."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM entries WHERE state = 'open' AND created_at < :before",
            {"before": stored_moment(before)},
        )
        return [read(Entry, row) for row in rows]


def _columns(entry: Entry) -> dict[str, object]:
    return {name: value for name, value in stored_fields(entry).items() if name != "id"}


@dataclass(frozen=True, slots=True)
class Sender:
    """A body that has forwarded something, with the latest appeal that names it."""

    name: str
    id: AppealId


class EntryQueries:
    """What the message of an entry shows."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def find(self, entry_id: int) -> Entry | None:
        """The entry as it stands."""
        rows = await self._reader.run([("SELECT * FROM entries WHERE id = :id", {"id": entry_id})])
        return read(Entry, rows[0]) if rows else None

    async def list_messages(self, entry: Entry) -> list[CitizenMessage]:
        """Its words and files, as long as it waits."""
        rows = await self._reader.run(
            [
                (
                    "SELECT * FROM citizen_messages WHERE citizen_id = :citizen AND held = :held ORDER BY id",
                    {"citizen": entry.citizen_id, "held": Held.ENTRY.value},
                )
            ]
        )
        return [read(CitizenMessage, row) for row in rows]

    async def list_senders(self) -> list[Sender]:
        """Bodies that have forwarded something lately, the commonest first."""
        return [read(Sender, row) for row in await self._reader.run([(_SENDERS, {})])]

    async def find_message(self, entry_id: int) -> int | None:
        """The message on which it is filled in."""
        rows = await self._reader.run(
            [
                (
                    "SELECT max(message_id) AS id FROM sent_messages WHERE ref_id = :id AND kind = :kind",
                    {"id": entry_id, "kind": NoticeKind.ENTRY.value},
                )
            ]
        )
        return rows[0]["id"] if rows else None
