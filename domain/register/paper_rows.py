"""What papers count of an appeal: its marks and its moments, and no word that anybody wrote in it."""

from dataclasses import dataclass
from datetime import datetime

from domain.municipality import Category
from domain.outcomes import Outcome, Solved
from domain.register.rows import Executor


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One appeal; moments are aware, texts are empty where nothing is known.

    `ended`: answered, or closed without an answer. `reacted`: the first that anybody did about it; None: nothing is
    known of that, as of a row from a file. `due`: until when the final answer was due as the program kept it, extensions
    included; None: it kept no such term. `requests`: those that a file brought in. `returns`, `revisions`: sent back by a department, by an approver.
    """

    received: datetime
    answered: datetime | None
    ended: datetime | None
    reacted: datetime | None
    due: datetime | None
    channel: str
    topic: str | None
    address: str
    territory: str
    executors: tuple[Executor, ...]
    collective: bool
    formal: bool
    urgent: bool
    category: Category
    forwarded_from: str
    requests: int
    outcome: Outcome | None
    is_repeat: bool
    returns: int
    revisions: int
    solved: Solved | None
    rating: int | None
