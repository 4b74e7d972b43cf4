"""What somebody whom the coordinators have blocked is told: kindly, why, where else to write, and once a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import Citizen
from domain.notices import NoticeKind
from services import announcements as announce
from services.ports import UnitOfWork


def tell_once_a_day(uow: UnitOfWork, citizen: Citizen, now: datetime) -> None:
    """A day is one of the municipality's calendar; further messages of the day are kept without a word."""
    zone = ZoneInfo(uow.municipality.timezone)
    told = citizen.bar_told_at
    if told is not None and told.astimezone(zone).date() == now.astimezone(zone).date():
        return
    citizen.bar_told_at = now
    uow.citizens.save(citizen)
    args = {"text": "citizen-barred", "reason": citizen.bar_reason}
    announce.tell_citizen(uow, citizen, NoticeKind.SAY, now, args=args)
