"""Every change that an administrator makes in the chat, as a pure step from one state of the municipality to the next.

Whether the new state is a good one is judged afterwards, by the rules of the municipality file.
"""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.errors import NotFound, WordsNeeded
from domain.ids import DepartmentCode, TopicCode
from domain.municipality import (
    Category,
    DayKind,
    Department,
    DepartmentKind,
    Employee,
    Members,
    Municipality,
    Role,
    SetupStep,
    Topic,
    Weekday,
    WeeklyHours,
)
from domain.setup import terms
from domain.setup.calendar import find_exception, with_days, with_year, without_day, without_year
from domain.setup.errors import AlreadyThere, LastAdministrator, StillLacking
from domain.setup.founding import list_lacking, progressed
from domain.setup.vocabulary import MAY_BE_EMPTY, WORDED, Change
from domain.words.spelling import code_for, read_hours, read_topic, read_words

TIMEZONES: Final = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
)
"""One for each hour of Russia's clocks."""


def _week(*days: tuple[str, ...]) -> WeeklyHours:
    return {day: times for day, times in zip(Weekday, days, strict=False) if times}


READY_HOURS: Final[tuple[WeeklyHours, ...]] = (
    _week(*[("08:00-12:00", "13:00-17:00")] * 5),
    _week(*[("09:00-13:00", "14:00-18:00")] * 5),
    _week(*[("08:00-12:00", "13:00-17:00")] * 4, ("08:00-12:00", "13:00-16:00")),
    _week(*[("09:00-13:00", "13:45-18:00")] * 4, ("09:00-13:00", "13:45-16:45")),
)


def changed(
    municipality: Municipality, change: Change, of: str, value: str, *, now: datetime
) -> Municipality:
    """The municipality after the change. Raises NotFound, WordsNeeded and the errors of `domain.setup.errors`."""
    words = value.strip()
    if change in WORDED and not words:
        raise WordsNeeded
    if change in MAY_BE_EMPTY and words in _NOTHING:
        words = ""
    try:
        kind = _KINDS_OF_DAYS.get(change)
        if kind is None:
            new = _MAKERS[change](municipality, of, words)
        else:
            new = with_days(municipality, kind, words, now.astimezone(ZoneInfo(municipality.timezone)))
    except ValueError:
        # Only a forged button names a role or a category that there is not.
        raise NotFound from None
    _ensure_administrator(municipality, new)
    return progressed(new, _GIVES.get(change, ()))


def stamp(municipality: Municipality, change: Change, of: str) -> str:
    """Tells whether what a page showed is still so: a digest of the part that the change is about.

    What is only added to, by anybody, needs none.
    """
    seen = _SEEN.get(change)
    return f"{zlib.crc32(repr(_plain(seen(municipality, of))).encode()):08x}" if seen else ""


def find_employee(municipality: Municipality, of: str) -> Employee:
    """The person of the staff whose id this text is; raises NotFound."""
    employee = municipality.find_employee(int(of)) if of.isdecimal() else None
    if employee is None:
        raise NotFound
    return employee


def find_department(municipality: Municipality, of: str) -> Department:
    """The department of this code; raises NotFound."""
    department = municipality.find_department(of)
    if department is None:
        raise NotFound
    return department


def find_topic(municipality: Municipality, of: str) -> Topic:
    """The topic of this code; raises NotFound."""
    topic = municipality.find_topic(of)
    if topic is None:
        raise NotFound
    return topic


def without_person(municipality: Municipality, user_id: int) -> Municipality:
    """Nobody is this person any more: no role, no department, nobody's head or curator."""
    departments = tuple(
        replace(
            one,
            head=None if one.head == user_id else one.head,
            curator=None if one.curator == user_id else one.curator,
        )
        for one in municipality.departments
    )
    staff = tuple(one for one in municipality.staff if one.id != user_id)
    return replace(municipality, staff=staff, departments=departments)


def _plain(value: Any) -> Any:
    """A value that looks the same in every run of the program: sets have no order of their own."""
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, Mapping):
        return sorted((str(key), _plain(one)) for key, one in value.items())
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else str(value)


def leaves_nobody_in_charge(old: Municipality, new: Municipality) -> bool:
    """Whether the last administrator would go: nobody could set anything up any more."""
    return any(old.list_employees(Role.ADMIN)) and not any(new.list_employees(Role.ADMIN))


def _ensure_administrator(old: Municipality, new: Municipality) -> None:
    if leaves_nobody_in_charge(old, new):
        raise LastAdministrator


def _open(municipality: Municipality, _: str, __: str) -> Municipality:
    if list_lacking(municipality):
        raise StillLacking
    return municipality


def _timezone(municipality: Municipality, _: str, value: str) -> Municipality:
    return replace(municipality, timezone=value)


def _hours(municipality: Municipality, _: str, value: str) -> Municipality:
    if not value.isdecimal() or int(value) >= len(READY_HOURS):
        raise NotFound
    return replace(municipality, hours=READY_HOURS[int(value)])


def _own_hours(municipality: Municipality, _: str, value: str) -> Municipality:
    return replace(municipality, hours=read_hours(value))


def _with_department(municipality: Municipality, of: str, **fields: Any) -> Municipality:
    present = find_department(municipality, of)
    new = replace(present, **fields)
    return replace(
        municipality, departments=tuple(new if one is present else one for one in municipality.departments)
    )


def _new_department(municipality: Municipality, _: str, value: str) -> Municipality:
    name = " ".join(value.split())
    _ensure_new(name, [one.name for one in municipality.departments])
    code = code_for(name, {one.code for one in municipality.departments})
    new = Department(DepartmentCode(code), name, municipality.chats.coordinators)
    return replace(municipality, departments=(*municipality.departments, new))


def _department_name(municipality: Municipality, of: str, value: str) -> Municipality:
    name = " ".join(value.split())
    _ensure_new(name, [one.name for one in municipality.departments if one.code != of])
    return _with_department(municipality, of, name=name)


def _members(municipality: Municipality, of: str, value: str) -> Municipality:
    return _with_department(municipality, of, members=Members(value))


def _drop_department(municipality: Municipality, of: str, _: str) -> Municipality:
    """With its topics; its people stay, whatever else they are."""
    find_department(municipality, of)
    return replace(
        municipality,
        departments=tuple(one for one in municipality.departments if one.code != of),
        topics=tuple(one for one in municipality.topics if one.department != of),
        staff=tuple(
            replace(one, departments=one.departments - {DepartmentCode(of)}) for one in municipality.staff
        ),
    )


def _new_topic(municipality: Municipality, of: str, value: str) -> Municipality:
    name, words = read_topic(value)
    if not name:
        raise WordsNeeded
    department = find_department(municipality, of)
    _ensure_new(name, [one.name for one in municipality.topics])
    code = code_for(name, {one.code for one in municipality.topics})
    new = Topic(TopicCode(code), name, department.code, words=words)
    return replace(municipality, topics=(*municipality.topics, new))


def _with_topic(municipality: Municipality, of: str, **fields: Any) -> Municipality:
    present = find_topic(municipality, of)
    new = replace(present, **fields)
    return replace(municipality, topics=tuple(new if one is present else one for one in municipality.topics))


def _topic_name(municipality: Municipality, of: str, value: str) -> Municipality:
    name = " ".join(value.split())
    _ensure_new(name, [one.name for one in municipality.topics if one.code != of])
    return _with_topic(municipality, of, name=name)


def _drop_topic(municipality: Municipality, of: str, _: str) -> Municipality:
    topic = find_topic(municipality, of)
    return replace(municipality, topics=tuple(one for one in municipality.topics if one is not topic))


def _with_person(municipality: Municipality, of: str, **fields: Any) -> Municipality:
    present = find_employee(municipality, of)
    new = replace(present, **fields)
    return replace(municipality, staff=tuple(new if one is present else one for one in municipality.staff))


def _role(municipality: Municipality, of: str, value: str) -> Municipality:
    """Pressed again, the role is gone."""
    return _with_person(municipality, of, roles=find_employee(municipality, of).roles ^ {Role(value)})


def _place(municipality: Municipality, of: str, value: str) -> Municipality:
    department = find_department(municipality, value)
    places = find_employee(municipality, of).departments ^ {department.code}
    return _with_person(municipality, of, departments=places)


def _remove(municipality: Municipality, of: str, _: str) -> Municipality:
    return without_person(municipality, find_employee(municipality, of).id)


def _ensure_new(name: str, taken: list[str]) -> None:
    if name.casefold() in (one.casefold() for one in taken):
        raise AlreadyThere(name)


_KINDS_OF_DAYS: Final = {
    Change.DAY_OFF: DayKind.OFF,
    Change.WORKING_DAY: DayKind.WORKING,
    Change.SHORT_DAY: DayKind.SHORTENED,
}
_NOTHING: Final = frozenset("-–—")
"""What a person writes to take a value away."""
_GIVES: Final[Mapping[Change, tuple[SetupStep, ...]]] = {
    Change.NAME: (SetupStep.NAME,),
    Change.TIMEZONE: (SetupStep.TIMEZONE,),
    Change.REGULATION: (SetupStep.REGULATION,),
    Change.HOURS: (SetupStep.HOURS,),
    Change.OWN_HOURS: (SetupStep.HOURS,),
    Change.OPEN: (SetupStep.OPENING,),
}
_MAKERS: Final[Mapping[Change, Callable[[Municipality, str, str], Municipality]]] = {
    Change.NAME: lambda town, _, value: replace(town, name=" ".join(value.split())),
    Change.TIMEZONE: _timezone,
    Change.REGULATION: lambda town, _, value: replace(town, regulation=value, regulation_text=""),
    Change.HOURS: _hours,
    Change.OWN_HOURS: _own_hours,
    Change.OPEN: _open,
    Change.NEW_DEPARTMENT: _new_department,
    Change.DEPARTMENT_NAME: _department_name,
    Change.SHORT: lambda town, of, value: _with_department(town, of, short=value),
    Change.PHONE: lambda town, of, value: _with_department(town, of, duty_phone=value),
    Change.DEPARTMENT_EMAIL: lambda town, of, value: _with_department(town, of, email=value),
    Change.MEMBERS: _members,
    Change.DEPARTMENT_KIND: lambda town, of, value: _with_department(town, of, kind=DepartmentKind(value)),
    Change.DROP_DEPARTMENT: _drop_department,
    Change.NEW_TOPIC: _new_topic,
    Change.TOPIC_NAME: _topic_name,
    Change.WORDS: lambda town, of, value: _with_topic(town, of, words=read_words(value)),
    Change.URGENT: lambda town, of, value: _with_topic(town, of, urgent=value == "1"),
    Change.CATEGORY: lambda town, of, value: _with_topic(town, of, category=Category(value)),
    Change.DROP_TOPIC: _drop_topic,
    Change.PERSON_NAME: lambda town, of, value: _with_person(town, of, name=" ".join(value.split())),
    Change.ROLE: _role,
    Change.PLACE: _place,
    Change.REMOVE: _remove,
    Change.POSITION: lambda town, of, value: _with_person(town, of, position=value),
    Change.PERSON_PHONE: lambda town, of, value: _with_person(town, of, phone=value),
    Change.EMAIL: lambda town, of, value: _with_person(town, of, email=value),
    **terms.MAKERS,
    Change.DROP_DAY: lambda town, of, _: without_day(town, of),
    Change.NEW_YEAR: lambda town, _, value: with_year(town, value),
    Change.DROP_YEAR: lambda town, of, _: without_year(town, of),
}
_SEEN: Final[Mapping[Change, Callable[[Municipality, str], Any]]] = {
    Change.NAME: lambda town, _: town.name,
    Change.TIMEZONE: lambda town, _: town.timezone,
    Change.REGULATION: lambda town, _: town.regulation,
    Change.HOURS: lambda town, _: town.hours,
    Change.OWN_HOURS: lambda town, _: town.hours,
    Change.DROP_DAY: find_exception,
    **dict.fromkeys((Change.NEW_YEAR, Change.DROP_YEAR), lambda town, _: town.calendar_years),
    **terms.SEEN,
    **dict.fromkeys(
        (
            Change.DEPARTMENT_NAME,
            Change.SHORT,
            Change.PHONE,
            Change.DEPARTMENT_EMAIL,
            Change.MEMBERS,
            Change.DEPARTMENT_KIND,
            Change.DROP_DEPARTMENT,
        ),
        lambda town, of: town.find_department(of),
    ),
    **dict.fromkeys(
        (Change.TOPIC_NAME, Change.WORDS, Change.URGENT, Change.CATEGORY, Change.DROP_TOPIC),
        lambda town, of: town.find_topic(of),
    ),
    **dict.fromkeys(
        (
            Change.PERSON_NAME,
            Change.ROLE,
            Change.PLACE,
            Change.REMOVE,
            Change.POSITION,
            Change.PERSON_PHONE,
            Change.EMAIL,
        ),
        lambda town, of: town.find_employee(int(of)) if of.isdecimal() else None,
    ),
}
