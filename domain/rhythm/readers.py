"""Who is told of the day, and who may ask for it (R11, R27, R66)."""

from typing import Final

from domain.errors import Forbidden
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Municipality, Role
from domain.people import Actor

Scope = frozenset[DepartmentCode] | None
"""The departments that somebody may read of; None: everything."""

_SEE_EVERYTHING: Final = frozenset(
    {Role.LEADER, Role.MAYOR, Role.OBSERVER, Role.COORDINATOR, Role.APPROVER, Role.ADMIN}
)


_SEE_THEIR_PART: Final = (Role.BLOCK_HEAD, Role.CURATOR, Role.DEPARTMENT_HEAD)
READERS: Final = _SEE_EVERYTHING.union(_SEE_THEIR_PART)
"""Who is offered `/report` in private."""


def list_recipients(municipality: Municipality) -> list[ChatId]:
    """Where the summary goes: the leadership's chat, the private chats that are named for it, and the mayors'."""
    chats = municipality.chats
    mayors = (ChatId(mayor.id) for mayor in municipality.list_employees(Role.MAYOR))
    return list(dict.fromkeys([chats.leadership, *chats.summary_to, *mayors]))


def list_block_heads(municipality: Municipality) -> list[Actor]:
    """Those whose departments make a block, and who see no more than these (R66)."""
    heads = (
        Actor(one.id, one.name, one.roles, one.departments)
        for one in municipality.list_employees(Role.BLOCK_HEAD)
        if not one.roles & _SEE_EVERYTHING
    )
    return [head for head in heads if list_answered_for(head, municipality)]


def is_reader(actor: Actor, chat: int, municipality: Municipality) -> bool:
    """Whether the summary is no secret to this person here, so that a refusal is worth its words."""
    return bool(actor.roles) or (chat in municipality.chats.summary_to and chat == actor.user_id)


def find_scope(actor: Actor, chat: int, municipality: Municipality) -> Scope:
    """What this person may read of here; raises `Forbidden`.

    In the leadership's chat whoever of the staff sits there, since all of them read the answer; the coordinators in theirs.
    In private whoever is sent the summary or answers for the whole; block heads, curators and heads of departments of
    the departments that they answer for (R66).
    """
    chats = municipality.chats
    if chat == chats.leadership and actor.roles:
        return None
    if chat == chats.coordinators and Role.COORDINATOR in actor.roles:
        return None
    if chat != actor.user_id:
        raise Forbidden
    if actor.roles & _SEE_EVERYTHING or {actor.user_id, *actor.stands_for} & {*chats.summary_to}:
        return None
    answered_for = list_answered_for(actor, municipality)
    if not answered_for:
        raise Forbidden
    return answered_for


def list_answered_for(actor: Actor, municipality: Municipality) -> frozenset[DepartmentCode]:
    """The departments of a block head, a curator or a head, by their roles and by the departments' own lines."""
    people = {actor.user_id, *actor.stands_for}
    by_role = frozenset[DepartmentCode]().union(*map(actor.departments_as, _SEE_THEIR_PART))
    return frozenset(
        one.code
        for one in municipality.departments
        if one.code in by_role or not people.isdisjoint({one.curator, one.head})
    )
