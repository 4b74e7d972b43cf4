"""Rows for the ranking of departments: what was in anybody's hands in a stretch of time, with the terms kept or missed."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from domain.register.ranked_rows import OwnTerm, RankedRow
from domain.regulation.terms import Holder, Stage
from storage.paper_rows import PAPER_COLUMNS, read_paper_row
from storage.rows import read_moment, stored_moment

_DEPARTMENTS_OWN: Final = ", ".join(f"'{stage}'" for stage in (Stage.DRAFT, Stage.PART, Stage.REWORK))
_TERMS: Final = f"""(SELECT json_group_array(json_array(department, due_at, ended_at))
    FROM (SELECT department, due_at, ended_at FROM deadlines WHERE appeal_id = appeals.id
    AND holder = '{Holder.DEPARTMENT}' AND stage IN ({_DEPARTMENTS_OWN})
    AND department IS NOT NULL AND due_at IS NOT NULL ORDER BY id))"""
_REPEATED: Final = "id IN (SELECT repeat_of FROM appeals WHERE repeat_of IS NOT NULL)"
_ROWS: Final = f"""SELECT {_TERMS}, {_REPEATED}, {PAPER_COLUMNS} FROM appeals WHERE detected_at < :until
    AND (coalesce(answered_at, closed_at) IS NULL OR coalesce(answered_at, closed_at) >= :since) ORDER BY id"""


def iterate_ranked_rows(path: Path, since: datetime, until: datetime) -> Iterator[RankedRow]:
    """Appeals received before `until` and not at their end before `since`. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        stretch = {"since": stored_moment(since), "until": stored_moment(until)}
        for terms, is_repeated, *row in connection.execute(_ROWS, stretch):
            yield RankedRow(read_paper_row(*row), _read_terms(terms), bool(is_repeated))


def _read_terms(text: str) -> tuple[OwnTerm, ...]:
    told: list[tuple[str, str, Any]] = json.loads(text)
    return tuple(
        OwnTerm(department, read_moment(due), read_moment(ended) if ended else None)
        for department, due, ended in told
    )
