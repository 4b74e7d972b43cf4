"""The one term that a citizen is told: by which day the final answer comes."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from domain.casefile import CaseFile
from domain.deadlines import KeptDeadline
from domain.municipality import Municipality
from domain.regulation.terms import Stage
from locales.texts import Texts
from views.moments import day_and_month, zone

_INSTANT = timedelta(seconds=1)


def find_last(deadlines: Iterable[KeptDeadline]) -> datetime | None:
    """Until when the final answer is due; None where the regulation sets no such term, or the calendar cannot say it."""
    return next((one.due_at for one in deadlines if one.stage is Stage.FINAL), None)


def last_day(
    municipality: Municipality, texts: Texts, due: datetime | None, now: datetime | None = None
) -> str:
    """«13 марта»; empty where there is no such day, or it is over: then it promises nothing."""
    if due is None or (now is not None and now > due):
        return ""
    return day_and_month(_day(municipality, due), texts)


def day_of(file: CaseFile, due: datetime) -> date:
    """The last day of a term on the municipality's clocks; one that ends at midnight ends with the day before."""
    return _day(file.municipality, due)


def _day(municipality: Municipality, due: datetime) -> date:
    return (due - _INSTANT).astimezone(zone(municipality)).date()
