"""A file that an administrator sends to the bot: looked at first, put in force by a press, like the commands `apply` and `import`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.errors import DomainError
from domain.ids import ChatId, UserId

KEPT: Final = timedelta(days=1)
"""So long a file waits for the press, and so long its row is kept."""
LARGEST: Final = 5 * 1024 * 1024
"""Bytes of a file that is taken in the chat."""
MOST_ROWS: Final = 2_000
"""Rows of a register that are brought in while the bot works: others wait for the database no longer than a moment."""
LISTED: Final = 40
"""Lines that are kept of what a file changes, or of what is wrong with it; a message shows no more."""
MOST_ATTEMPTS: Final = 5
"""So often a file is fetched or looked at: one that takes the program down with it must not do so for ever."""


class HandedKind(StrEnum):
    """Named as the commands of `python -m bot` are."""

    APPLY = "apply"
    IMPORT = "import"


class HandedState(StrEnum):
    """Where a file is. `NOTHING`: it would change nothing; `AGAIN`: what it changes is not any more what was shown."""

    WAITING = "waiting"
    SOUND = "sound"
    AGAIN = "again"
    NOTHING = "nothing"
    FAULTY = "faulty"
    WANTED = "wanted"
    DONE = "done"
    DROPPED = "dropped"
    FAILED = "failed"


DECIDABLE: Final = frozenset({HandedState.SOUND, HandedState.AGAIN})
_KINDS: Final[Mapping[str, HandedKind]] = {
    ".toml": HandedKind.APPLY,
    ".csv": HandedKind.IMPORT,
    ".xlsx": HandedKind.IMPORT,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at a file has brought.

    `lines`: what it changes, or what is wrong, a line each; `count`: how many there are in all. `added`, `known`: rows of a
    register that are new, and that are there already. `content`: the file, ready to be put in force.
    """

    state: HandedState
    lines: tuple[str, ...] = ()
    count: int = 0
    added: int = 0
    known: int = 0
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file as it is kept until it is decided on; `content` is there while a decision is possible."""

    id: int
    kind: HandedKind
    state: HandedState
    name: str
    file_id: str
    chat_id: ChatId
    message_id: int
    user_id: UserId
    user_name: str
    handed_at: datetime
    attempts: int = 0
    lines: str = ""
    count: int = 0
    added: int = 0
    known: int = 0
    content: bytes = b""

    def seen(self, look: Look) -> "HandedFile":
        """With what looking at it has brought."""
        return replace(
            self,
            state=look.state,
            lines="\n".join(look.lines),
            count=look.count,
            added=look.added,
            known=look.known,
            content=look.content,
        )

    def settled(self, state: HandedState) -> "HandedFile":
        """Decided on: what it held is let go."""
        return replace(self, state=state, content=b"")


def kind_of(name: str) -> HandedKind | None:
    """By the file's ending; None for what is no file of ours."""
    _, dot, ending = name.lower().rpartition(".")
    return _KINDS.get(f"{dot}{ending}")


class HandedGone(DomainError):
    """It was decided on, or waited too long."""

    code: ClassVar[str] = "error-handed-gone"


class HandedTooBig(DomainError):
    """`limit`: megabytes of a file that is taken in the chat."""

    code: ClassVar[str] = "error-handed-too-big"

    @property
    def facts(self) -> Mapping[str, object]:
        """How much is taken."""
        return {"limit": LARGEST // (1024 * 1024)}
