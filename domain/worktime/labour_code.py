"""What the Labour Code alone says of a year, before the government moves days off by decree (TK RF, art. 95, 112)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

NEW_YEAR: Final = tuple((1, day) for day in range(1, 9))
"""Days off that fall on these go where the government says, and nowhere before it has said so (art. 112, part 2)."""
OTHER_HOLIDAYS: Final = ((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearByLaw:
    """`off`: holidays, and the working days that take the place of weekends on which a holiday fell; `shortened`: working
    days right before a holiday. Both of a five-day week.
    """

    off: frozenset[date]
    shortened: frozenset[date]


def holidays_of(year: int) -> frozenset[date]:
    """Holidays that are nobody's working days, on whatever weekday they fall (art. 112, part 1)."""
    return frozenset(date(year, month, day) for month, day in (*NEW_YEAR, *OTHER_HOLIDAYS))


def year_by_law(year: int) -> YearByLaw:
    """The year as it is without a decree."""
    holidays = holidays_of(year)
    off = holidays.union(_list_moved(year))
    eves = {day - _DAY for day in (*holidays, date(year + 1, 1, 1)) if day - _DAY >= date(year, 1, 1)}
    return YearByLaw(off, frozenset(day for day in eves - off if not _is_weekend(day)))


def _list_moved(year: int) -> Iterator[date]:
    """A holiday on a weekend takes no day off from anybody: the next working day is off (art. 112, part 2)."""
    taken = set(holidays_of(year))
    for month, day in OTHER_HOLIDAYS:
        moved = date(year, month, day)
        if not _is_weekend(moved):
            continue
        while moved in taken or _is_weekend(moved):
            moved += _DAY
        taken.add(moved)
        yield moved


def _is_weekend(day: date) -> bool:
    return day.weekday() >= _SATURDAY
