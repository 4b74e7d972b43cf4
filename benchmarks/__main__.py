"""`make bench`: every benchmark, each beside its yardstick in the same run; those of the register share one."""

import asyncio
import subprocess
import sys

from benchmarks import (
    bench_find,
    bench_import,
    bench_meanwhile,
    bench_register,
    bench_start,
    bench_summary,
    bench_ticks,
    bench_workdays,
)
from benchmarks.big_register import register_of

if __name__ == "__main__":
    asyncio.run(bench_start.main())
    bench_workdays.main()
    asyncio.run(bench_ticks.main())
    bench_import.main()
    with register_of() as register:
        bench_register.main(register)
        bench_find.main(register)
        bench_summary.main(register)
        # A process of its own: what it starts would be told to have held what this one holds.
        papers = [sys.executable, "-m", "benchmarks.bench_papers", "--register", str(register)]
        subprocess.run(papers, check=True)
        bench_meanwhile.main(register)
