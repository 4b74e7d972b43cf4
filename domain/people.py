"""Who acts, and what the own id allows: rights come from role, chat and state, never from a visible button."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.ids import ChatId, DepartmentCode, UserId
from domain.municipality import Department, Members, Municipality, Role
from domain.words.names import short_name


@dataclass(frozen=True, slots=True)
class Hat:
    """Roles together with the departments that they hold for: the own ones, or those of somebody who is away."""

    roles: frozenset[Role] = frozenset()
    departments: frozenset[DepartmentCode] = frozenset()


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a press or a message, with the roles that hold in the chat where it happened.

    `roles` and `departments` are those of all the hats that the person wears; which go together tells `departments_as`,
    so that an executor who stands in for another department's head becomes none of its executors (R64, guarantee 22).
    `in_place_of`: whom he or she stands in for at this moment, by name for the journal; `stands_for`: by id.
    """

    user_id: UserId
    name: str
    roles: frozenset[Role] = frozenset()
    departments: frozenset[DepartmentCode] = frozenset()
    in_place_of: tuple[str, ...] = ()
    stands_for: frozenset[UserId] = frozenset()
    hats: tuple[Hat, ...] = ()

    @property
    def short_name(self) -> str:
        """«Петров И. С.», as cards and toasts show it."""
        return short_name(self.name)

    def departments_as(self, role: Role) -> frozenset[DepartmentCode]:
        """The departments that the person has this role for."""
        worn = (hat.departments for hat in self._worn() if role in hat.roles)
        return frozenset[DepartmentCode]().union(*worn)

    def with_hat(self, hat: Hat) -> "Actor":
        """The same person with these rights besides."""
        return replace(
            self,
            roles=self.roles | hat.roles,
            departments=self.departments | hat.departments,
            hats=(*self._worn(), hat),
        )

    def _worn(self) -> tuple[Hat, ...]:
        return self.hats or (Hat(self.roles, self.departments),)


SYSTEM = Actor(UserId(0), "")
"""The program itself: routing rules and the end of an undo time."""


def actor_in_chat(municipality: Municipality, user_id: int, called: str, chat: int) -> Actor:
    """The actor for a messenger id: the staff's entry, or a member of a chat that its department trusts.

    `called` is the messenger's name of the person, used where the staff list knows none.
    """
    employee = municipality.find_employee(user_id)
    actor = Actor(UserId(user_id), called)
    if employee is not None:
        actor = Actor(UserId(user_id), employee.name, employee.roles, employee.departments)
    trusted = frozenset(
        department.code
        for department in municipality.list_departments_of_chat(chat)
        if _acts_for(actor, department, municipality)
    )
    return actor.with_hat(Hat(frozenset({Role.EXECUTOR}), trusted)) if trusted else actor


def _acts_for(actor: Actor, department: Department, municipality: Municipality) -> bool:
    """Coordinators pass on what a department without the messenger has written to them (R30)."""
    by_mail = municipality.works_by_mail(department) and Role.COORDINATOR in actor.roles
    return by_mail or department.members is Members.CHAT


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does something, in which chat and topic of it, and when: what every verb of the staff is told.

    `message_id`: the message by which it was said, or under which it was pressed; `on_photo`: it is one with a photo.
    """

    actor: Actor
    chat: ChatId
    thread: int
    at: datetime
    message_id: int = 0
    on_photo: bool = False
