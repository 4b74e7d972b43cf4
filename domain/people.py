"""Who acts, and what the own id allows: rights come from role, chat and state, never from a visible button."""

from dataclasses import dataclass
from datetime import datetime

from domain.ids import ChatId, DepartmentCode, UserId
from domain.municipality import Members, Municipality, Role
from domain.words.names import short_name


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a press or a message, with the roles that hold in the chat where it happened.

    `in_place_of`: whom he or she stands in for at this moment, by name for the journal; `stands_for`: by id.
    """

    user_id: UserId
    name: str
    roles: frozenset[Role] = frozenset()
    departments: frozenset[DepartmentCode] = frozenset()
    in_place_of: tuple[str, ...] = ()
    stands_for: frozenset[UserId] = frozenset()

    @property
    def short_name(self) -> str:
        """«Петров И. С.», as cards and toasts show it."""
        return short_name(self.name)


SYSTEM = Actor(UserId(0), "")
"""The program itself: routing rules and the end of an undo time."""


def actor_in_chat(municipality: Municipality, user_id: int, called: str, chat: int) -> Actor:
    """The actor for a messenger id: the staff's entry, or a member of a chat that its department trusts.

    `called` is the messenger's name of the person, used where the staff list knows none.
    """
    employee = municipality.find_employee(user_id)
    roles = employee.roles if employee else frozenset[Role]()
    departments = employee.departments if employee else frozenset[DepartmentCode]()
    trusted = frozenset(
        department.code
        for department in municipality.list_departments_of_chat(chat)
        if department.members is Members.CHAT
    )
    if trusted:
        roles |= {Role.EXECUTOR}
        departments |= trusted
    return Actor(UserId(user_id), employee.name if employee else called, roles, departments)


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does something, in which chat and topic of it, and when: what every verb of the staff is told.

    `message_id`: the message by which it was said, or under which it was pressed.
    """

    actor: Actor
    chat: ChatId
    thread: int
    at: datetime
    message_id: int = 0
