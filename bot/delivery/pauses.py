"""When a chat must be left alone: Telegram said so, or the last calls came to nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

ALL = 0
"""No chat has this id: it stands for all of them."""
BACKOFF = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)


def backoff(failures: int) -> float:
    """Seconds to wait after so many failures in a row, one at least."""
    return BACKOFF[min(failures, len(BACKOFF)) - 1]


@dataclass(slots=True)
class _Pause:
    until: datetime
    noted: datetime

    def left(self, now: datetime) -> float:
        if now < self.noted:
            # The machine's clock was put back; the wait is as long as it was.
            self.until -= self.noted - now
            self.noted = now
        return (self.until - now).total_seconds()


class Pauses:
    """Pauses by chat, and how many calls in a row have failed there."""

    def __init__(self) -> None:
        self._pauses: dict[int, _Pause] = {}
        self._failures: dict[int, int] = {}

    def left(self, chat_id: int, now: datetime) -> float:
        """Seconds until the chat may be written to; 0 or less: now."""
        return max((self._left(key, now) for key in (chat_id, ALL)), default=0.0)

    def hold(self, chat_id: int, seconds: float, now: datetime) -> None:
        """Leave the chat (or `ALL`) alone for so long."""
        self._pauses[chat_id] = _Pause(now + timedelta(seconds=seconds), now)

    def failed(self, chat_id: int, now: datetime) -> int:
        """A call came to nothing: leave the chat alone, longer each time; how many in a row now."""
        failures = self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
        self.hold(chat_id, backoff(failures), now)
        return failures

    def succeeded(self, chat_id: int) -> None:
        """The chat answers."""
        self._failures.pop(chat_id, None)

    def _left(self, key: int, now: datetime) -> float:
        pause = self._pauses.get(key)
        left = pause.left(now) if pause else 0.0
        if pause and left <= 0:
            del self._pauses[key]
        return left
