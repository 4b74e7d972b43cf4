"""An answer that a person has put where the message was written, what shows that it stands there, and whom that is told (R26).

DomainError
├── EvidenceNeeded   neither a picture nor a link came
├── EvidenceKnown    it was shown already, or done without
└── SenderTold       whoever passed the message on has heard of it already
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.errors import DomainError
from domain.ids import AppealId, DraftId
from domain.messages import Attachment
from domain.people import Actor
from domain.regulation.answers import is_proven
from domain.ways import Outgoing

_LINK: Final = re.compile(
    r"(?:https?://[^\s<>\"»]{3,300}|\b(?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,20}/[^\s<>\"»]{1,300})", re.IGNORECASE
)
_READ: Final = 2000
"""Characters in which a link is looked for."""


@dataclass(slots=True, kw_only=True)
class Publication:
    """One press of `Опубликовано`. `sender`: the body that passed the message on and waits to hear of the answer.

    `settled_at`: since when its evidence is there (`attachments`, `link`), or is done without (`waived_for`).
    """

    appeal_id: AppealId
    draft_id: DraftId | None
    sender: str | None
    published_by: str
    published_at: datetime
    id: int = 0
    attachments: tuple[Attachment, ...] = ()
    media_group_id: str | None = None
    link: str | None = None
    waived_for: str | None = None
    settled_by: str | None = None
    settled_at: datetime | None = None
    told_by: str | None = None
    told_at: datetime | None = None
    outgoing_number: str | None = None
    outgoing_date: date | None = None

    @property
    def waits_for_sender(self) -> bool:
        """Whether the body that passed it on has to be told."""
        return self.settled_at is not None and self.sender is not None and self.told_at is None

    def show(
        self, files: tuple[Attachment, ...], words: str, album: str | None, actor: Actor, now: datetime
    ) -> None:
        """A picture of the published answer, a link to it, or both."""
        self._ensure_open()
        link = find_link(words)
        if link is None and not is_proven(files):
            raise EvidenceNeeded
        self.attachments, self.link, self.media_group_id = files, link, album
        self.settled_by, self.settled_at = actor.short_name, now

    def is_of_album(self, album: str | None) -> bool:
        """Whether a further picture belongs to those that were taken."""
        return self.settled_at is not None and album is not None and self.media_group_id == album

    def do_without(self, reason: str, actor: Actor, now: datetime) -> None:
        """The page is closed, or lets no picture be taken: said why, and nothing waits for ever."""
        self._ensure_open()
        self.waived_for, self.settled_by, self.settled_at = reason, actor.short_name, now

    def tell_sender(self, actor: Actor, now: datetime, outgoing: Outgoing | None = None) -> None:
        """Whoever passed it on knows; under which number, where a letter went."""
        if self.told_at is not None:
            raise SenderTold(self.told_by or "", self.told_at)
        self.told_by, self.told_at = actor.short_name, now
        if outgoing is not None:
            self.outgoing_number, self.outgoing_date = outgoing.number, outgoing.day

    def _ensure_open(self) -> None:
        if self.settled_at is not None:
            raise EvidenceKnown(self.settled_by or "", self.settled_at)


def find_link(words: str) -> str | None:
    """The first address of a page, with or without «https://»; None where there is none."""
    found = _LINK.search(words[:_READ])
    return found[0].rstrip(".,;:!?)") if found else None


class EvidenceNeeded(DomainError):
    """Words alone show nothing."""

    code = "error-evidence-needed"


class EvidenceKnown(DomainError):
    """Pressed late, or by two people."""

    code = "error-evidence-known"

    def __init__(self, who: str, at: datetime) -> None:
        super().__init__(who)
        self.who = who
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who has settled it, and when."""
        return {"who": self.who, "at": self.at}


class SenderTold(EvidenceKnown):
    """Pressed late, or by two people."""

    code = "error-sender-told"
