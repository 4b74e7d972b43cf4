"""What a ranking of departments counts of an appeal, besides what every paper does (R67, R70)."""

from dataclasses import dataclass
from datetime import datetime

from domain.register.paper_rows import PaperRow


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term that a department itself had to keep; aware moments. `ended`: None while it runs."""

    department: str
    due: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class RankedRow:
    """An appeal with the terms of those who worked on it, in the order in which they began.

    Empty `terms`: the program kept none, as of a row from a file. `is_repeated`: somebody wrote on the same again.
    """

    row: PaperRow
    terms: tuple[OwnTerm, ...]
    is_repeated: bool
