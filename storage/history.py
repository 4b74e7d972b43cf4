"""The history of one appeal, read from the journal on the connection that only reads."""

import json
from sqlite3 import Row
from typing import Any, Final

from domain.search.history import PAGE, Entry, History
from storage.database import Connection
from storage.rows import read_moment


async def read_history(reader: Connection, appeal_id: int, page: int) -> History | None:
    """A page of it; None where there is no such appeal."""
    values = {"id": appeal_id, "limit": PAGE, "skip": page * PAGE}
    known, entries = await reader.run_each([(_KNOWN, values), (_ENTRIES, values)])
    if not known:
        return None
    return History(known[0]["number"], page, known[0]["every"], tuple(map(_read, entries)))


def _read(row: Row) -> Entry:
    return Entry(
        at=read_moment(row["at"]),
        actor_name=row["actor_name"],
        in_place_of=row["in_place_of"] or "",
        action=row["action"],
        before=_facts(row["before"]),
        after=_facts(row["after"]),
        reason=row["reason"] or "",
    )


def _facts(text: str | None) -> dict[str, Any]:
    return json.loads(text) if text else {}


_KNOWN: Final = """SELECT number, (SELECT count(*) FROM journal WHERE appeal_id = :id) AS every
FROM appeals WHERE id = :id"""
_ENTRIES: Final = """SELECT at, actor_name, in_place_of, action, before, after, reason FROM journal
WHERE appeal_id = :id ORDER BY id LIMIT :limit OFFSET :skip"""
