"""A question that a citizen never answers: where it stops the clocks, no deadline would ever speak of it again (A16)."""

from datetime import UTC, datetime, time, timedelta
from typing import Final

from domain.ids import AppealId, ChatId
from domain.notices import Args, NoticeKind
from domain.worktime.errors import CalendarError
from services import announcements as announce
from services.ports import Rules, UnitOfWork

PATIENCE: Final = 3
"""Working days after that of the question; the documents name none, this number is ours."""


def find_asked_before(rules: Rules, now: datetime) -> datetime | None:
    """Questions before this moment have waited long enough; None while nobody is to be disturbed."""
    calendar = rules.calendar
    try:
        if not calendar.is_open(now):
            return None
        day = calendar.date_of(now)
        for _ in range(PATIENCE):
            day = calendar.working_day_before(day)
    except CalendarError:
        return None
    return datetime.combine(day + timedelta(days=1), time(), calendar.tz)


async def tell(uow: UnitOfWork, appeal_id: AppealId, *, now: datetime) -> None:
    """The coordinators read it once for each question, with what can be done."""
    appeal = await uow.appeals.get(appeal_id)
    asked = appeal.asked_at
    if asked is None or not appeal.is_open or not uow.municipality.is_open:
        return
    day = asked.astimezone(UTC).date()
    if await uow.beats.add(f"unanswered:{appeal.id}", day, ChatId(0), now):
        args: Args = {
            "text": "citizen-is-silent",
            "number": appeal.number,
            "stands": "yes" if uow.reckoning.regulation.pause_on_clarify else "no",
            "loud": True,
        }
        announce.tell_coordinators(uow, appeal, NoticeKind.STAFF_LINE, now, args=args)
    await uow.commit()
