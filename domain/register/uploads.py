"""The results of a month in the presidential portal ССТУ.РФ: brought there by hand, marked here (R82, Nevinnomyssk).

DomainError
└── MonthNotOver    a month whose results nobody can have yet
"""

from dataclasses import dataclass
from datetime import date, datetime

from domain.errors import DomainError


@dataclass(frozen=True, slots=True)
class Upload:
    """Somebody has brought in the results of the month that begins with this date; the first press counts."""

    month: date
    uploaded_by: str
    uploaded_at: datetime


class MonthNotOver(DomainError):
    """A forged button."""

    code = "error-month-not-over"


def month_before(begun: date) -> date:
    """The first of the month that was over when this one began."""
    return date(begun.year - (begun.month == 1), (begun.month - 2) % 12 + 1, 1)
