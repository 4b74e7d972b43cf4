"""First durable, then talk: while a crowd waits to be registered, ordinary messages go one or two at a time.

Drawing and sending a receipt and two cards costs more than registering, and what is not registered is in Telegram's hands
alone. A few at a time is never none: in a flood that does not end each still gets a receipt, only later.
"""

from collections.abc import Callable

from domain.notices import Priority

FEW = 2
"""Calls at once while a crowd waits: one that hangs does not hold up all the others."""


class Gate:
    """Whose ordinary row may go. `wake` calls a chat that was kept waiting; who has waited longest is called first."""

    def __init__(self, wake: Callable[[int], None]) -> None:
        self._wake = wake
        self._narrow = False
        self._inside: set[int] = set()
        self._waiting: dict[int, None] = {}

    def narrow(self) -> None:
        """A crowd has come."""
        self._narrow = True

    def widen(self) -> None:
        """The crowd is registered: all go on side by side."""
        self._narrow = False
        self._inside.clear()
        waiting, self._waiting = self._waiting, {}
        for chat_id in waiting:
            self._wake(chat_id)

    def lets_through(self, chat_id: int, priority: Priority) -> bool:
        """Whether the chat's row may go now; where not, the chat is woken when it is its turn."""
        if not self._narrow or priority <= Priority.INTERACTIVE or chat_id in self._inside:
            return True
        if len(self._inside) < FEW:
            self._inside.add(chat_id)
            return True
        self._waiting[chat_id] = None
        return False

    def leave(self, chat_id: int) -> None:
        """The chat's step is over, whatever came of it."""
        if chat_id not in self._inside:
            return
        self._inside.remove(chat_id)
        following = next(iter(self._waiting), None)
        if following is not None:
            del self._waiting[following]
            self._inside.add(following)
            self._wake(following)
