"""What a regulation demands of an answer before it is sent: proof, or words that must not be missing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.messages import Attachment, ContentKind
from domain.municipality import Category


class AnswerKind(StrEnum):
    """The sending buttons, as a regulation's file names them."""

    SOLVED = "solved"
    MEASURES = "measures"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not_confirmed"
    REFERRED = "referred"
    INTERIM = "interim"


class Need(StrEnum):
    """What an answer has to have."""

    PROOF = "proof"


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


def is_proven(attachments: tuple[Attachment, ...]) -> bool:
    """Whether a photo, a video or a document goes with it (R50, Krasnoufimsk No. 83, п. 20); a voice shows nothing."""
    return any(file.kind in _PROOF for file in attachments)
