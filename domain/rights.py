"""May this person do this to this appeal in this chat? Answered from the presser's own id, inside the transaction."""

from typing import Final

from domain.appeal import Appeal
from domain.errors import Forbidden
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Municipality, Role
from domain.notices import CardKind
from domain.people import Actor
from domain.status import TRANSITIONS, Action

_CARDS_OF: Final = {
    Role.COORDINATOR: CardKind.COORDINATORS,
    Role.EXECUTOR: CardKind.DEPARTMENT,
    Role.APPROVER: CardKind.VIEW,
    Role.LEADER: CardKind.LEADERSHIP,
    Role.MAYOR: CardKind.LEADERSHIP,
}
"""The card that each role sees where it works; an approver's drafts have cards of their own."""


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


def ensure_works_here(actor: Actor, role: Role, *, chat: int, municipality: Municipality) -> None:
    """Raise `Forbidden` unless the actor has the role and is in its chat or in private: for what concerns no one appeal."""
    if role not in actor.roles or chat not in (_homes(municipality).get(role), actor.user_id):
        raise Forbidden


def ensure_may_bar(actor: Actor, *, chat: int, municipality: Municipality) -> None:
    """Raise `Forbidden` unless a coordinator or an administrator asks, in the coordinators' chat or in private."""
    has_role = actor.roles & {Role.COORDINATOR, Role.ADMIN}
    if not has_role or chat not in (municipality.chats.coordinators, actor.user_id):
        raise Forbidden


def find_view(
    actor: Actor, *, appeal: Appeal, chat: int, municipality: Municipality, card_chat: int | None = None
) -> CardKind | None:
    """Which card of the appeal this person may see in this chat; None: none.

    Where somebody can act the card has its buttons; who has to know of it sees it in private without any (R27).
    """
    for role, kind in _CARDS_OF.items():
        if role in actor.roles and _holds_here(role, actor, appeal.department, chat, municipality, card_chat):
            return kind
    knows = Role.OBSERVER in actor.roles or _answers_for(actor, appeal, municipality)
    return CardKind.VIEW if knows and chat == actor.user_id else None


def _answers_for(actor: Actor, appeal: Appeal, municipality: Municipality) -> bool:
    department = municipality.find_department(appeal.department or "")
    if department is None:
        return False
    return department.code in actor.departments or actor.user_id in {department.curator, department.head}


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
    return chat in (_homes(municipality).get(role), actor.user_id)


def _homes(municipality: Municipality) -> dict[Role, ChatId]:
    chats = municipality.chats
    return {
        Role.COORDINATOR: chats.coordinators,
        Role.APPROVER: chats.approvals,
        Role.LEADER: chats.leadership,
        Role.MAYOR: chats.leadership,
    }


def _department_chats(
    whose: DepartmentCode | None, municipality: Municipality, card_chat: int | None
) -> set[int | None]:
    department = municipality.find_department(whose) if whose else None
    return {department.chat if department else None, card_chat}
