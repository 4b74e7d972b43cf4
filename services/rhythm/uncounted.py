"""A deadline that the working calendar cannot say: whoever can mend the calendar hears of it, once."""

from collections.abc import Iterable
from datetime import datetime

from domain.ids import ChatId
from domain.notices import AlarmKind
from domain.worktime.errors import CalendarError
from services import announcements as announce
from services.ports import UnitOfWork


async def tell(uow: UnitOfWork, troubles: Iterable[CalendarError], *, now: datetime) -> None:
    """An alarm for each calendar and year, once for the settings in force; part of the transaction that met the trouble."""
    for trouble in troubles:
        calendar, year = (str(trouble.facts.get(name, "")) for name in ("calendar", "year"))
        _, settled_at = await uow.last_settings_change()
        what = f"uncounted:{trouble.code}:{year}:{calendar}"
        if await uow.beats.add(what, settled_at.date(), ChatId(0), now):
            announce.alarm(
                uow, AlarmKind.TERM_UNKNOWN, now, trouble=trouble.code, calendar=calendar, year=year
            )
