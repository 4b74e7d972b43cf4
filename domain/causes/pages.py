"""The pages of the one message that causes and road maps are kept on, and the words that are waited for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import ChatId, UserId


class CausePage(StrEnum):
    """CHOICE: a topic for a new cause. DEPARTMENT, PERSON: who answers for a measure."""

    TOPICS = "t"
    CHOICE = "n"
    TOPIC = "c"
    CAUSE = "r"
    MEASURE = "m"
    DEPARTMENT = "d"
    PERSON = "p"
    ROADMAP = "w"


class CauseAct(StrEnum):
    """What a press decides, of a measure or of a cause."""

    TERM = "t"
    DEPARTMENT = "d"
    PERSON = "p"
    RESUME = "u"
    REMOVED = "x"
    REFUTED = "f"
    REOPEN = "o"


class CauseAsk(StrEnum):
    """Which words are waited for."""

    CAUSE = "c"
    MEASURE = "m"
    TERM = "t"
    MOVE = "v"
    DONE = "k"
    DROP = "x"


@dataclass(frozen=True, slots=True)
class CausePlace:
    """A page of what: a topic's code, or the id of a cause or a measure; `at`: which leaf of a long list, from 0."""

    page: CausePage = CausePage.TOPICS
    of: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class CauseQuestion:
    """Whose words are waited for, under which page (`message_id`)."""

    id: int
    ask: CauseAsk
    of: str
    chat_id: ChatId
    message_id: int
    user_id: UserId
    user_name: str
    asked_at: datetime
    closed_at: datetime | None
