"""`make bench`: every benchmark, each beside its yardstick in the same run."""

import asyncio

from benchmarks import bench_register, bench_start, bench_workdays

if __name__ == "__main__":
    asyncio.run(bench_start.main())
    bench_workdays.main()
    bench_register.main()
