"""May this person do this to this appeal in this chat? Answered from the presser's own id, inside the transaction."""

from domain.appeal import Appeal
from domain.errors import Forbidden
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Municipality, Role
from domain.people import Actor
from domain.status import TRANSITIONS, Action


def ensure_may(
    actor: Actor,
    action: Action,
    *,
    appeal: Appeal,
    chat: int,
    municipality: Municipality,
    card_chat: int | None = None,
    department: DepartmentCode | None = None,
) -> None:
    """Raise `Forbidden` unless one of the actor's roles allows the action here.

    `card_chat` is where the appeal's card stands when its department's own chat can't be reached; `department` is
    whose part of the appeal it is about, where that is not the lead's.
    """
    held = TRANSITIONS[action].roles & actor.roles
    whose = department or appeal.department
    if not any(_holds_here(role, actor, whose, chat, municipality, card_chat) for role in held):
        raise Forbidden


def _holds_here(
    role: Role,
    actor: Actor,
    whose: DepartmentCode | None,
    chat: int,
    municipality: Municipality,
    card_chat: int | None,
) -> bool:
    if role is Role.EXECUTOR:
        return whose in actor.departments and chat in _department_chats(whose, municipality, card_chat)
    home: dict[Role, ChatId] = {
        Role.COORDINATOR: municipality.chats.coordinators,
        Role.APPROVER: municipality.chats.approvals,
        Role.LEADER: municipality.chats.leadership,
        Role.MAYOR: municipality.chats.leadership,
    }
    return chat in (home.get(role), actor.user_id)


def _department_chats(
    whose: DepartmentCode | None, municipality: Municipality, card_chat: int | None
) -> set[int | None]:
    department = municipality.find_department(whose) if whose else None
    return {department.chat if department else None, card_chat}
