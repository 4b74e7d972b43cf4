"""Root causes, the measures against them, and the words that are waited for."""

import json
import sqlite3
from collections.abc import Collection
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from domain.causes.causes import Board, GrownTopic, Measure, RootCause
from domain.causes.pages import CauseAsk, CauseQuestion
from domain.errors import NotFound
from domain.ids import TopicCode
from domain.people import Deed
from domain.surges import COMPARED_WITH, has_grown, usual_a_week
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields, stored_moment


class Causes:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(self, cause: RootCause) -> None:
        """Store it; fills `id`."""
        cause.id = await self._insert("causes", stored_fields(cause))

    async def get(self, cause_id: int) -> RootCause:
        """The row; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM causes WHERE id = :id", {"id": cause_id})
        if row is None:
            raise NotFound
        return read(RootCause, row)

    def save(self, cause: RootCause) -> None:
        """Write what became of it."""
        self._transaction.write(
            "UPDATE causes SET state = :state, closed_by = :closed_by, closed_at = :closed_at WHERE id = :id",
            stored_fields(cause),
        )

    async def add_measure(self, measure: Measure) -> None:
        """Store it; fills `id`."""
        measure.id = await self._insert("measures", stored_fields(measure))

    async def get_measure(self, measure_id: int) -> Measure:
        """The row; raises `NotFound`."""
        row = await self._transaction.fetch_one("SELECT * FROM measures WHERE id = :id", {"id": measure_id})
        if row is None:
            raise NotFound
        return read(Measure, row)

    def save_measure(self, measure: Measure) -> None:
        """Write what became of it."""
        self._transaction.write(_SAVE_MEASURE, stored_fields(measure))

    async def list_measures(self, cause_id: int) -> list[Measure]:
        """All that was ever to be done about this cause."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM measures WHERE cause_id = :cause ORDER BY id", {"cause": cause_id}
        )
        return [read(Measure, row) for row in rows]

    async def list_untold(self, until: date) -> list[Measure]:
        """What has to be done by then, and nobody was reminded of that term."""
        rows = await self._transaction.fetch_all(_UNTOLD, {"until": until.isoformat()})
        return [read(Measure, row) for row in rows]

    async def ask(self, ask: CauseAsk, of: str, *, message_id: int, by: Deed) -> int:
        """Wait for this person's words; the id of the question."""
        return await self._insert(
            "cause_questions",
            {
                "ask": ask.value,
                "of": of,
                "chat_id": by.chat,
                "message_id": message_id,
                "user_id": by.actor.user_id,
                "user_name": by.actor.name,
                "asked_at": stored_moment(by.at),
                "closed_at": None,
            },
        )

    async def get_question(self, question_id: int) -> CauseQuestion:
        """The row; raises `NotFound`."""
        row = await self._transaction.fetch_one(_QUESTION, {"id": question_id})
        if row is None:
            raise NotFound
        return read(CauseQuestion, row)

    async def list_asked(self, user_id: int, chat_id: int) -> list[CauseQuestion]:
        """What this person is being asked here."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM cause_questions WHERE user_id = :user AND chat_id = :chat AND closed_at IS NULL",
            {"user": user_id, "chat": chat_id},
        )
        return [read(CauseQuestion, row) for row in rows]

    def close_question(self, question_id: int, now: datetime) -> None:
        """The words have come, or are not needed."""
        self._transaction.write(
            "UPDATE cause_questions SET closed_at = :now WHERE id = :id",
            {"id": question_id, "now": stored_moment(now)},
        )

    async def _insert(self, table: str, columns: dict[str, object]) -> int:
        kept = {name: value for name, value in columns.items() if name != "id"}
        names = ", ".join(f'"{name}"' for name in kept)
        values = ", ".join(f":{name}" for name in kept)
        return int(
            await self._transaction.fetch_value(
                f"INSERT INTO {table} ({names}) VALUES ({values}) RETURNING id", kept
            )
        )


async def find_question(reader: Connection, question_id: int) -> CauseQuestion | None:
    """The row as it stands."""
    rows = await reader.run([(_QUESTION, {"id": question_id})])
    return read(CauseQuestion, rows[0]) if rows else None


async def read_board(reader: Connection) -> Board:
    """All causes and measures; a town has some hundreds in ten years."""
    causes = await reader.run([(_CAUSES, {})])
    measures = await reader.run([(_MEASURES, {})])
    return Board(tuple(read(RootCause, row) for row in causes), tuple(read(Measure, row) for row in measures))


def load_board(path: Path) -> Board:
    """The same for papers. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        causes = [read(RootCause, row) for row in connection.execute(_CAUSES)]
        return Board(tuple(causes), tuple(read(Measure, row) for row in connection.execute(_MEASURES)))


async def has_untold(reader: Connection, until: date) -> bool:
    """Whether a department may have to be reminded."""
    return bool(await reader.run([(f"{_UNTOLD} LIMIT 1", {"until": until.isoformat()})]))


async def list_late(reader: Connection, today: date) -> list[Measure]:
    """What should have been done, the longest first."""
    rows = await reader.run([(_LATE, {"today": today.isoformat()})])
    return [read(Measure, row) for row in rows]


async def list_grown(
    reader: Connection, channels: Collection[str], mondays: Collection[datetime]
) -> list[GrownTopic]:
    """What the weeks that begin at these moments have brought much more of than the four weeks before each, by the
    measure of the week's note (R68).
    """
    found: dict[str, GrownTopic] = {}
    for monday in mondays:
        values = {
            "since": stored_moment(monday - COMPARED_WITH),
            "start": stored_moment(monday),
            "end": stored_moment(monday + timedelta(days=7)),
            "channels": json.dumps(sorted(channels)),
        }
        rows = await reader.run([(_GROWN, values)])
        for row in rows if any(row["former"] for row in rows) else ():
            if row["topic"] is not None and has_grown(row["count"], row["former"]):
                usual = round(usual_a_week(row["former"]))
                found[row["topic"]] = GrownTopic(TopicCode(row["topic"]), row["count"], usual)
    return sorted(found.values(), key=lambda one: (-one.count, one.topic))


async def list_surged(reader: Connection, since: date) -> list[GrownTopic]:
    """What the leadership was told of as a sudden growth from this day on."""
    rows = await reader.run([(_SURGED, {"since": since.isoformat()})])
    return [
        GrownTopic(TopicCode(row["topic"]), row["count"], 0, date.fromisoformat(row["day"])) for row in rows
    ]


_CAUSES: Final = "SELECT * FROM causes ORDER BY id"
_MEASURES: Final = "SELECT * FROM measures ORDER BY coalesce(due, '9999'), id"
_QUESTION: Final = "SELECT * FROM cause_questions WHERE id = :id"
_STANDING: Final = """SELECT measures.* FROM measures JOIN causes ON causes.id = cause_id
WHERE measures.state = 'open' AND causes.state = 'open' AND department IS NOT NULL"""
_UNTOLD: Final = f"{_STANDING} AND due <= :until AND told_due IS NOT due ORDER BY due, measures.id"
_LATE: Final = f"{_STANDING} AND due < :today ORDER BY due, measures.id"
_SAVE_MEASURE: Final = """UPDATE measures SET due = :due, department = :department, person = :person, state = :state,
    said = :said, said_by = :said_by, said_at = :said_at, moves = :moves, told_due = :told_due WHERE id = :id"""
_GROWN: Final = """SELECT topic, count(*) FILTER (WHERE detected_at >= :start) AS count,
    count(*) FILTER (WHERE detected_at < :start) AS former
FROM appeals WHERE detected_at >= :since AND detected_at < :end
AND channel IN (SELECT value FROM json_each(:channels)) GROUP BY topic"""
_SURGED: Final = (
    "SELECT topic, max(day) AS day, count FROM surges WHERE day >= :since GROUP BY topic ORDER BY topic"
)
