"""A card sent by e-mail, to a department or an executor without the messenger (R30, Krasnoufimsk No. 83, п. 6.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.errors import DomainError
from domain.ids import AppealId, DepartmentCode
from domain.messages import CitizenMessage


class MailingState(StrEnum):
    """Where a letter is. `SENDING` found at a start: nobody knows whether the server has it. `DROPPED`: the department
    had lost the appeal before it left.
    """

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class MailTrouble(StrEnum):
    """Why a letter is not delivered; what the server said stands beside it as its code, never in its words."""

    NOT_SET_UP = "not_set_up"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class Mailing:
    """One letter. It is written from the state of the moment at which it leaves, so that nothing of a citizen's is kept here.

    `token` makes its Message-ID: the same at each attempt, so that a repetition is known as one. `code`: the server's
    answer, as «550 5.1.1». `follows`: the letter with the card that this one adds to, None for a card; `added`: the
    citizen's messages that it tells of, by their ids in the citizen's chat.
    """

    id: int
    appeal_id: AppealId
    department: DepartmentCode
    address: str
    token: str
    state: MailingState
    attempts: int
    created_at: datetime
    not_before: datetime
    sent_at: datetime | None
    trouble: MailTrouble | None
    code: str
    follows: int | None = None
    added: tuple[int, ...] = ()

    @property
    def is_stuck(self) -> bool:
        """It was tried in vain and is tried again."""
        return self.state in {MailingState.WAITING, MailingState.SENDING} and self.trouble is not None


def list_added(mailing: Mailing, messages: Sequence[CitizenMessage]) -> list[CitizenMessage]:
    """What a letter that adds to another tells of, as long as it belongs to the same appeal."""
    return [row for row in messages if row.message_id in mailing.added]


class MailOnItsWay(DomainError):
    """The same letter to the same address has not left yet: a second press is a slip."""

    code = "error-mail-on-its-way"
