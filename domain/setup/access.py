"""A colleague who is not in the list yet presses a button of the department: may ask, and who may let in says yes or no."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.ids import ChatId, DepartmentCode, UserId
from domain.municipality import Department, Employee, Municipality, Role
from domain.people import Actor

OFFERED_AGAIN: Final = timedelta(days=1)
"""So long nobody is offered the same twice, however often a button is pressed."""


@dataclass(slots=True)
class AccessRequest:
    """Offered to one person for one department; `asked_at` once he or she has asked, `decided_*` once it is decided."""

    id: int
    user_id: UserId
    name: str
    department: DepartmentCode
    chat_id: ChatId
    thread_id: int
    offered_at: datetime
    asked_at: datetime | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    granted: bool = False


def department_at(municipality: Municipality, chat: int, thread: int) -> Department | None:
    """Whose work is done here, where that is one department's alone; nobody asks for «some» department."""
    if chat == municipality.chats.coordinators:
        return None
    here = [one for one in municipality.list_departments_of_chat(chat) if one.thread in (0, thread)]
    own = [one for one in here if one.thread == thread] or here
    return own[0] if len(own) == 1 else None


def list_heads(municipality: Municipality, department: Department) -> list[Employee]:
    """Who answers for the department: the head that is named, and those with the role."""
    return [
        one
        for one in municipality.staff
        if one.id == department.head
        or (Role.DEPARTMENT_HEAD in one.roles and department.code in one.departments)
    ]


def list_curators(municipality: Municipality, department: Department) -> list[UserId]:
    """Who hears of the department's faults (R55): the curator that is named, and those with the role there."""
    named = [department.curator] if department.curator else []
    by_role = [
        one.id
        for one in municipality.staff
        if Role.CURATOR in one.roles and department.code in one.departments
    ]
    return list(dict.fromkeys([*named, *by_role]))


def may_decide(municipality: Municipality, department: Department, actor: Actor) -> bool:
    """The head or who stands in for the head, a coordinator or an administrator."""
    people = {actor.user_id, *actor.stands_for}
    is_head = any(one.id in people for one in list_heads(municipality, department))
    return is_head or bool(actor.roles & {Role.COORDINATOR, Role.ADMIN})
