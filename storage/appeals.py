"""The register: appeals and their numbers."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, cast

from domain.appeal import Appeal
from domain.errors import NotFound
from domain.ids import AppealId, CitizenId, PromptId
from domain.people import Actor
from domain.status import Action, Recorded
from storage.database import Transaction
from storage.journal import Journal
from storage.rows import CITIZEN_OF_USER, read, stored_fields, stored_moment

_UNCHANGING = {"id", "number", "citizen_id", "registered_at"}

_IN_HAND = "SELECT appeal_id FROM assignments WHERE ended_at IS NULL"

COUNTING: Final = frozenset(
    {
        "status",
        "department",
        "category",
        "urgent",
        "detected_at",
        "read_at",
        "assigned_at",
        "returned_at",
        "submitted_at",
        "revised_at",
        "approved_at",
        "interim_at",
        "extended_days",
        "committed_until",
        "committed_at",
        "asked_at",
        "waited",
        "promised_on",
        "promised_at",
        "promised_by",
        "promise_reported_at",
    }
)
"""Columns of an appeal from which its deadlines follow: whoever changes none of them moves no deadline."""

SEARCHED: Final = frozenset({"gist", "address", "territory"})
"""Columns of an appeal whose words are searched."""


PLACED: Final = frozenset({"address", "gist", "latitude", "longitude"})
"""Columns of an appeal from which its territory follows."""


class Appeals:
    """Appeals of one transaction; each is loaded once, so that all who change it see the same."""

    def __init__(self, transaction: Transaction, journal: Journal, locate: Callable[[Appeal], None]) -> None:
        self._transaction = transaction
        self._locate = locate
        self._journal = journal
        self._loaded: dict[AppealId, Appeal] = {}
        self._before: dict[AppealId, dict[str, object]] = {}
        self.added: list[Appeal] = []
        self.recounted: set[AppealId] = set()
        self.reworded: set[AppealId] = set()
        self.dropped_requests: list[tuple[Appeal, PromptId]] = []

    async def add(self, appeal: Appeal, year: int) -> None:
        """Number and store in one step, so that a number told is a number stored."""
        self._locate(appeal)
        columns = {
            name: value for name, value in stored_fields(appeal).items() if name not in {"id", "number"}
        }
        self._transaction.write(_NEXT_NUMBER, {"year": year})
        row = await self._transaction.fetch_one(_insert(columns), {**columns, "year": year})
        if row is None:
            raise LookupError(year)
        appeal.id, appeal.number = AppealId(row["id"]), row["number"]
        self.added.append(appeal)
        self.reworded.add(appeal.id)
        self._remember(appeal)

    async def get(self, appeal_id: AppealId) -> Appeal:
        """The appeal; raises `NotFound`."""
        if appeal_id in self._loaded:
            return self._loaded[appeal_id]
        row = await self._transaction.fetch_one("SELECT * FROM appeals WHERE id = :id", {"id": appeal_id})
        if row is None:
            raise NotFound
        return self._remember(read(Appeal, row))

    async def find_by_number(self, number: str) -> Appeal | None:
        """The appeal of this number."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM appeals WHERE number = :number", {"number": number}
        )
        return self._remember(read(Appeal, row)) if row else None

    async def list_recent_of_citizen(self, citizen_id: CitizenId, ended_since: datetime) -> list[Appeal]:
        """Open ones and those that ended since, newest first."""
        return await self._list_recent(":citizen", ended_since, citizen=citizen_id)

    async def list_recent_of_user(self, user_id: int, ended_since: datetime) -> list[Appeal]:
        """The same of the citizen with this messenger id."""
        return await self._list_recent(f"({CITIZEN_OF_USER})", ended_since, user=user_id)

    async def _list_recent(self, who: str, ended_since: datetime, **whose: int) -> list[Appeal]:
        rows = await self._transaction.fetch_all(
            f"""SELECT * FROM appeals WHERE citizen_id = {who} AND (status NOT IN ('answered', 'closed')
            OR coalesce(kept_at, answered_at, closed_at) >= :since) ORDER BY id DESC""",
            {**whose, "since": stored_moment(ended_since)},
        )
        return [self._remember(read(Appeal, row)) for row in rows]

    async def list_open_of_department(self, code: str) -> list[Appeal]:
        """What the department has in hand."""
        return await self._list_open(f"id IN ({_IN_HAND} AND department = :value)", code)

    async def _list_open(self, condition: str, value: str | int) -> list[Appeal]:
        rows = await self._transaction.fetch_all(
            f"SELECT * FROM appeals WHERE status NOT IN ('answered', 'closed') AND {condition} ORDER BY id",
            {"value": value},
        )
        return [self._remember(read(Appeal, row)) for row in rows]

    async def list_open_after(self, appeal_id: AppealId, limit: int) -> list[Appeal]:
        """The next open ones, and those with an open promise, in the order of their ids."""
        rows = await self._transaction.fetch_all(
            """SELECT * FROM appeals WHERE id > :after
            AND (status NOT IN ('answered', 'closed') OR promise_id IS NOT NULL)
            ORDER BY id LIMIT :limit""",
            {"after": appeal_id, "limit": limit},
        )
        return [self._remember(read(Appeal, row)) for row in rows]

    async def find_next_waiting(self, after: Appeal | None = None) -> Appeal | None:
        """What waits for the coordinators, urgent first, then the oldest: the next after this one, else the first."""
        row = await self._transaction.fetch_one(
            f"""SELECT * FROM appeals WHERE {_WAITS} AND id <> :id
            ORDER BY (-urgent, id) <= (:urgent, :id), urgent DESC, id LIMIT 1""",
            {"urgent": -int(after.urgent) if after else -1, "id": after.id if after else 0},
        )
        return self._remember(read(Appeal, row)) if row else None

    def save(
        self, appeal: Appeal, actor: Actor, now: datetime, *, action: Recorded, reason: str | None = None
    ) -> None:
        """Write the columns that changed and a journal entry that tells them before and after."""
        before = self._before[appeal.id]
        if any(getattr(appeal, name) != before[name] for name in PLACED):
            self._locate(appeal)
        after = stored_fields(appeal)
        changed = {name: value for name, value in after.items() if value != before[name]} | {
            "version": appeal.version + 1
        }
        changed = {name: value for name, value in changed.items() if name not in _UNCHANGING}
        assignments = ", ".join(f"{name} = :{name}" for name in changed)
        self._transaction.write(
            f"UPDATE appeals SET {assignments} WHERE id = :id", {**changed, "id": appeal.id}
        )
        if not COUNTING.isdisjoint(changed):
            self.recounted.add(appeal.id)
        if not SEARCHED.isdisjoint(changed):
            self.reworded.add(appeal.id)
        if action not in _DECIDES and "extension_id" in changed and before["extension_id"] is not None:
            self.dropped_requests.append((appeal, cast("PromptId", before["extension_id"])))
        told = {name: value for name, value in changed.items() if name != "version"}
        self._journal.record(
            actor,
            action,
            now,
            appeal_id=appeal.id,
            before={name: before[name] for name in told},
            after=told,
            reason=reason,
        )
        appeal.version += 1
        self._remember(appeal)

    def _remember(self, appeal: Appeal) -> Appeal:
        kept = self._loaded.setdefault(appeal.id, appeal)
        self._before[appeal.id] = stored_fields(kept)
        return kept


_DECIDES: Final = frozenset({Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION})
_WAITS = "status = 'registered' AND settles_at IS NULL AND NOT shelved"
_NEXT_NUMBER = """INSERT INTO counters (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1"""


def _insert(columns: dict[str, object]) -> str:
    names = ", ".join(columns)
    values = ", ".join(f":{name}" for name in columns)
    return f"""INSERT INTO appeals (number, {names})
SELECT printf('%d-%05d', year, last), {values} FROM counters WHERE year = :year RETURNING id, number"""
