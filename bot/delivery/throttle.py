"""How fast the bot may write: Telegram's budgets, counted here so that it never has to refuse.

A group takes 20 operations, sends and edits together, in any 60 s; a private chat about one a second; bulk sending
stays under 30 a second over all chats (Bots FAQ; that edits count was measured).
"""

from collections import deque
from datetime import datetime, timedelta

from domain.notices import Priority

GROUP_SECONDS = 60.3
"""From the answer of a call until its slot is free again: Telegram counted it a little before it answered."""
KEPT_FREE = 2
"""Of a group's operations, for urgent and interactive ones."""
PRIVATE_BURST = 3
BULK_A_SECOND = 25
MANY = 1000


class SlidingLog:
    """At most `limit` operations in any `seconds`; a bucket that refills would let nearly twice as many through."""

    __slots__ = ("_limit", "_seconds", "_times")

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._times: deque[datetime] = deque()

    def wait(self, operations: int, now: datetime, *, keep: int = 0) -> float:
        """Seconds until so many fit in, leaving `keep` free; more than ever fit at once wait for an empty log."""
        self.forget(now)
        most = max(self._limit - keep, 1)
        excess = len(self._times) + min(operations, most) - most
        if excess <= 0:
            return 0.0
        return self._seconds - (now - self._times[excess - 1]).total_seconds()

    def add(self, operations: int, at: datetime) -> None:
        """They were answered at that moment."""
        self._times.extend([at] * operations)

    def forget(self, now: datetime) -> bool:
        """Drop what no longer counts; whether anything is left."""
        if self._times and self._times[-1] > now:
            # The machine's clock was put back; what seems to come is over.
            self._times = deque(min(time, now) for time in self._times)
        span = timedelta(seconds=self._seconds)
        while self._times and self._times[0] + span <= now:
            self._times.popleft()
        return bool(self._times)


class Throttle:
    """`group_limit` is the number of operations a group may see in 60 s; 0: no budget of our own for groups."""

    def __init__(self, group_limit: int = 20) -> None:
        self._group_limit = group_limit
        self._logs: dict[int, SlidingLog] = {}
        self._bulk = SlidingLog(BULK_A_SECOND, 1.0)

    def wait(self, chat_id: int, operations: int, priority: Priority, now: datetime) -> float:
        """Seconds until there is room; 0: now."""
        bulk = self._bulk.wait(operations, now) if priority is Priority.BULK else 0.0
        log = self._logs.get(chat_id)
        if operations == 0 or log is None:
            return bulk
        return max(bulk, log.wait(operations, now, keep=self._keep(chat_id, priority)))

    def begin(self, operations: int, priority: Priority, now: datetime) -> None:
        """A call begins: bulk sending is counted over all chats, whatever comes of it."""
        if priority is Priority.BULK:
            self._bulk.add(operations, now)

    def spend(self, chat_id: int, operations: int, at: datetime) -> None:
        """A call was answered, or may have been."""
        if operations == 0 or (chat_id < 0 and self._group_limit == 0):
            return
        self._log(chat_id, at).add(operations, at)

    def _keep(self, chat_id: int, priority: Priority) -> int:
        return KEPT_FREE if chat_id < 0 and priority > Priority.INTERACTIVE else 0

    def _log(self, chat_id: int, now: datetime) -> SlidingLog:
        if chat_id not in self._logs:
            if len(self._logs) >= MANY:
                self._logs = {chat: log for chat, log in self._logs.items() if log.forget(now)}
            self._logs[chat_id] = (
                SlidingLog(self._group_limit, GROUP_SECONDS)
                if chat_id < 0
                else SlidingLog(PRIVATE_BURST, float(PRIVATE_BURST))
            )
        return self._logs[chat_id]
