"""The register as a table: one row for each message, by whatever channel it came (R03, Grozny, алг. 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.kinds import AppealKind
from domain.municipality import Category
from domain.outcomes import Outcome
from domain.register.marks import ApplicantKind
from domain.ways import Way

HIGHEST_RATING = 5


class Column(StrEnum):
    """The columns of the register in their order; the words of the headline are the stable interface."""

    NUMBER = "number"
    RECEIVED = "received"
    ANSWERED = "answered"
    CHANNEL = "channel"
    ACCOUNT = "account"
    EXTERNAL_NUMBER = "external_number"
    LINK = "link"
    APPLICANT = "applicant"
    APPLICANT_KIND = "applicant_kind"
    CONTACT = "contact"
    KIND = "kind"
    FORMAL = "formal"
    TOPIC = "topic"
    ADDRESS = "address"
    TERRITORY = "territory"
    GIST = "gist"
    TEXT = "text"
    EXECUTORS = "executors"
    COLLECTIVE = "collective"
    URGENT = "urgent"
    IMPORTANT = "important"
    FORWARDED_FROM = "forwarded_from"
    REPEAT_OF = "repeat_of"
    CATEGORY = "category"
    OUTCOME = "outcome"
    WAY = "way"
    OUTGOING_NUMBER = "outgoing_number"
    OUTGOING_DATE = "outgoing_date"
    REQUESTS = "requests"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Executor:
    """A department by its code, with the number of questions put to it (R74)."""

    department: str
    questions: int = 1


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row. The fields are named as the columns; moments are aware, texts are empty where nothing is known.

    `kind`, `category`, `way` are None where a file leaves them to the program. `place`: the row of the file, the
    headline being 1.
    """

    received: datetime
    number: str = ""
    answered: datetime | None = None
    channel: str = ""
    account: str = ""
    external_number: str = ""
    link: str = ""
    applicant: str = ""
    applicant_kind: ApplicantKind = ApplicantKind.CITIZEN
    contact: str = ""
    kind: AppealKind | None = None
    formal: bool = False
    topic: str | None = None
    address: str = ""
    territory: str = ""
    gist: str = ""
    text: str = ""
    executors: tuple[Executor, ...] = ()
    collective: bool = False
    urgent: bool = False
    important: bool = False
    forwarded_from: str = ""
    repeat_of: str = ""
    category: Category | None = None
    outcome: Outcome | None = None
    way: Way | None = None
    outgoing_number: str = ""
    outgoing_date: date | None = None
    requests: int = 0
    rating: int | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why a row cannot be taken, and what to do: `text` is a key, `facts` its arguments; no column: the whole row."""

    place: int
    column: Column | None
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)
