"""The machine's own time."""

import asyncio
from datetime import UTC, datetime


class SystemClock:
    """`services.ports.Clock` of the running program."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Wait; a correction of the machine's clock makes it neither longer nor shorter."""
        await asyncio.sleep(seconds)
