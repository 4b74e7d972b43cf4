"""How fast a bot may write. A sliding log per group, a small bucket per private chat, all on the world's clock.

Sends and edits share the budget of a group: 20 operations in any 60 s, an album counts as its items.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.chat import Chat
from sandbox.errors import flood


@dataclass(slots=True)
class Limits:
    """`overall` (operations a second, all chats together) is off unless given: Telegram counts bulk sending only."""

    group_operations: int = 20
    group_window: float = 60.0
    private_rate: float = 1.0
    private_burst: int = 5
    overall: int | None = None
    _groups: dict[tuple[int, int], deque[datetime]] = field(default_factory=dict)
    _private: dict[tuple[int, int], tuple[float, datetime]] = field(default_factory=dict)
    _all: dict[int, deque[datetime]] = field(default_factory=dict)

    def spend(self, bot_id: int, chat: Chat, now: datetime, operations: int = 1) -> None:
        """Count the operations, or refuse them all with 429."""
        key = (bot_id, chat.id)
        every = self._all.setdefault(bot_id, deque())
        if self.overall is not None:
            _check(every, now, self.overall, 1.0, operations)
        if chat.type == "private":
            self._spend_private(key, now, operations)
        else:
            log = self._groups.setdefault(key, deque())
            _check(log, now, self.group_operations, self.group_window, operations)
            log.extend([now] * operations)
        if self.overall is not None:
            every.extend([now] * operations)

    def _spend_private(self, key: tuple[int, int], now: datetime, operations: int) -> None:
        left, since = self._private.get(key, (float(self.private_burst), now))
        left = min(
            float(self.private_burst), left + max((now - since).total_seconds(), 0) * self.private_rate
        )
        needed = min(operations, self.private_burst)
        if left < needed:
            raise flood((needed - left) / self.private_rate)
        self._private[key] = (left - needed, now)


def _check(log: deque[datetime], now: datetime, most: int, window: float, operations: int) -> None:
    span = timedelta(seconds=window)
    while log and log[0] + span <= now:
        log.popleft()
    excess = len(log) + min(operations, most) - most
    if excess > 0:
        raise flood((log[excess - 1] + span - now).total_seconds())
