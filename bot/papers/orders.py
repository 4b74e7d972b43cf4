"""What a paper is asked to be made of, and where it goes."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Order:
    """`out`: a file; `template`: a form for this once; `as_json`: the figures are printed.

    `departments`: codes whose part of the register is told of alone (R66); empty: everything.
    """

    out: Path | None
    template: Path | None = None
    as_json: bool = False
    departments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days, both of them included."""

    first: date
    last: date

    def moments(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """From the first moment on, before the second."""
        after = self.last + ONE_DAY
        return datetime.combine(self.first, time(), zone), datetime.combine(after, time(), zone)
