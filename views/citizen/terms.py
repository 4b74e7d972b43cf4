"""The one term that a citizen is told: by which day the final answer comes."""

from datetime import date, datetime, timedelta

from domain.casefile import CaseFile
from domain.regulation.terms import Stage
from views.moments import zone

_INSTANT = timedelta(seconds=1)


def last_day(file: CaseFile, now: datetime | None = None) -> str:
    """«13.03.2026»; empty where the regulation sets no such term, the calendar cannot say it, or it is over."""
    due = next((one.due_at for one in file.deadlines if one.stage is Stage.FINAL), None)
    if due is None or (now is not None and now > due):
        return ""
    return f"{day_of(file, due):%d.%m.%Y}"


def day_of(file: CaseFile, due: datetime) -> date:
    """The last day of a term on the municipality's clocks; one that ends at midnight ends with the day before."""
    return (due - _INSTANT).astimezone(zone(file.municipality)).date()
