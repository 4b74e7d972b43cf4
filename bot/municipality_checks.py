"""Whether the parts of the municipality file fit together.

The mistakes are sought in the raw tables, so that a wrong value elsewhere does not hide them; what is allowed
but was hardly meant is sought when there are none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.municipality_fields import CALENDAR_YEARS
from bot.production_calendar import shipped_years
from bot.setup_texts import shown
from bot.territory_checks import find_doubled_houses
from bot.toml_lines import TomlPath
from domain.municipality import DayKind, Members, Municipality, Role, Weekday

Table = dict[str, Any]

_UNIQUE = (
    ("calendar", "date"),
    ("channels", "code"),
    ("departments", "code"),
    ("staff", "id"),
    ("topics", "code"),
    ("territories", "code"),
    ("territories", "name"),
    ("bodies", "code"),
    ("bodies", "name"),
)
_CALENDAR_KEYS = {"hours": DayKind.WORKING, "minutes": DayKind.SHORTENED}
"""Keys of an exception that only one kind of day reads."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to say about a place of the file: the key of the text and its arguments."""

    path: TomlPath
    text: str
    facts: dict[str, str] = field(default_factory=dict)


def find_mistakes(document: Table) -> Iterator[Flaw]:
    """Doubles and references that lead nowhere; tolerates values of any type."""
    for section, key in _UNIQUE:
        yield from _find_doubles(document, section, key)
    yield from _find_double_words(document)
    yield from _find_lost_departments(document)
    yield from _find_empty_weekdays(document)
    yield from _find_lost_years(document)
    yield from _find_doubled_houses(document)


def find_warnings(document: Table, municipality: Municipality) -> Iterator[Flaw]:
    """What the program can work with but the administrator probably did not mean."""
    if not municipality.departments:
        yield Flaw(("departments",), "setup-no-departments")
    if not municipality.staff:
        yield Flaw(("staff",), "setup-no-staff")
    else:
        yield from _find_strangers(municipality)
        yield from _find_idle(municipality)
    yield from _find_empty_territories(municipality)
    yield from _find_bare_bodies(municipality)
    yield from _find_shared_public(municipality)
    yield from _find_useless_keys(document)
    yield from _find_needless_years(document)


def _rows(document: Table, section: str) -> Iterator[tuple[int, Table]]:
    rows = document.get(section)
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        if isinstance(row, dict):
            yield index, row


def _strings(table: Table, key: str) -> Iterator[tuple[int, str]]:
    values = table.get(key)
    for index, value in enumerate(values if isinstance(values, list) else []):
        if isinstance(value, str):
            yield index, value


def _find_doubles(document: Table, section: str, key: str) -> Iterator[Flaw]:
    seen = set()
    for index, row in _rows(document, section):
        value = str(row.get(key, ""))
        if value and value in seen:
            yield Flaw((section, index, key), "setup-double", {"value": shown(value)})
        seen.add(value)


def _find_double_words(document: Table) -> Iterator[Flaw]:
    for index, topic in _rows(document, "topics"):
        seen = set()
        for place, word in _strings(topic, "words"):
            plain = " ".join(word.casefold().replace("ё", "е").split())
            if plain in seen:
                yield Flaw(("topics", index, "words", place), "setup-double-word", {"value": shown(word)})
            seen.add(plain)


def _find_lost_departments(document: Table) -> Iterator[Flaw]:
    codes = [row["code"] for _, row in _rows(document, "departments") if isinstance(row.get("code"), str)]
    for path, code in _list_department_references(document):
        if code not in codes:
            text = "setup-unknown-department" if codes else "setup-no-such-department"
            yield Flaw(path, text, {"value": shown(code), "expected": ", ".join(dict.fromkeys(codes))})


def _list_department_references(document: Table) -> Iterator[tuple[TomlPath, str]]:
    for index, employee in _rows(document, "staff"):
        for place, code in _strings(employee, "departments"):
            yield ("staff", index, "departments", place), code
    for index, topic in _rows(document, "topics"):
        if isinstance(topic.get("department"), str):
            yield ("topics", index, "department"), topic["department"]


def _find_shared_public(municipality: Municipality) -> Iterator[Flaw]:
    """Where the staff works, nothing is listened to as comments."""
    for place, chat in enumerate(municipality.chats.public):
        if chat in municipality.staff_chats:
            yield Flaw(("chats", "public", place), "setup-public-staff", {"value": str(chat)})


def _find_empty_weekdays(document: Table) -> Iterator[Flaw]:
    """A day that works "as on Friday" needs working hours on Friday."""
    hours = document.get("hours")
    for index, row in _rows(document, "calendar"):
        day = row.get("hours")
        if day in tuple(Weekday) and isinstance(hours, dict) and not hours.get(day):
            yield Flaw(("calendar", index, "hours"), "setup-day-without-hours", {"value": day})


def _find_lost_years(document: Table) -> Iterator[Flaw]:
    """Known years have no gap: a term never runs through one that is not known into one that is."""
    declared = _list_years(document)
    known = {*shipped_years(), *(year for _, year in declared)}
    seen: set[int] = set()
    for index, year in declared:
        place = ("municipality", "calendar_years", index)
        if year in seen:
            yield Flaw(place, "setup-double", {"value": str(year)})
        elif year > shipped_years().stop and year - 1 not in known:
            yield Flaw(place, "setup-year-gap", {"value": str(year), "expected": str(year - 1)})
        seen.add(year)


def _list_years(document: Table) -> list[tuple[int, int]]:
    general = document.get("municipality")
    years = general.get("calendar_years") if isinstance(general, dict) else None
    written = enumerate(years if isinstance(years, list) else [])
    return [(index, year) for index, year in written if type(year) is int and year in CALENDAR_YEARS]


def _find_needless_years(document: Table) -> Iterator[Flaw]:
    """A newer program brings a year that the file declares: a good file stays one, and the decree counts."""
    for index, year in _list_years(document):
        if year in shipped_years():
            yield Flaw(("municipality", "calendar_years", index), "setup-year-known", {"value": str(year)})


def _find_doubled_houses(document: Table) -> Iterator[Flaw]:
    for one in find_doubled_houses(list(_rows(document, "territories"))):
        text = "setup-street-claimed-house" if one.house else "setup-street-claimed"
        yield Flaw(one.path, text, {"value": one.entry, "other": one.other, "house": one.house})


def _find_strangers(municipality: Municipality) -> Iterator[Flaw]:
    for index, department in enumerate(municipality.departments):
        for key in ("curator", "head"):
            user = getattr(department, key)
            if user is not None and municipality.find_employee(user) is None:
                yield Flaw(("departments", index, key), "setup-stranger", {"value": str(user)})


def _find_idle(municipality: Municipality) -> Iterator[Flaw]:
    """Executors without a department and departments in which nobody may press."""
    for index, employee in enumerate(municipality.staff):
        if Role.EXECUTOR in employee.roles and not employee.departments:
            yield Flaw(("staff", index), "setup-executor-without-department", {"value": employee.name})
    staffed = {code for employee in municipality.staff for code in employee.departments}
    for index, department in enumerate(municipality.departments):
        manned = department.code in staffed or municipality.works_by_mail(department)
        if department.members is Members.LISTED and not manned:
            yield Flaw(("departments", index), "setup-department-without-staff", {"value": department.code})


def _find_empty_territories(municipality: Municipality) -> Iterator[Flaw]:
    """Nothing is ever found to lie in them; they can only be set by hand."""
    for index, territory in enumerate(municipality.territories):
        if not (territory.streets or territory.points):
            yield Flaw(("territories", index), "setup-territory-empty", {"value": territory.name})


def _find_bare_bodies(municipality: Municipality) -> Iterator[Flaw]:
    """An answer that sends somebody there would lack the same (R25)."""
    for index, body in enumerate(municipality.bodies):
        lacks = [key for key in ("phone", "email", "site") if not getattr(body, key)]
        if lacks:
            facts = {"value": body.name, "expected": ", ".join(lacks)}
            yield Flaw(("bodies", index), "setup-body-bare", facts)


def _find_useless_keys(document: Table) -> Iterator[Flaw]:
    for index, row in _rows(document, "calendar"):
        for key, kind in _CALENDAR_KEYS.items():
            if key in row and row.get("kind") != kind:
                yield Flaw(("calendar", index, key), "setup-useless-key", {"kind": kind})
