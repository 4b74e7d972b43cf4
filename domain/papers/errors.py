"""What may be wrong with an order of a paper.

DomainError
├── PaperDaysNotUnderstood  the words name no days that fit the paper
├── PaperIsMade             the same paper is on its way here already
└── RegisterNotYours        the register holds citizens' data: not for everybody who may read figures
"""

from collections.abc import Mapping

from domain.errors import DomainError
from domain.papers.kinds import Paper


class PaperDaysNotUnderstood(DomainError):
    """Words in place of days."""

    code = "error-paper-days"

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self.paper = paper

    @property
    def facts(self) -> Mapping[str, object]:
        """Which paper was meant."""
        return {"paper": self.paper.value}


class PaperIsMade(DomainError):
    """A second press."""

    code = "error-paper-is-made"


class RegisterNotYours(DomainError):
    """Figures yes, the register no."""

    code = "error-register-not-yours"
