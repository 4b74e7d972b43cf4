"""To whom the card of an appeal can go by e-mail: its departments and the people in them (R17, R30)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.ids import DepartmentCode
from domain.municipality import Department, Municipality, Role

_ANSWERING = frozenset({Role.EXECUTOR, Role.DEPARTMENT_HEAD})


@dataclass(frozen=True, slots=True)
class Recipient:
    """`key` names it on a button: `d.` and a department's code, or `p.` and a person's id."""

    key: str
    department: DepartmentCode
    name: str
    address: str


def list_recipients(municipality: Municipality, codes: Iterable[DepartmentCode | None]) -> list[Recipient]:
    """For each department its own address first, then those of its executors and its head; none twice."""
    found: dict[str, Recipient] = {}
    for code in codes:
        department = municipality.find_department(code or "")
        for one in _of_department(municipality, department) if department is not None else ():
            found.setdefault(one.address.casefold(), one)
    return list(found.values())


def _of_department(municipality: Municipality, department: Department) -> Iterator[Recipient]:
    if department.email:
        yield Recipient(f"d.{department.code}", department.code, department.label, department.email)
    for employee in municipality.staff:
        works = department.code in employee.departments and employee.roles & _ANSWERING
        if employee.email and (works or employee.id == department.head):
            yield Recipient(f"p.{employee.id}", department.code, employee.name, employee.email)
