"""Rows for the map: what was received in a stretch of time, with what tells its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from domain.register.mapped_rows import MappedRow
from storage.paper_rows import PAPER_COLUMNS, read_paper_row
from storage.rows import stored_moment

_ROWS: Final = f"""SELECT number, gist, latitude, longitude, territory_given, {PAPER_COLUMNS} FROM appeals
    WHERE detected_at >= :since AND detected_at < :until ORDER BY detected_at, appeals.id"""


def iterate_mapped_rows(path: Path, since: datetime, until: datetime) -> Iterator[MappedRow]:
    """Appeals received from `since` on and before `until`. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        stretch = {"since": stored_moment(since), "until": stored_moment(until)}
        for number, gist, latitude, longitude, given, *row in connection.execute(_ROWS, stretch):
            point = None if latitude is None or longitude is None else (latitude, longitude)
            yield MappedRow(number, read_paper_row(*row), gist, point, bool(given))
