"""What somebody holds who is not there any more: whose it is to be freed, so that nothing waits for nobody (A19)."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import Forbidden
from domain.ids import AppealId, AssignmentId, DepartmentCode
from domain.municipality import Members, Municipality, Role
from domain.people import Actor


class Absence(StrEnum):
    """Why somebody is not there."""

    LEFT = "left"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class HeldPart:
    """An appeal, or a department's part of one, that one person has accepted and not given."""

    id: AssignmentId
    appeal_id: AppealId
    number: str
    department: DepartmentCode
    executor_name: str | None
    is_lead: bool


def works_for(municipality: Municipality, user_id: int, department: str) -> bool:
    """Whether the staff list still has the person as an executor of the department; a trusted chat asks no list."""
    found = municipality.find_department(department)
    if found is not None and found.members is Members.CHAT:
        return True
    employee = municipality.find_employee(user_id)
    return employee is not None and Role.EXECUTOR in employee.roles and department in employee.departments


def ensure_may_release(actor: Actor, chat: int, municipality: Municipality) -> None:
    """Coordinators, in their chat or in private."""
    if Role.COORDINATOR not in actor.roles or chat not in (actor.user_id, municipality.chats.coordinators):
        raise Forbidden
