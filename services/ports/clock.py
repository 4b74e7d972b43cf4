"""The one clock, as the verbs see it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The one clock of the program: deadlines, budgets and ticks all read it, so that a sandbox can move it."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait until `seconds` have passed on this clock."""
        ...
