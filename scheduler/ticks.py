"""APScheduler as the clock and nothing else: it rings, the services ask the database what is due.

Nothing is kept in the scheduler: a restart, a stall or a suspended machine costs a late ring, never a lost one.
"""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

Ring = Callable[[], Awaitable[None]]


def build_scheduler(rings: dict[str, tuple[float, Ring]]) -> AsyncIOScheduler:
    """Each ring by name with its period in seconds; a late one is caught up once (`coalesce`), none is dropped."""
    scheduler = AsyncIOScheduler(
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}, timezone="UTC"
    )
    for name, (seconds, ring) in rings.items():
        scheduler.add_job(ring, "interval", seconds=seconds, id=name)
    return scheduler
