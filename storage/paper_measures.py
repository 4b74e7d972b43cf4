"""The report on the measures taken as paper tells it (R12), read on a connection that only reads."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from domain.register.measures import MeasuresReport
from storage.rows import read

_REPORT: Final = """SELECT * FROM measures_reports
    WHERE appeal_id = (SELECT id FROM appeals WHERE number = :number)"""

_KEPT: Final = "SELECT name FROM attachments WHERE file_id = :file AND state = 'kept'"


def find_paper_measures(path: Path, number: str) -> MeasuresReport | None:
    """By the whole number; None where nobody was asked for one. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute(_REPORT, {"number": number}).fetchone()
    return read(MeasuresReport, row) if row else None


def list_kept_copies(path: Path, file_ids: Sequence[str]) -> list[str]:
    """The names of the copies on the disk, in the order of the files; what is not kept is left out. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        found = [connection.execute(_KEPT, {"file": file_id}).fetchone() for file_id in file_ids]
    return [row[0] for row in found if row]
