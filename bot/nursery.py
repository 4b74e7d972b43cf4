"""The only place where tasks are started: none is lost to the garbage collector, none fails unheard."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.faults import fault_of

_log = logging.getLogger(__name__)


class Nursery:
    """Keeps every task until it has ended."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, coroutine: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Start a task; one that fails is logged by class and place."""
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            _log.error("%s failed: %s", task.get_name(), fault_of(error))

    async def close(self) -> None:
        """End what is left, and wait for it."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
