"""Requests to other bodies: pressed on the card, counted among the outgoing papers of their month (R80, Nevinnomyssk).

DomainError
├── InquiryKnown    the same body was asked about the same appeal today
└── InquiryGone     it was taken off already
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.errors import DomainError
from domain.ids import AppealId, UserId


@dataclass(slots=True, kw_only=True)
class Inquiry:
    """A paper to a body that is none of the municipality's own."""

    appeal_id: AppealId
    body: str
    asked_by_id: UserId
    asked_by: str
    asked_at: datetime
    id: int = 0
    dropped_by: str | None = None
    dropped_at: datetime | None = None


class InquiryKnown(DomainError):
    """Pressed twice, or by two people."""

    code = "error-inquiry-known"

    def __init__(self, body: str, who: str) -> None:
        super().__init__(body, who)
        self.body = body
        self.who = who

    @property
    def facts(self) -> Mapping[str, object]:
        """The body, and who noted it."""
        return {"body": self.body, "who": self.who}


class InquiryGone(DomainError):
    """Somebody was quicker."""

    code = "error-inquiry-gone"

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who

    @property
    def facts(self) -> Mapping[str, object]:
        """Who took it off."""
        return {"who": self.who}
