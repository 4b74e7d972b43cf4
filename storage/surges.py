"""How many messages each topic gets, and which sudden growths were told of."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from sqlite3 import Row
from typing import Final

from domain.ids import TopicCode
from domain.surges import COMPARED_WITH, LEAST, LISTED, WINDOW, Growth, commonest_street
from storage.database import Connection, Transaction
from storage.rows import read_moment, stored_moment


class Surges:
    """What was told of, in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def note(self, topic: TopicCode, day: date, count: int, now: datetime) -> bool:
        """Once for a topic and a day; False where it is noted already."""
        row = await self._transaction.fetch_one(
            """INSERT INTO surges (topic, day, count, told_at) VALUES (:topic, :day, :count, :now)
            ON CONFLICT DO NOTHING RETURNING topic""",
            {"topic": topic, "day": day.isoformat(), "count": count, "now": stored_moment(now)},
        )
        return row is not None


async def list_growing(reader: Connection, now: datetime) -> list[Growth]:
    """Topics that many have written about within the window; the past is counted for these alone."""
    window = {"since": stored_moment(now - WINDOW), "least": LEAST}
    recent = await reader.run([(_RECENT, window)])
    return [
        await _compare(reader, TopicCode(topic), list(rows), now)
        for topic, rows in groupby(recent, key=lambda row: str(row["topic"]))
    ]


async def _compare(reader: Connection, topic: TopicCode, rows: Sequence[Row], now: datetime) -> Growth:
    values = {
        "topic": topic,
        "since": stored_moment(now - WINDOW - COMPARED_WITH),
        "until": stored_moment(now - WINDOW),
    }
    (past,) = await reader.run([(_PAST, values)])
    street, often = commonest_street([str(row["address"] or "") for row in rows])
    numbers = tuple(str(row["number"]) for row in rows[:LISTED])
    began_at = read_moment(past["began_at"])
    return Growth(topic, len(rows), past["before"], began_at, numbers, street, often)


_RECENT: Final = """SELECT topic, number, address FROM (SELECT *, count(*) OVER (PARTITION BY topic) AS every
FROM appeals WHERE registered_at > :since AND topic IS NOT NULL) WHERE every >= :least ORDER BY topic, id"""
_PAST: Final = """SELECT (SELECT count(*) FROM appeals
    WHERE topic = :topic AND registered_at > :since AND registered_at <= :until) AS before,
(SELECT min(registered_at) FROM appeals) AS began_at"""
