"""A register brought in from CSV, rows a second of the processor, beside the same file put row by row into one bare table.

The bare table knows nothing: no check, no number, no search, no journal, six tables less. It tells how fast the machine is.
"""

import asyncio
import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.big_register import TOWN, make_rows, settle
from bot.setup_texts import russian
from reports.register.cells import RegisterCells
from reports.tables import write_table

ROWS = 20_000
ROUNDS = 2


def take_bare(file: Path, folder: Path) -> float:
    """Seconds of the processor."""
    began = time.process_time()
    with sqlite3.connect(folder / "bare.sqlite3") as connection, file.open(encoding="utf-8-sig") as text:
        rows = csv.reader(text, delimiter=";")
        columns = [f"c{place}" for place, _ in enumerate(next(rows))]
        connection.execute("DROP TABLE IF EXISTS register")
        connection.execute(f"CREATE TABLE register ({', '.join(columns)})")
        connection.executemany(f"INSERT INTO register VALUES ({', '.join('?' for _ in columns)})", rows)
    connection.close()
    return time.process_time() - began


def take_ours(file: Path, folder: Path) -> float:
    """The same of `python -m bot import`, its start included."""
    database = folder / "ours.sqlite3"
    database.unlink(missing_ok=True)
    asyncio.run(settle(database, TOWN))
    environment = os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
    command = [sys.executable, "-m", "bot", "import", str(file)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime


def main() -> None:
    """In turn, the best of each side by side."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "register.csv"
        cells = RegisterCells(TOWN, russian())
        write_table(file, cells.headline, map(cells.cells, make_rows(ROWS)))
        rounds = [(take_bare(file, folder), take_ours(file, folder)) for _ in range(ROUNDS)]
    bare, ours = (min(pair[place] for pair in rounds) for place in (0, 1))
    print(
        f"import from CSV: {ROWS / ours:,.0f} rows/s; a bare table {ROWS / bare:,.0f} rows/s; ratio {ours / bare:.1f}"
    )


if __name__ == "__main__":
    main()
