"""The register as a table: rows brought in from a file, many in one transaction, and rows read out one after another."""

import json
import sqlite3
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.ids import AppealId, CitizenId, DepartmentCode
from domain.kinds import AppealKind
from domain.municipality import Category
from domain.outcomes import Outcome
from domain.register.marks import ApplicantKind
from domain.register.rows import Executor, RegisterRow
from domain.ways import Way
from services.ports.register import External
from storage.database import Connection, Transaction
from storage.rows import read_moment, stored, stored_fields, stored_moment
from storage.search import SearchIndex

FetchAll = Callable[[str, Mapping[str, Any]], Awaitable[list[sqlite3.Row]]]

_WRITES_TOGETHER = 500
_FROM_FILE = "register"


class KnownRows:
    """What is in the register already; `fetch_all` asks it within a transaction, or beside one."""

    def __init__(self, fetch_all: FetchAll) -> None:
        self._fetch_all = fetch_all

    async def list_numbers(self, numbers: Collection[str]) -> Mapping[str, datetime]:
        """Those of the numbers that are given already, with the moment of detection."""
        rows = await self._fetch_all(
            "SELECT number, detected_at FROM appeals WHERE number IN (SELECT value FROM json_each(:numbers))",
            {"numbers": json.dumps(list(numbers))},
        )
        return {row["number"]: read_moment(row["detected_at"]) for row in rows}

    async def list_external(self, known: Collection[External]) -> Mapping[External, str]:
        """Those of the messages that are there already, with their numbers."""
        rows = await self._fetch_all(
            """SELECT channel, external_number, number FROM json_each(:known) JOIN appeals
            ON channel = json_extract(value, '$[0]') AND external_number = json_extract(value, '$[1]')""",
            {"known": json.dumps(list(known))},
        )
        return {(row["channel"], row["external_number"]): row["number"] for row in rows}


def known_to(reader: Connection) -> KnownRows:
    """For looking alone, while another process may write."""
    return KnownRows(lambda sql, parameters: reader.run([(sql, parameters)]))


class Register(KnownRows):
    """Rows of one transaction. It numbers rows of tables itself, since it alone writes until its end."""

    def __init__(
        self, transaction: Transaction, search: SearchIndex, locate: Callable[[Appeal], None]
    ) -> None:
        super().__init__(transaction.fetch_all)
        self._transaction = transaction
        self._locate = locate
        self._search = search
        self._first: int | None = None
        self._last = 0
        self._citizen = 0
        self._gathered = 0

    async def add(
        self, appeal: Appeal, *, applicant: str, text: str, executors: Collection[Executor], now: datetime
    ) -> None:
        """Store an appeal that came from a file; fills `id`. Without a number it waits for `finish`.

        Whoever wrote it has no chat with the bot: the citizen's row is of this appeal alone, under its id.
        """
        await self._begin()
        self._locate(appeal)
        self._last += 1
        self._citizen += 1
        appeal.id, appeal.citizen_id = AppealId(self._last), CitizenId(self._citizen)
        columns = stored_fields(appeal) | {"number": appeal.number or f"~{appeal.id}"}
        moment = stored_moment(now)
        write = self._transaction.write
        write(_ADD_CITIZEN, {"id": appeal.citizen_id, "user": appeal.id, "name": applicant, "now": moment})
        write(_insert("appeals", columns), columns)
        write(
            _ADD_TEXT,
            {
                "citizen": appeal.citizen_id,
                "appeal": appeal.id,
                "text": text,
                "at": stored(appeal.detected_at),
            },
        )
        words = (appeal.gist, text, appeal.address, appeal.territory, appeal.external_number, applicant)
        self._search.add(appeal.id, filter(None, words))
        for executor in executors:
            stay = _columns_of(_stay_of(executor, appeal))
            write(_insert("assignments", stay), stay)
        if appeal.number:
            year, _, last = appeal.number.partition("-")
            write(_RAISE_COUNTER, {"year": int(year), "last": int(last)})
        await self._hand_over()

    async def finish(self, years: Mapping[int, int]) -> None:
        """Number those that came without, each in its year (by id), in their order, and find what repeats what."""
        for appeal_id, year in years.items():
            self._transaction.write(_NEXT_NUMBER, {"year": year})
            self._transaction.write(_GIVE_NUMBER, {"year": year, "id": appeal_id})
            await self._hand_over()
        if self._first is not None:
            self._transaction.write(_FIND_FORMER, {"first": self._first})

    async def _begin(self) -> None:
        if self._first is None:
            row = await self._transaction.fetch_one(
                """SELECT (SELECT coalesce(max(id), 0) FROM appeals) AS appeal,
                (SELECT coalesce(max(id), 0) FROM citizens) AS citizen"""
            )
            assert row is not None
            self._last, self._citizen = row["appeal"], row["citizen"]
            self._first = self._last

    async def _hand_over(self) -> None:
        """A hop to SQLite's thread for many rows: what is gathered lies in memory until then."""
        self._gathered += 1
        if self._gathered % _WRITES_TOGETHER == 0:
            await self._transaction.fetch_one("SELECT 1")


class Moment(StrEnum):
    """By which of its moments a row belongs to a stretch of time."""

    RECEIVED = "detected_at"
    ANSWERED = "answered_at"


def iterate_register(
    path: Path, since: datetime, until: datetime, by: Moment = Moment.RECEIVED
) -> Iterator[RegisterRow]:
    """Rows received (or answered) from `since` on and before `until`, in that order, one after another.

    All of one moment, on a connection of their own that only reads. Raises sqlite3.Error.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            f"{REGISTER_ROWS} WHERE {by} >= :since AND {by} < :until ORDER BY {by}, appeals.id",
            {"since": stored_moment(since), "until": stored_moment(until)},
        )
        for row in rows:
            yield read_register_row(row)


def read_register_row(values: Sequence[Any]) -> RegisterRow:
    """What `REGISTER_ROWS` selects. By place and not by name: of a hundred thousand rows the looking up would cost more than all else."""
    told = dict(zip(_NAMES, values, strict=True))
    for name, read in _DECODED:
        if told[name] is not None:
            told[name] = read(told[name])
    return RegisterRow(**told)


@lru_cache(maxsize=1024)
def read_executors(told: str | None) -> tuple[Executor, ...]:
    """Each department once, in the order in which it came; its latest stay counts. A town has few that differ."""
    found = {
        department: Executor(department, questions) for department, questions in json.loads(told or "[]")
    }
    return tuple(found.values())


def _stay_of(executor: Executor, appeal: Appeal) -> Assignment:
    """It is over: nobody has the matter in hand by it, and no part of an answer waits for it."""
    return Assignment(
        appeal_id=appeal.id,
        department=DepartmentCode(executor.department),
        assigned_at=appeal.detected_at,
        assigned_by="",
        is_lead=True,
        questions=executor.questions,
        state=AssignmentState.GIVEN,
        ended_at=appeal.answered_at or appeal.closed_at or appeal.detected_at,
    )


def _columns_of(stay: Assignment) -> dict[str, object]:
    return {name: value for name, value in stored_fields(stay).items() if name != "id"}


def _insert(table: str, columns: Mapping[str, object]) -> str:
    return _insert_into(table, tuple(columns))


@cache
def _insert_into(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)})"


_ADD_CITIZEN = f"""INSERT INTO citizens (id, channel, user_id, chat_id, name, created_at)
VALUES (:id, '{_FROM_FILE}', :user, 0, :name, :now)"""
_ADD_TEXT = """INSERT INTO citizen_messages
(citizen_id, appeal_id, chat_id, message_id, kind, text, detail, position, sent_at, received_at)
VALUES (:citizen, :appeal, 0, :appeal, 'text', :text, '', 'first', :at, :at)"""
_RAISE_COUNTER = """INSERT INTO counters (year, last) VALUES (:year, :last)
ON CONFLICT (year) DO UPDATE SET last = max(last, :last)"""
_NEXT_NUMBER = """INSERT INTO counters (year, last) VALUES (:year, 1)
ON CONFLICT (year) DO UPDATE SET last = last + 1"""
_GIVE_NUMBER = """UPDATE appeals SET number = (SELECT printf('%d-%05d', year, last) FROM counters WHERE year = :year)
WHERE id = :id"""
_FIND_FORMER = """UPDATE appeals SET repeat_of = (SELECT id FROM appeals AS former
WHERE former.number = appeals.repeat_number) WHERE id > :first AND repeat_number IS NOT NULL"""
EXECUTORS: Final = """(SELECT json_group_array(json_array(department, questions))
    FROM (SELECT department, questions FROM assignments
    WHERE appeal_id = appeals.id AND state NOT IN ('returned', 'withdrawn') ORDER BY id))"""
_WORDS = """(SELECT group_concat(text, char(10)) FROM (SELECT text FROM citizen_messages
    WHERE appeal_id = appeals.id AND text <> '' ORDER BY id))"""
_FORMER = """coalesce((SELECT number FROM appeals AS other WHERE other.id = appeals.repeat_of), repeat_number, '')"""


def _or_nothing(column: str) -> str:
    return f"coalesce({column}, '')"


_AS_IT_IS: Final = None
_READ: Final[Sequence[tuple[str, str, Callable[[Any], Any] | None]]] = (
    ("number", "number", _AS_IT_IS),
    ("received", "detected_at", read_moment),
    ("answered", "answered_at", read_moment),
    ("channel", "appeals.channel", _AS_IT_IS),
    ("account", "account", _AS_IT_IS),
    ("external_number", _or_nothing("external_number"), _AS_IT_IS),
    ("link", _or_nothing("link"), _AS_IT_IS),
    ("applicant", "citizens.name", _AS_IT_IS),
    ("applicant_kind", "applicant_kind", ApplicantKind),
    ("contact", "coalesce(contact, phone, '')", _AS_IT_IS),
    ("kind", "kind", AppealKind),
    ("formal", "formal", bool),
    ("topic", "topic", _AS_IT_IS),
    ("address", _or_nothing("address"), _AS_IT_IS),
    ("territory", _or_nothing("territory"), _AS_IT_IS),
    ("gist", "gist", _AS_IT_IS),
    ("text", _or_nothing(_WORDS), _AS_IT_IS),
    ("executors", EXECUTORS, read_executors),
    ("collective", "collective", bool),
    ("urgent", "urgent", bool),
    ("important", "important", bool),
    ("forwarded_from", _or_nothing("forwarded_from"), _AS_IT_IS),
    ("repeat_of", _FORMER, _AS_IT_IS),
    ("category", "category", Category),
    ("outcome", "outcome", Outcome),
    ("way", "way", Way),
    ("outgoing_number", _or_nothing("outgoing_number"), _AS_IT_IS),
    ("outgoing_date", "outgoing_date", date.fromisoformat),
    ("requests", "requests", _AS_IT_IS),
    ("rating", "rating", _AS_IT_IS),
)
"""Each field of a row with what it is selected by and how it is read; None stays None."""
_NAMES: Final = tuple(name for name, _, _ in _READ)
_DECODED: Final = tuple((name, read) for name, _, read in _READ if read is not _AS_IT_IS)
REGISTER_ROWS: Final = f"""SELECT {", ".join(column for _, column, _ in _READ)}
FROM appeals JOIN citizens ON citizens.id = citizen_id"""
