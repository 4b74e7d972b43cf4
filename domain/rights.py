"""May this person do this to this appeal in this chat? Answered from the presser's own id, inside the transaction."""

from collections.abc import Iterable
from typing import Final

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.drafts import Draft
from domain.errors import Forbidden, OwnDraft
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Municipality, Role
from domain.notices import CardKind
from domain.people import Actor
from domain.search.errors import SearchElsewhere
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


def ensure_not_own(
    actor: Actor, draft: Draft, parts: Iterable[Assignment], *, municipality: Municipality
) -> None:
    """Raise `OwnDraft` where nobody but the actor would have seen the answer, unless the municipality allows it (R64).

    The author of a draft does not approve it, nor does who gave a part of a common one. An approver who has put other
    words in a draft's place may approve them: its author and the approver are two people who answer for it, both stand on
    the card and in the journal, and a town with one approver on duty could send no mended answer else (R44). The
    author stays the author: with the approver's words in its place a draft is still not the author's to approve.
    """
    given = (one for one in parts if one.works and one.state is AssignmentState.GIVEN)
    own = {draft.author_id, *(one.executor_id for one in given)}
    if actor.user_id in own and not municipality.approval.self_approval:
        raise OwnDraft


def find_view(
    actor: Actor,
    *,
    appeal: Appeal,
    chat: int,
    municipality: Municipality,
    card_chat: int | None = None,
    parts: Iterable[DepartmentCode] = (),
) -> CardKind | None:
    """Which card of the appeal this person may see in this chat; None: none.

    Where somebody can act the card has its buttons; who has to know of it sees it in private without any (R27): an
    observer, and whoever answers for a department that has it or one of its `parts` (R66).
    """
    for role, kind in _CARDS_OF.items():
        if role in actor.roles and _holds_here(role, actor, appeal.department, chat, municipality, card_chat):
            return kind
    knows = Role.OBSERVER in actor.roles or _answers_for(actor, {appeal.department, *parts}, municipality)
    return CardKind.VIEW if knows and chat == actor.user_id else None


def is_searcher(actor: Actor, municipality: Municipality) -> bool:
    """Whether this person may look for anything at all."""
    return bool(actor.roles & SEE_EVERYTHING or _own_departments(actor, municipality))


def search_scope(actor: Actor, *, chat: int, municipality: Municipality) -> frozenset[DepartmentCode] | None:
    """The departments whose appeals this person may look for here; None: everything. Raises `Forbidden`, `SearchElsewhere`.

    Whoever may see a card of an appeal here (`find_view`) finds it, and nobody else (R27, R66).
    """
    if Role.COORDINATOR in actor.roles and chat == municipality.chats.coordinators:
        return None
    everything, own = bool(actor.roles & SEE_EVERYTHING), _own_departments(actor, municipality)
    if not (everything or own):
        raise Forbidden
    if chat != actor.user_id:
        raise SearchElsewhere
    return None if everything else own


SEE_EVERYTHING: Final = frozenset({Role.COORDINATOR, Role.APPROVER, Role.LEADER, Role.MAYOR, Role.OBSERVER})
"""Who may search all of the register, and take it out."""
SEARCHERS: Final = SEE_EVERYTHING | {Role.EXECUTOR, Role.DEPARTMENT_HEAD, Role.CURATOR, Role.BLOCK_HEAD}
"""Who is offered `/find` in private."""


def _answers_for(actor: Actor, codes: set[DepartmentCode | None], municipality: Municipality) -> bool:
    return not codes.isdisjoint(_own_departments(actor, municipality))


def _own_departments(actor: Actor, municipality: Municipality) -> frozenset[DepartmentCode]:
    people = {actor.user_id, *actor.stands_for}
    return frozenset(
        department.code
        for department in municipality.departments
        if department.code in actor.departments
        or not people.isdisjoint({department.curator, department.head})
    )


def _holds_here(
    role: Role,
    actor: Actor,
    whose: DepartmentCode | None,
    chat: int,
    municipality: Municipality,
    card_chat: int | None,
) -> bool:
    if role is Role.EXECUTOR:
        return whose in actor.departments_as(role) and chat in _department_chats(
            whose, municipality, card_chat
        )
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
