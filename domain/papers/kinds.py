"""The papers that are ordered in the chat, and an order as it is kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.ids import ChatId, UserId

KEPT: Final = timedelta(days=7)
"""So long an order is kept when all is done; who took what out stands in the journal for good."""
MOST_ATTEMPTS: Final = 3
"""So often a paper is begun: one that takes the program down with it must not do so for ever."""


class Paper(StrEnum):
    """Named as the commands of `python -m bot report` are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    PERIOD = "period"
    RANKING = "ranking"
    MAP = "map"
    MEETING = "meeting"
    REGISTER = "register"
    CENTRE = "centre"
    CARD = "card"
    MEASURES = "measures"


OF_APPEAL: Final = frozenset({Paper.CARD, Paper.MEASURES})
"""About one message, and not about days."""
OF_DAYS: Final = tuple(paper for paper in Paper if paper not in OF_APPEAL)


class PaperState(StrEnum):
    """Where an order is. `ASKED`: which days is waited for in words."""

    ASKED = "asked"
    WAITING = "waiting"
    MADE = "made"
    SENT = "sent"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both of them included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """Who wants which paper of which days, and the chat it goes to.

    `scope`: codes of the departments that it tells of, separated by commas; empty: everything. `file`: its name in the folder
    of papers. `about`: the number of the message that the paper is about, in place of days. `trouble`: why there is none, in words for whoever asked; empty: nobody can say.
    """

    id: int
    paper: Paper
    state: PaperState
    first: date | None
    last: date | None
    scope: str
    chat_id: ChatId
    thread_id: int
    user_id: UserId
    user_name: str
    asked_at: datetime
    file: str | None
    trouble: str | None
    about: str = ""

    @property
    def days(self) -> Stretch:
        """Once they are known."""
        if self.first is None or self.last is None:
            raise ValueError(self.state)
        return Stretch(self.first, self.last)
