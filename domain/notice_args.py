"""What a row of the outbox carries beside its subject, by the kinds that carry several things: written by the verb,
kept as JSON, read back once by whoever draws the row.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from domain.notices import Args

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class ReceiptArgs:
    """`opens_at`: when work begins, in ISO form; `notice`: it is the first receipt and says what this is."""

    opens_at: str | None = None
    asks_address: bool = False
    spoken: bool = False
    notice: bool = False


@dataclass(frozen=True, slots=True)
class AdditionArgs:
    """The citizen's message, whether it named the place, and whether it answers a question of ours."""

    message_id: int
    place: bool = False
    answers: bool = False


@dataclass(frozen=True, slots=True)
class ClosingArgs:
    """A message that is settled; `text` is the key of what stands there from now on, empty where it goes.

    `place`: the department that has the appeal of this `number` now.
    """

    message_id: int
    text: str = ""
    number: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SummaryArgs:
    """`days`: ISO dates separated by commas, the last one told in full; empty: how it is so far.

    `asked`: somebody wants to see it, it is not due. `scope`: department codes, empty: everything. `message_id`: what
    is pressed on turns into `view`, at its `page`; `on_photo`: it has a picture. `in_place_of`: the names of those for
    whom it is read there.
    """

    days: str = ""
    asked: bool = False
    scope: str = ""
    view: str = "day"
    page: int = 0
    message_id: int = 0
    in_place_of: str = ""
    on_photo: bool = False


@dataclass(frozen=True, slots=True)
class ReminderNoteArgs:
    """The week's Monday in ISO form, the codes of the departments, and who could not be reached in private."""

    week: str
    departments: str
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class DigestArgs:
    """The moment of the slot and up to when it looks, in ISO form; of whose work: a spot's hats and department codes.

    `ahead`: ISO dates for which promises are named as well, separated by commas.
    """

    slot_at: str
    until: str
    coordinators: bool = False
    approvers: bool = False
    departments: str = ""
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class NudgeArgs:
    """Ids of deadlines, separated by commas."""

    deadlines: str


@dataclass(frozen=True, slots=True)
class FoundArgs:
    """A page of what a search finds; `scope`: department codes separated by commas, empty: everything.

    `message_id`: what is pressed on turns into it, 0: it is a new message.
    """

    page: int = 0
    scope: str = ""
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class DirectoryArgs:
    """A `page` of responsible persons, from 0; `scope`: department codes, empty: all. `message_id`: the message that is turned."""

    page: int = 0
    scope: str = ""
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class HistoryArgs:
    """A page of an appeal's history; `message_id`: what is pressed on turns into it, 0: it is a new message."""

    page: int = 0
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class PaperChoiceArgs:
    """Of which days the `paper` may be; `message_id`: what is pressed on turns into it, `on_photo`: it has a picture."""

    paper: str
    message_id: int
    on_photo: bool = False


@dataclass(frozen=True, slots=True)
class WatchArgs:
    """The day of a list of what is looked through, in ISO form; `message_id`: what is pressed on turns into it."""

    day: str
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class UploadArgs:
    """The first of the month whose results are asked for, in ISO form; `message_id`: what is pressed on turns into it."""

    month: str
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class OccasionArgs:
    """Who is asked for words, or the message that is pressed on and turns into another."""

    user_id: int = 0
    user_name: str = ""
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class CausesArgs:
    """A page about root causes (`page`, `of`, `at`: a place of `domain.causes.pages`), which takes the place of `message_id`.

    `reads`: nothing can be pressed on it but other pages.
    """

    page: str
    of: str = ""
    at: int = 0
    reads: bool = False
    message_id: int = 0


@dataclass(frozen=True, slots=True)
class MeasureArgs:
    """A department's message about a measure, drawn anew in its place; `is_due`: it is the reminder."""

    message_id: int = 0
    is_due: bool = False


def stored_args(
    args: ReceiptArgs
    | AdditionArgs
    | ClosingArgs
    | SummaryArgs
    | ReminderNoteArgs
    | DigestArgs
    | NudgeArgs
    | FoundArgs
    | WatchArgs
    | UploadArgs
    | DirectoryArgs
    | HistoryArgs
    | OccasionArgs
    | CausesArgs
    | MeasureArgs
    | PaperChoiceArgs,
) -> Args:
    """As a notice holds them."""
    return asdict(args)


def read_args(kind: type[Kind], args: Mapping[str, Any]) -> Kind:
    """As the verb wrote them; TypeError for a row that was not written so."""
    return kind(**args)
