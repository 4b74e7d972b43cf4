"""Search of the register by SQLite's FTS5: the words of each appeal by their dictionary forms, one row of its id.

Kept in the transaction that changes the words. FTS5's own `secure-delete` needs SQLite 3.42 and makes a file that older
ones can't read; what has to be erased without a trace needs `INSERT INTO search (search) VALUES ('optimize')` after it.
"""

import json
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.ids import AppealId, CitizenId
from domain.regulation.terms import GUARDS, Stage
from domain.routing import Lemmatizer
from domain.search.hits import PAGE, Hit
from domain.search.periods import Period
from domain.search.query import Query
from domain.search.terms import forms_of, list_terms
from domain.status import OPEN
from storage.database import Connection, Transaction
from storage.rows import read, stored_moment

Scope = Collection[str] | None
"""Codes of the departments that count; None: everything."""


class SearchIndex:
    """What one transaction changes in the words that are searched."""

    def __init__(self, transaction: Transaction, words: Callable[[], Lemmatizer]) -> None:
        self._transaction = transaction
        self._words = words
        self._known: dict[str, frozenset[str]] = {}

    def add(self, appeal_id: AppealId, texts: Iterable[str]) -> None:
        """An appeal that has no words there yet."""
        terms = " ".join(list_terms(texts, self._find_forms))
        self._transaction.write(_ADD, {"id": appeal_id, "terms": terms})

    def _find_forms(self, word: str) -> frozenset[str]:
        """Remembered for the transaction: an import says the same few thousand words over and over."""
        forms = self._known.get(word)
        if forms is None:
            forms = self._known[word] = forms_of(word, self._words())
        return forms

    async def bring_up_to_date(self, appeals: Collection[AppealId], citizens: Collection[CitizenId]) -> None:
        """All the words of these appeals, and of those whose citizens have another name, anew."""
        if not appeals and not citizens:
            return
        rows = await self._transaction.fetch_all(
            _WORDS, {"appeals": json.dumps(sorted(appeals)), "citizens": json.dumps(sorted(citizens))}
        )
        for row in rows:
            self._transaction.write("DELETE FROM search WHERE rowid = :id", {"id": row["id"]})
            self.add(AppealId(row["id"]), filter(None, tuple(row)[1:]))


class SearchQueries:
    """Looking, on the connection that only reads."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def find(
        self, query: Query, *, scope: Scope, page: int, now: datetime, tz: ZoneInfo
    ) -> tuple[int, list[Hit]]:
        """How many there are in all, and a page of them, the newest first; both of one moment."""
        source, conditions, values = _parts(query, scope, now, tz)
        where = " AND ".join(conditions) or "true"
        values |= {"limit": PAGE, "skip": page * PAGE}
        kept = "MATERIALIZED" if _is_narrow(query, scope) else "NOT MATERIALIZED"
        named = "search.rowid AS id" if source == _SLIM_BY_WORDS else "id"
        found = f"found AS {kept} (SELECT {named} FROM {source} WHERE {where})"
        rows = await self._reader.run([(f"WITH {found}, {_PAGE}", values)])
        return int(rows[0]["every"]), [read(Hit, row) for row in rows if row["id"] is not None]


def _parts(query: Query, scope: Scope, now: datetime, tz: ZoneInfo) -> tuple[str, list[str], dict[str, Any]]:
    """Where to look, by which conditions, with which values."""
    conditions = list(_conditions(query, scope))
    values = {
        "match": _match(query),
        "number": query.number,
        **_named("state", query.states),
        **_named("department", query.departments),
        **_named("own", scope or ()),
        "now": stored_moment(now),
        **_moments(query, tz),
    }
    if query.number:
        found = _BY_NUMBER if not query.terms else f"{_BY_NUMBER} UNION {_BY_WORDS}"
        if "-" in query.number and query.terms:
            conditions, found = [*conditions, f"id IN ({_BY_WORDS})"], _BY_NUMBER
        return _SLIM, [f"id IN ({found})", *conditions], values
    if query.overdue:
        return _SLIM, [*conditions, *([f"id IN ({_BY_WORDS})"] if query.terms else [])], values
    few = _find_few(query, scope)
    if few is not None:
        return few, [*conditions, *([f"+id IN ({_BY_WORDS})"] if query.terms else [])], values
    if not query.terms:
        return _SLIM, conditions, values
    if not conditions:
        return _ANY_WORDS, [], values
    return _SLIM_BY_WORDS, ["search MATCH :match", *conditions], values


def _find_few(query: Query, scope: Scope) -> str | None:
    """What holds a few thousand alone: each is looked up among those with the words (`+id`), not the other way round."""
    if query.departments or scope is not None:
        return "appeals INDEXED BY appeals_of_departments"
    return _OPEN if query.states and query.states <= OPEN else None


def _is_narrow(query: Query, scope: Scope) -> bool:
    """Whether all that is found is listed once, counted and turned; what most have is counted and not listed."""
    return bool(query.number or query.overdue or query.period != Period() or _find_few(query, scope))


def _conditions(query: Query, scope: Scope) -> Iterable[str]:
    if scope is not None:
        yield f"department IN ({_names('own', scope)})"
    if query.departments:
        yield f"department IN ({_names('department', query.departments)})"
    if query.states:
        yield f"status IN ({_names('state', query.states)})"
    if query.urgent:
        yield "urgent"
    if query.overdue:
        yield f"NOT shelved AND id IN ({_LATE})"
    if query.period.since is not None:
        yield "detected_at >= :since"
    if query.period.until is not None:
        yield "detected_at < :until"


def _named(name: str, values: Collection[str]) -> dict[str, str]:
    """One parameter for each value: a list in JSON would be looked through anew for each of fifty thousand rows."""
    return {f"{name}{place}": value for place, value in enumerate(sorted(values))}


def _names(name: str, values: Collection[str]) -> str:
    return ", ".join(f":{one}" for one in _named(name, values))


def _moments(query: Query, tz: ZoneInfo) -> dict[str, str | None]:
    since, until = query.period.since, query.period.until
    after = until + timedelta(days=1) if until else None
    return {
        name: stored_moment(datetime(day.year, day.month, day.day, tzinfo=tz)) if day else None
        for name, day in (("since", since), ("until", after))
    }


def _match(query: Query) -> str:
    """FTS5's own language: any form of each word. Quotation marks keep a word from meaning anything there."""
    return " AND ".join(
        "(" + " OR ".join('"' + form.replace('"', '""') + '"' for form in sorted(forms)) + ")"
        for forms in query.terms
    )


_ADD: Final = "INSERT INTO search (rowid, terms) VALUES (:id, :terms)"
_WORDS: Final = """SELECT appeals.id, gist, address, territory, external_number, citizens.name,
    (SELECT group_concat(text, char(10)) FROM citizen_messages WHERE appeal_id = appeals.id),
    (SELECT group_concat(text, char(10)) FROM drafts WHERE appeal_id = appeals.id AND state = 'published')
FROM appeals JOIN citizens ON citizens.id = citizen_id
WHERE appeals.id IN (SELECT value FROM json_each(:appeals))
    OR citizen_id IN (SELECT value FROM json_each(:citizens))"""
_SLIM: Final = "appeals INDEXED BY appeals_searched"
_SLIM_BY_WORDS: Final = "search CROSS JOIN appeals INDEXED BY appeals_searched ON appeals.id = search.rowid"
_OPEN: Final = "(SELECT * FROM appeals INDEXED BY appeals_open WHERE status NOT IN ('answered', 'closed'))"
_BY_WORDS: Final = "SELECT rowid AS id FROM search WHERE search MATCH :match"
_ANY_WORDS: Final = f"({_BY_WORDS})"
"""Alone, FTS5 counts its rows and gives the newest without listing them all."""
_BY_NUMBER: Final = """SELECT id FROM appeals WHERE number = :number
    OR number IN (SELECT printf('%d-%05d', year, :number) FROM counters WHERE :number NOT LIKE '%-%')"""
_COUNTED: Final = ", ".join(f"'{stage}'" for stage in Stage if stage not in GUARDS)
_LATE: Final = f"""SELECT appeal_id FROM deadlines
    WHERE ended_at IS NULL AND due_at < :now AND stage IN ({_COUNTED})"""
_HIT: Final = f"""id, number, status, topic, address, gist, caution, urgent,
    (SELECT min(due_at) FROM deadlines
    WHERE appeal_id = appeals.id AND ended_at IS NULL AND stage IN ({_COUNTED})) AS due_at"""
_PAGE: Final = f"""page AS MATERIALIZED (SELECT id FROM found ORDER BY id DESC LIMIT :limit OFFSET :skip)
SELECT (SELECT count(*) FROM found) AS every, {_HIT}
FROM (SELECT 1) LEFT JOIN appeals ON id IN (SELECT id FROM page) ORDER BY id DESC"""
"""A page without anything is one row without an id."""
