"""The warning that the production calendar ends: nothing is guessed beyond it, so somebody has to hear of it in time."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.ids import ChatId
from domain.notices import AlarmKind
from domain.rhythm.days import WAKING, Beat, Told
from domain.setup.calendar import find_missing_year
from services import announcements as announce
from services.ports import Rules, UnitOfWork


def is_due(rules: Rules, _: Told, now: datetime) -> bool:
    """Whether it is worth a look; the town's own date decides."""
    return find_missing_year(rules.known_until, (now + timedelta(days=1)).date()) is not None


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """Tell the administrators, once a week and in working hours, that a year is missing."""
    local = now.astimezone(ZoneInfo(uow.municipality.timezone))
    year = find_missing_year(rules.known_until, local.date())
    if year is None or rules.rests(now) or local.hour not in WAKING:
        return
    monday = local.date() - timedelta(days=local.weekday())
    if await uow.beats.add(Beat.CALENDAR_WARNING, monday, ChatId(0), now):
        announce.alarm(uow, AlarmKind.CALENDAR_ENDS, now, year=str(year))
        await uow.commit()
