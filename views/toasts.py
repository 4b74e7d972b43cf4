"""What is said at once to whoever pressed or replied: toasts, and hints in the staff's chats."""

from enum import StrEnum

from locales.texts import Texts
from views.errors import TOAST_LIMIT
from views.measure import shorten


class Hint(StrEnum):
    """Keys of what is said to a press that came to nothing."""

    PRESS_FAILED = "press-failed"
    STALE_BUTTON = "press-stale"


def toast(texts: Texts, what: str, **facts: str | int) -> str:
    """The toast `toast-{what}`: «routed» with its department, «approved» with its seconds; at most 200 characters."""
    return shorten(texts.plain(f"toast-{what}", **facts), TOAST_LIMIT)
