"""What a regulation demands of an answer before it is sent: proof, or words that must not be missing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.messages import Attachment, ContentKind
from domain.municipality import Category
from domain.words.commitments import Commitment, Lack


class AnswerKind(StrEnum):
    """The sending buttons, as a regulation's file names them."""

    SOLVED = "solved"
    MEASURES = "measures"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not_confirmed"
    REFERRED = "referred"
    INTERIM = "interim"


class Need(StrEnum):
    """What an answer has to have. TERM, RESPONSIBLE, ACTIONS: until when, who answers for it, what is being done (R51).
    CONTACTS: how to reach the body that the citizen is sent to (R25); of these it is only warned.
    """

    PROOF = "proof"
    TERM = "term"
    RESPONSIBLE = "responsible"
    ACTIONS = "actions"
    CONTACTS = "contacts"


ONLY_INTERIM: Final = frozenset({Need.TERM, Need.RESPONSIBLE, Need.ACTIONS})
"""A final answer commits to nothing any more."""
_PROOF: Final = frozenset(
    {
        ContentKind.PHOTO,
        ContentKind.VIDEO,
        ContentKind.VIDEO_NOTE,
        ContentKind.ANIMATION,
        ContentKind.DOCUMENT,
    }
)


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """`category`: of which appeals it is said; None: of all of which no other rule says more."""

    answer: AnswerKind
    needs: tuple[Need, ...]
    clause: str
    category: Category | None = None

    def list_lacks(self, commitment: Commitment) -> list[Lack]:
        """Which of the three that it demands are not known (R51, Krasnoufimsk No. 83, п. 20 абз. 2)."""
        return [lack for lack in commitment.list_lacks() if Need(lack.value) in self.needs]


@dataclass(frozen=True, slots=True)
class Demand:
    """What is missing of an answer that was to be sent, and where it is demanded."""

    needs: tuple[Need, ...]
    clause: str


def is_proven(attachments: tuple[Attachment, ...]) -> bool:
    """Whether a photo, a video or a document goes with it (R50, Krasnoufimsk No. 83, п. 20); a voice shows nothing."""
    return any(file.kind in _PROOF for file in attachments)
