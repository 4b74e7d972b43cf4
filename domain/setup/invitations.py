"""Codes that let a person in: one person, once, for a while; what opens what, and to whom (guarantee 23)."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.ids import DepartmentCode, InvitationId, UserId
from domain.municipality import Role
from domain.setup.errors import CodeExpired, CodeUsed

ALPHABET: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without the letters and digits that are taken for each other when a code is read aloud."""
CODE_LENGTH: Final = 12
"""Sixty bits: nobody guesses one within its life."""
FIRST_CODE_LIVES: Final = timedelta(hours=1)
INVITATION_LIVES: Final = timedelta(days=3)

_IN_LINK: Final = re.compile(rf"[{ALPHABET}]{{{CODE_LENGTH}}}")
_IN_WORDS: Final = re.compile(rf"[{ALPHABET}]{{4}}(?:-[{ALPHABET}]{{4}}){{2}}", re.IGNORECASE)
"""With its hyphens: twelve letters in a row may be a citizen's word."""


def code_in_link(payload: str) -> str | None:
    """The code that a link carries; None for any other payload."""
    return payload if _IN_LINK.fullmatch(payload) else None


def code_in_words(text: str) -> str | None:
    """The code, where the text is nothing else than one as people are shown it."""
    words = text.strip()
    return words.replace("-", "").upper() if _IN_WORDS.fullmatch(words) else None


def shown_code(code: str) -> str:
    """In groups of four, for the eye; whoever copies it may leave the hyphens in."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code gives, and who has come by it. The database keeps the digest of the code alone.

    `issued_by` 0: the program itself, at a start without any administrator.
    """

    id: InvitationId
    role: Role
    department: DepartmentCode | None
    issued_by: UserId
    issued_by_name: str
    issued_at: datetime
    expires_at: datetime
    used_by: UserId | None = None
    used_at: datetime | None = None

    @property
    def is_first(self) -> bool:
        """The code of the first administrator."""
        return self.issued_by == 0

    def ensure_opens(self, user_id: int, now: datetime) -> None:
        """Raise unless this person may still come in by it; whoever came by it already meets no refusal."""
        if self.used_by == user_id:
            return
        if self.used_by is not None:
            raise CodeUsed
        if now >= self.expires_at:
            raise CodeExpired
