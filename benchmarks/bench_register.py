"""The register of 100,000 appeals as XLSX beside bare XlsxWriter with the same cells, each in a process of its own.

time    seconds of the processor                  aim: 1.3 of bare XlsxWriter's
memory  the most that the process held, MB
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.big_register import TOWN, register_of
from bot.setup_texts import russian
from reports.register.cells import RegisterCells
from reports.tables import write_table
from storage.register import iterate_register

ROUNDS = 3
EVER = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def write_ours(folder: Path) -> None:
    """From the database to the book."""
    cells = RegisterCells(TOWN, russian())
    rows = iterate_register(folder / "register.sqlite3", *EVER)
    write_table(folder / "ours.xlsx", cells.headline, map(cells.cells, rows))


def write_bare(folder: Path) -> None:
    """The same cells, ready in a file: nothing but reading them and XlsxWriter."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(folder / "bare.xlsx"), {"constant_memory": True})
    sheet = book.add_worksheet()
    with (folder / "cells.jsonl").open(encoding="utf-8") as lines:
        for line, row in enumerate(map(json.loads, lines)):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(line, place, cell)
    book.close()


def prepare(folder: Path) -> None:
    """The cells of the register, for the yardstick."""
    cells = RegisterCells(TOWN, russian())
    with (folder / "cells.jsonl").open("w", encoding="utf-8") as lines:
        for row in iterate_register(folder / "register.sqlite3", *EVER):
            lines.write(json.dumps(cells.cells(row), ensure_ascii=False) + "\n")


def measure(folder: Path, name: str) -> tuple[float, float]:
    """Seconds and megabytes of one process."""
    command = [sys.executable, "-m", "benchmarks.bench_register", name, str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = map(float, said.split())
    return seconds, memory


def main(register: Path | None = None) -> None:
    """Rounds in turn, the best of each side by side."""
    with register_of(register) as path, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "register.sqlite3").symlink_to(path.absolute())
        prepare(folder)
        rounds = [(measure(folder, "bare"), measure(folder, "ours")) for _ in range(ROUNDS)]
    bare, ours = (min(pair[place] for pair in rounds) for place in (0, 1))
    print(
        f"register to XLSX: bare {bare[0]:.1f} s, {bare[1]:.0f} MB; ours {ours[0]:.1f} s, {ours[1]:.0f} MB; ratio {ours[0] / bare[0]:.2f}"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        began = time.process_time()
        {"bare": write_bare, "ours": write_ours}[sys.argv[1]](Path(sys.argv[2]))
        print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        main()
