"""On the day of a measure's term its department is reminded once, when work goes on there."""

from datetime import datetime, timedelta
from typing import Final

from domain.causes.causes import Measure
from domain.causes.terms import is_day_of
from services.causes import telling
from services.ports import Rules, UnitOfWork

LOOKED_AHEAD: Final = timedelta(days=15)
"""The longest holidays: the department is reminded before them."""


async def remind(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """Each department by its own hours; a term that was moved is another one."""
    if not uow.municipality.is_open:
        return
    until = rules.calendar.date_of(now) + LOOKED_AHEAD
    due = [one for one in await uow.causes.list_untold(until) if _is_day(rules, one, now)]
    for measure in due:
        measure.told_due = measure.due
        uow.causes.save_measure(measure)
        telling.remind_department(uow, measure, now)
    if due:
        await uow.commit()


def _is_day(rules: Rules, measure: Measure, now: datetime) -> bool:
    department, due = measure.department, measure.due
    if department is None or due is None or rules.municipality.find_department(department) is None:
        return False
    return is_day_of(rules.calendar_of(department), due, now)
