"""A department's report to the head on the measures taken: asked for when an appeal is answered (R12, Grozny, алг. 8).

DomainError
├── MeasuresKnown      it was given already
└── NoMeasuresReport   nobody was asked for one about this appeal
    └── MeasuresAwaited    the department has not given it yet
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.drafts import PROOF_PATIENCE
from domain.errors import DomainError
from domain.ids import AppealId, DepartmentCode, UserId
from domain.messages import Attachment
from domain.people import Actor
from domain.words.names import short_name


@dataclass(slots=True, kw_only=True)
class MeasuresReport:
    """`asked_of`: whoever has answered, by name; anybody of the department may give it. `clause`: where it is demanded."""

    appeal_id: AppealId
    department: DepartmentCode
    clause: str
    asked_of: str
    asked_at: datetime
    id: int = 0
    words: str = ""
    attachments: tuple[Attachment, ...] = ()
    media_group_id: str | None = None
    given_by_id: UserId | None = None
    given_by: str | None = None
    given_at: datetime | None = None

    def give(
        self, words: str, files: tuple[Attachment, ...], album: str | None, actor: Actor, now: datetime
    ) -> None:
        """Raises `MeasuresKnown`."""
        self.ensure_awaited()
        self.words, self.attachments, self.media_group_id = words.strip(), files, album
        self.given_by_id, self.given_by, self.given_at = actor.user_id, actor.name, now

    def ensure_awaited(self) -> None:
        """Raise `MeasuresKnown` where it is there."""
        if self.given_at is not None:
            raise MeasuresKnown(short_name(self.given_by or ""), self.given_at)

    def takes_more(self, album: str | None, actor: Actor, now: datetime) -> bool:
        """Whether pictures of this person belong to it: of the same album, or just after the words."""
        if self.given_at is None or self.given_by_id != actor.user_id:
            return False
        return (album is not None and album == self.media_group_id) or now - self.given_at <= PROOF_PATIENCE


class MeasuresKnown(DomainError):
    """Pressed late, or by two people."""

    code = "error-measures-known"

    def __init__(self, who: str, at: datetime) -> None:
        super().__init__(who)
        self.who = who
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who has given it, and when."""
        return {"who": self.who, "at": self.at}


class NoMeasuresReport(DomainError):
    """The regulation demands none of such an answer, or it is not answered yet."""

    code = "error-no-measures"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """The appeal's number."""
        return {"number": self.number}


class MeasuresAwaited(NoMeasuresReport):
    """There is nothing to print yet."""

    code = "error-measures-awaited"
