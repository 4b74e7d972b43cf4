"""What an appeal knows of its terms besides the moments of its life: extensions, a day that was named, questions to the citizen."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.extensions import ExtensionMarks


@dataclass(frozen=True, slots=True)
class Wait:
    """From the publication of a question to the citizen until the answer."""

    since: datetime
    until: datetime


@dataclass(slots=True, kw_only=True)
class TermMarks(ExtensionMarks):
    """`committed_until`: the day that the interim answer of `committed_at` has named (R51). `question_waits`: the citizen
    was asked and has not answered yet, since `asked_at`; `waited`: the questions that were answered (A16).
    """

    committed_until: date | None = None
    committed_at: datetime | None = None
    question_waits: bool = False
    asked_at: datetime | None = None
    waited: tuple[Wait, ...] = ()

    def commit_to(self, until: date, now: datetime) -> None:
        """The citizen was told a day: it holds beside the regulation's term, the earlier of the two counts."""
        self.committed_until, self.committed_at = until, now

    def ask(self, now: datetime) -> None:
        """A question has gone to the citizen; one that waits already goes on waiting."""
        self.question_waits, self.asked_at = True, self.asked_at or now

    def hear(self, now: datetime) -> None:
        """The citizen has answered."""
        if self.asked_at is not None:
            self.waited += (Wait(self.asked_at, now),)
        self.stop_asking()

    def expect_nothing(self) -> None:
        """The matter is over: no question waits for an answer, no request for a decision."""
        self.stop_asking()
        self.forget_request()

    def stop_asking(self) -> None:
        """Nothing is waited for any more."""
        self.question_waits, self.asked_at = False, None
