"""The directory of responsible persons: who answers for each department, and how to reach them (R17, Chaikovsky, order п. 3)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from domain.ids import DepartmentCode
from domain.municipality import Department, Employee, Municipality, Role
from domain.setup.access import list_curators, list_heads


class Part(StrEnum):
    """What somebody is to a department, in the order in which they are told."""

    HEAD = "head"
    EXECUTOR = "executor"
    CURATOR = "curator"


@dataclass(frozen=True, slots=True)
class Responsible:
    """A department with its people, each once, by the first of what they are to it."""

    department: Department
    people: tuple[tuple[Part, Employee], ...]

    @property
    def lacks_contacts(self) -> bool:
        """Whether nobody who answers for it has a name, a phone and an e-mail in the list, as the order demands."""
        answering = (one for part, one in self.people if part is not Part.CURATOR)
        return not any(one.phone and one.email for one in answering)


def list_responsible(
    municipality: Municipality, scope: Collection[DepartmentCode] | None = None
) -> list[Responsible]:
    """In the order of the municipality; `scope`: these departments alone, None: all."""
    return [
        Responsible(one, _people_of(municipality, one))
        for one in municipality.departments
        if scope is None or one.code in scope
    ]


def _people_of(municipality: Municipality, department: Department) -> tuple[tuple[Part, Employee], ...]:
    found: dict[int, tuple[Part, Employee]] = {}
    for one in list_heads(municipality, department):
        found.setdefault(one.id, (Part.HEAD, one))
    for one in municipality.list_employees(Role.EXECUTOR):
        if department.code in one.departments:
            found.setdefault(one.id, (Part.EXECUTOR, one))
    for curator in list_curators(municipality, department):
        employee = municipality.find_employee(curator)
        if employee is not None:
            found.setdefault(employee.id, (Part.CURATOR, employee))
    return tuple(found.values())
