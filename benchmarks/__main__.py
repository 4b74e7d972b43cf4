"""`make bench`: every benchmark, each beside its yardstick in the same run; those of the register share one."""

import asyncio

from benchmarks import (
    bench_find,
    bench_import,
    bench_meanwhile,
    bench_papers,
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
        bench_papers.main(register)
        bench_meanwhile.main(register)
