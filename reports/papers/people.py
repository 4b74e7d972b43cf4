"""The fields of the directory of responsible persons (R17; Chaikovsky, order п. 3)."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.municipality import Municipality
from domain.setup.directory import Responsible, list_responsible
from locales.texts import Texts
from reports.papers.words import literal


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who answers for a department; one that nobody answers for stands with an empty name. `heading`: the
    department's name on the first line of its own, empty on the others.
    """

    heading: str
    department: str
    part: str
    name: str
    position: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class PeopleFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    people: tuple[PersonLine, ...]
    lacking: str


def people_fields(town: Municipality, texts: Texts) -> PeopleFields:
    """`lacking`: departments in which nobody has a phone and an e-mail."""
    found = list_responsible(town)
    return PeopleFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        people=tuple(line for one in found for line in _lines(one, texts)),
        lacking=", ".join(literal(one.department.name) for one in found if one.lacks_contacts),
    )


def _lines(one: Responsible, texts: Texts) -> Iterator[PersonLine]:
    department = literal(one.department.name)
    for place, (part, employee) in enumerate(one.people):
        yield PersonLine(
            heading="" if place else department,
            department=department,
            part=texts.plain(f"paper-person-{part.value}"),
            name=literal(employee.name),
            position=literal(employee.position),
            phone=literal(employee.phone),
            email=literal(employee.email),
        )
    if not one.people:
        yield PersonLine(department, department, texts.plain("paper-person-nobody"), "", "", "", "")
