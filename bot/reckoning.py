"""The terms that follow from a municipality's settings: its regulation, with the calendars of all who act."""

import hashlib
import logging
from functools import partial

from bot.production_calendar import declared_years, describe_data, regional_days, town_calendar
from bot.regulation_file import regulation_of
from domain.appeal import Appeal
from domain.deadlines import Reckoning
from domain.ids import DepartmentCode
from domain.municipality import Municipality
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError

_log = logging.getLogger(__name__)

_KEPT = 4
_made: list[tuple[Municipality, Reckoning]] = []
"""The latest settings asked about: before and after a change, so that nobody builds a calendar twice."""


def reckon(municipality: Municipality) -> Reckoning:
    """The terms of these settings; made once for one version of them."""
    for known, reckoning in _made:
        if known is municipality:
            return reckoning
    reckoning = _make(municipality)
    _made.insert(0, (municipality, reckoning))
    del _made[_KEPT:]
    return reckoning


def days_left(municipality: Municipality, appeal: Appeal) -> int:
    """By how many days the term of the answer can still be moved (R07); 0 also where the calendar cannot say it."""
    try:
        room = reckon(municipality).find_room(appeal)
    except CalendarError as error:
        _log.warning(
            "how far the term of %s goes is not known: %s %s", appeal.number, error.code, dict(error.facts)
        )
        return 0
    return room.left if room else 0


def _make(municipality: Municipality) -> Reckoning:
    town = town_calendar(municipality)
    return Reckoning(
        regulation=regulation_of(municipality),
        town=town,
        stamp=_stamp(municipality),
        calendar_of=partial(_calendar_of, municipality, town, {}),
        reasons={
            **regional_days(municipality.region),
            **{one.date: one.reason for one in municipality.calendar if one.reason},
        },
    )


def _calendar_of(
    municipality: Municipality,
    town: WorkCalendar,
    known: dict[DepartmentCode, WorkCalendar],
    code: DepartmentCode,
) -> WorkCalendar:
    """A department goes by its own hours where it has any, else by the municipality's (A5)."""
    department = municipality.find_department(code)
    if department is None or department.hours is None:
        return town
    if code not in known:
        known[code] = town_calendar(municipality, department.hours, department.name)
    return known[code]


def _stamp(municipality: Municipality) -> str:
    """A new version of the program may bring other days off or terms, too."""
    parts = (
        regulation_of(municipality),
        municipality.timezone,
        municipality.region,
        sorted(municipality.hours.items()),
        municipality.calendar,
        [(one.code, one.hours and sorted(one.hours.items())) for one in municipality.departments],
        declared_years(municipality.calendar_years),
        describe_data(),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]
