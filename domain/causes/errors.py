"""What may be wrong with causes and measures.

DomainError
├── CauseOver        somebody has closed the cause
├── CauseIsOpen      it stands already
├── MeasureOver      the measure is done, or was dropped
├── MeasureIsOpen    it is in work already
├── MeasureIsSet     somebody else has given the term already
├── MeasureDayWrong  words without one day that is still to come
├── CauseQuestionOver  the words come to a question that is settled
└── CauseWordsTooLong  what is to fit a line does not
"""

from collections.abc import Mapping
from datetime import date

from domain.errors import DomainError


class CauseOver(DomainError):
    """`how`: by what it ended; `who`: by whom."""

    code = "error-cause-over"

    def __init__(self, how: str, who: str) -> None:
        super().__init__(how)
        self.how = how
        self.who = who

    @property
    def facts(self) -> Mapping[str, object]:
        """How, and by whom."""
        return {"how": self.how, "who": self.who}


class CauseIsOpen(DomainError):
    """A second press."""

    code = "error-cause-is-open"


class MeasureOver(DomainError):
    """`how`: done or dropped; `who`: by whom."""

    code = "error-measure-over"

    def __init__(self, how: str, who: str) -> None:
        super().__init__(how)
        self.how = how
        self.who = who

    @property
    def facts(self) -> Mapping[str, object]:
        """How, and by whom."""
        return {"how": self.how, "who": self.who}


class MeasureIsOpen(DomainError):
    """A second press."""

    code = "error-measure-is-open"


class MeasureIsSet(DomainError):
    """The term is moved with a reason, and not by a button that is left over."""

    code = "error-measure-is-set"

    def __init__(self, due: date) -> None:
        super().__init__(due)
        self.due = due

    @property
    def facts(self) -> Mapping[str, object]:
        """The term that stands."""
        return {"due": f"{self.due:%d.%m.%Y}"}


class MeasureDayWrong(DomainError):
    """It is asked again, with examples; `why`: unclear, past or far."""

    code = "error-measure-day"

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    @property
    def facts(self) -> Mapping[str, object]:
        """What is wrong with it."""
        return {"why": self.why}


class CauseQuestionOver(DomainError):
    """It was answered, or another one was asked instead."""

    code = "error-cause-question-over"


class CauseWordsTooLong(DomainError):
    """A line of a road map is one line."""

    code = "error-cause-words-long"

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most

    @property
    def facts(self) -> Mapping[str, object]:
        """How long it may be, in characters."""
        return {"most": self.most}
