"""`make bench`: every benchmark, each beside its yardstick in the same run."""

import asyncio

from benchmarks import bench_find, bench_register, bench_start, bench_summary, bench_ticks, bench_workdays

if __name__ == "__main__":
    asyncio.run(bench_start.main())
    bench_workdays.main()
    asyncio.run(bench_ticks.main())
    bench_register.main()
    bench_find.main()
    bench_summary.main()
