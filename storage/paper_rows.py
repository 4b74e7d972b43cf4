"""Rows for papers: read one after another on a connection that only reads, without the words of the appeals."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from domain.municipality import Category
from domain.outcomes import Outcome, Solved
from domain.register.paper_rows import PaperRow
from domain.regulation.terms import Stage
from storage.register import EXECUTORS, Moment, read_executors
from storage.rows import read_moment, stored_moment


def iterate_paper_rows(
    path: Path, since: datetime, until: datetime, by: Moment = Moment.RECEIVED
) -> Iterator[PaperRow]:
    """Appeals received (or answered) from `since` on and before `until`, in that order. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            f"{_ROWS} WHERE {by} >= :since AND {by} < :until ORDER BY {by}, appeals.id",
            {"since": stored_moment(since), "until": stored_moment(until)},
        )
        for row in rows:
            yield read_paper_row(*row)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else read_moment(text)


def read_paper_row(
    received: str,
    answered: str | None,
    ended: str | None,
    reacted: str | None,
    due: str | None,
    channel: str,
    topic: str | None,
    address: str | None,
    territory: str | None,
    executors: str | None,
    collective: int,
    formal: int,
    urgent: int,
    category: str,
    forwarded_from: str | None,
    requests: int,
    outcome: str | None,
    is_repeat: int,
    returns: int,
    revisions: int,
    solved: str | None,
    rating: Any,
) -> PaperRow:
    """From the columns of `PAPER_COLUMNS`."""
    return PaperRow(
        received=read_moment(received),
        answered=_moment(answered),
        ended=_moment(ended),
        reacted=_moment(reacted),
        due=_moment(due),
        channel=channel,
        topic=topic,
        address=address or "",
        territory=territory or "",
        executors=read_executors(executors),
        collective=bool(collective),
        formal=bool(formal),
        urgent=bool(urgent),
        category=Category(category),
        forwarded_from=forwarded_from or "",
        requests=requests,
        outcome=Outcome(outcome) if outcome else None,
        is_repeat=bool(is_repeat),
        returns=returns,
        revisions=revisions,
        solved=Solved(solved) if solved else None,
        rating=rating,
    )


# min() of several arguments is NULL in SQLite as soon as one of them is.
_REACTED: Final = """(SELECT min(at) FROM (SELECT read_at AS at UNION ALL SELECT assigned_at
    UNION ALL SELECT accepted_at UNION ALL SELECT interim_at))"""
_DUE: Final = f"""(SELECT due_at FROM deadlines WHERE appeal_id = appeals.id AND stage = '{Stage.FINAL}'
    ORDER BY id DESC LIMIT 1)"""
_BROUGHT_IN: Final = """requests - (SELECT count(*) FROM inquiries
    WHERE inquiries.appeal_id = appeals.id AND inquiries.dropped_at IS NULL)"""
PAPER_COLUMNS: Final = f"""detected_at, answered_at, coalesce(answered_at, closed_at), {_REACTED}, {_DUE}, channel, topic,
    address, territory, {EXECUTORS}, collective, formal, urgent, category, forwarded_from, {_BROUGHT_IN}, outcome,
    repeat_of IS NOT NULL OR repeat_number IS NOT NULL, returns, revisions, solved, rating"""
_ROWS: Final = f"SELECT {PAPER_COLUMNS} FROM appeals"
