"""What a search finds, and the search itself as it is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.ids import AppealId, ChatId, UserId

PAGE: Final = 8
"""Hits on one page."""
KEPT: Final = timedelta(days=7)
"""So long the words of a search are kept, for its pages; afterwards they are asked for anew."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One appeal in a list of what was found; `due_at`: the term that comes first, or is over."""

    id: AppealId
    number: str
    status: str
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Search:
    """Who has asked for what, where; `words` None: the words are waited for."""

    id: int
    words: str | None
    chat_id: ChatId
    user_id: UserId
    user_name: str
    asked_at: datetime
