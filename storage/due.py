"""What is due at a moment, looked up on the read-only connection: most looks find nothing, and none has to wait."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from sqlite3 import Row

from domain.escalation import Climb
from domain.ids import AppealId, CitizenId, DraftId
from domain.messages import Held
from domain.rhythm.days import Told
from domain.rhythm.nearing import Nearing
from domain.surges import Growth
from storage.beats import find_told
from storage.causes import has_untold
from storage.database import Connection
from storage.duty import find_waiting_since
from storage.erasure import list_past_term, list_to_forget
from storage.escalations import has_something_to_climb
from storage.reminders import list_nearing, list_told_on
from storage.rows import read_moment, stored_moment
from storage.surges import list_growing


class Due:
    """Ids alone: each verb reads the thing itself in its own transaction, and sees whether it is due still."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def list_to_settle(self, now: datetime) -> list[AppealId]:
        """Appeals whose parts have come together."""
        rows = await self._list("SELECT id FROM appeals WHERE settles_at <= :now ORDER BY settles_at", now)
        return [AppealId(row["id"]) for row in rows]

    async def list_to_let_go(self, now: datetime) -> list[AppealId]:
        """Appeals whose route can be taken back no more."""
        rows = await self._list("SELECT id FROM appeals WHERE undo_until <= :now ORDER BY undo_until", now)
        return [AppealId(row["id"]) for row in rows]

    async def list_to_publish(self, now: datetime) -> list[DraftId]:
        """Approved versions whose undo time is over."""
        rows = await self._list("SELECT id FROM drafts WHERE publish_at <= :now ORDER BY publish_at", now)
        return [DraftId(row["id"]) for row in rows]

    async def list_to_register(self, now: datetime) -> list[tuple[CitizenId, Held]]:
        """Whose messages have waited long enough, and for what."""
        rows = await self._list(
            """SELECT citizen_id, held FROM citizen_messages WHERE due_at <= :now AND held IS NOT NULL
            GROUP BY citizen_id, held ORDER BY min(id)""",
            now,
        )
        return [(CitizenId(row["citizen_id"]), Held(row["held"])) for row in rows]

    async def list_to_remind_of_consent(self, now: datetime) -> list[CitizenId]:
        """Citizens whose reminder is due."""
        rows = await self._list(
            "SELECT id FROM citizens WHERE consent_remind_at <= :now ORDER BY consent_remind_at, id", now
        )
        return [CitizenId(row["id"]) for row in rows]

    async def list_to_forget(self) -> list[CitizenId]:
        """Citizens who asked to be forgotten and have nothing open any more."""
        return await list_to_forget(self._reader)

    async def list_past_term(self, before: datetime, limit: int) -> list[tuple[CitizenId, AppealId]]:
        """Appeals that ended before then and have not been erased."""
        return await list_past_term(self._reader, before, limit)

    async def find_next_due(self, after: datetime) -> datetime | None:
        """When the first of the open deadlines after this moment is over."""
        (row,) = await self._list(_NEXT_DUE, after)
        return read_moment(row["due_at"]) if row["due_at"] else None

    async def asks_for_recount(self) -> bool:
        """Whether open deadlines have to be computed anew."""
        return bool(await self._reader.run([("SELECT 1 FROM recounts WHERE done_at IS NULL LIMIT 1", {})]))

    async def list_unanswered(self, asked_before: datetime) -> list[AppealId]:
        """Open appeals whose question to the citizen is that old, and nobody was told of it."""
        rows = await self._list(_UNANSWERED, asked_before)
        return [AppealId(row["id"]) for row in rows]

    async def find_waiting_since(self) -> datetime | None:
        """Since when the queue waits and nobody has done anything about it."""
        return await find_waiting_since(self._reader)

    async def list_growing(self, now: datetime) -> list[Growth]:
        """Topics that many have written about within the last hour."""
        return await list_growing(self._reader, now)

    async def find_told(self, today: date) -> Told:
        """What the day's rhythm has done up to this local date."""
        return await find_told(self._reader, today)

    async def list_told_on(self, day: date, keys: Sequence[str]) -> set[tuple[str, int]]:
        """Which of these things were told on that date, each with its chat."""
        return await list_told_on(self._reader, day, keys)

    async def list_nearing(
        self, now: datetime, until: datetime, closings: Collection[datetime]
    ) -> list[Nearing]:
        """Open deadlines up to then of which nobody was told, without those that end with the working day."""
        return await list_nearing(self._reader, now, until, closings)

    async def has_measures_due(self, until: date) -> bool:
        """Whether a department may have to be reminded of a measure whose term is over by then."""
        return await has_untold(self._reader, until)

    async def has_something_to_climb(self, climbs: Sequence[Climb]) -> bool:
        """Whether somebody has to hear of a missed deadline, or that it is missed no more."""
        return await has_something_to_climb(self._reader, climbs)

    async def list_queues_to_turn(self, now: datetime) -> list[int]:
        """Queue cards that show what waits no more."""
        rows = await self._list(_QUEUES, now)
        return [int(row["id"]) for row in rows]

    async def _list(self, sql: str, now: datetime) -> Sequence[Row]:
        return await self._reader.run([(sql, {"now": stored_moment(now)})])


_NEXT_DUE = "SELECT min(due_at) AS due_at FROM deadlines WHERE ended_at IS NULL AND due_at > :now"
_UNANSWERED = """SELECT id FROM appeals WHERE asked_at < :now AND NOT EXISTS (
    SELECT 1 FROM beats WHERE what = 'unanswered:' || appeals.id AND day = substr(asked_at, 1, 10)) ORDER BY asked_at"""
_QUEUES = """SELECT cards.id FROM cards JOIN appeals ON appeals.id = appeal_id
WHERE cards.kind = 'queue' AND (status <> 'registered' OR settles_at IS NOT NULL)"""
