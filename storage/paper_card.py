"""One appeal as a card on paper tells it (R04), read on a connection that only reads."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from domain.register.paper_rows import PaperRow
from domain.register.rows import RegisterRow
from storage.paper_rows import PAPER_COLUMNS, read_paper_row
from storage.register import REGISTER_ROWS, read_register_row


@dataclass(frozen=True, slots=True)
class PaperCard:
    """`row`: what the register tells; `marks`: its moments; `answer`: what the citizen read, empty: nothing yet."""

    row: RegisterRow
    marks: PaperRow
    answer: str


def find_paper_card(path: Path, number: str) -> PaperCard | None:
    """By the whole number. Raises sqlite3.Error."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        asked = {"number": number}
        row = connection.execute(f"{REGISTER_ROWS} WHERE number = :number", asked).fetchone()
        if row is None:
            return None
        marks = connection.execute(
            f"SELECT {PAPER_COLUMNS} FROM appeals WHERE number = :number", asked
        ).fetchone()
        answer = connection.execute(_ANSWER, asked).fetchone()
    return PaperCard(read_register_row(row), read_paper_row(*marks), answer[0] if answer else "")


_ANSWER: Final = """SELECT text FROM drafts WHERE published_at IS NOT NULL AND kind = 'final'
    AND appeal_id = (SELECT id FROM appeals WHERE number = :number) ORDER BY version DESC LIMIT 1"""
