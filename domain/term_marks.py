"""What an appeal knows of its terms besides the moments of its life: extensions, and the day that an answer has named."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.extensions import ExtensionMarks


@dataclass(slots=True, kw_only=True)
class TermMarks(ExtensionMarks):
    """`committed_until`: the day that the interim answer of `committed_at` has named (R51)."""

    committed_until: date | None = None
    committed_at: datetime | None = None

    def commit_to(self, until: date, now: datetime) -> None:
        """The citizen was told a day: it holds beside the regulation's term, the earlier of the two counts."""
        self.committed_until, self.committed_at = until, now
