"""Each paper from a register of 100,000 appeals as a process of its own: from the command to the file.

s    seconds of the processor, the least of the rounds    aim: 5 for the month's report
MB   the most that the process held

`python -m benchmarks.bench_papers --rows 1000000` tells of a million: no aim, a quarter of an hour to make it.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.big_register import read_options, register_of

ROUNDS = 2
YEAR = ("--from", "2023-01-01", "--to", "2023-12-31")
QUARTER = ("--from", "2023-04-01", "--to", "2023-06-30")
PAPERS = {
    "month": ("month.docx", "--month", "2023-06"),
    "week": ("week.docx", "--date", "2023-06-14"),
    "day": ("day.docx", "--date", "2023-06-14"),
    "period": ("period.docx", *YEAR),
    "ranking": ("ranking.docx", *YEAR),
    "map": ("map.png", *QUARTER),
    "register": ("register.xlsx", *YEAR),
}


def measure(register: Path, folder: Path, paper: str) -> tuple[float, float]:
    """Seconds and megabytes of one `report` command."""
    environment = os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{register.absolute()}"}
    file, *days = PAPERS[paper]
    command = [sys.executable, "-m", "bot", "report", paper, *days, "--out", str(folder / file)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(register: Path | None = None, rows: int | None = None) -> None:
    """On a register of its own, unless one is there."""
    with register_of(register, rows) as path, tempfile.TemporaryDirectory() as folder:
        for paper in PAPERS:
            seconds, memory = min(measure(path, Path(folder), paper) for _ in range(ROUNDS))
            print(f"report {paper} {PAPERS[paper][0]}: {seconds:.1f} s, {memory:.0f} MB")


if __name__ == "__main__":
    options = read_options()
    main(options.register, options.rows)
