"""Who plays: parts given to the municipality's own staff, and each chat its lane."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.municipality import Department, Municipality, Role
from domain.words.names import short_name
from sandbox.chat import Chat, PrivateChat
from sandbox.city import City, list_approvers, list_executors, list_leaders, title_of
from sandbox.people import Seat
from sandbox.story.wording import Lane

CITIZEN, COORDINATORS, APPROVALS, LEADERSHIP, PERSONAL = "36", "33", "35", "31", "90"
DEPARTMENTS = ("32", "94", "38;5;208", "38;5;37", "92", "38;5;141")


@dataclass(frozen=True, slots=True)
class Cast:
    """The staff in their chats."""

    city: City

    @property
    def _municipality(self) -> Municipality:
        return self.city.municipality

    @property
    def coordinators(self) -> Chat:
        return self.city.chat(self._municipality.chats.coordinators)

    @property
    def approvals(self) -> Chat:
        return self.city.chat(self._municipality.chats.approvals)

    @property
    def leadership(self) -> Chat:
        return self.city.chat(self._municipality.chats.leadership)

    @property
    def coordinator(self) -> Seat:
        first = next(self._municipality.list_employees(Role.COORDINATOR))
        return self._seat(first.id, self.coordinators)

    @property
    def approver(self) -> Seat:
        return self._seat(list_approvers(self._municipality)[0].id, self.approvals)

    @property
    def leader(self) -> Seat:
        return self._seat(list_leaders(self._municipality)[0].id, self.leadership)

    def executors(self, department: Department) -> list[Seat]:
        """Two at least."""
        chat = self.city.chat(department.chat)
        return [self._seat(one.id, chat) for one in list_executors(self._municipality, department.code)]

    def other_than(self, department: Department) -> Department:
        """A department to send on to; the same one where there is no other."""
        others = [one for one in self._municipality.departments if one.chat != department.chat]
        return others[0] if others else department

    def name(self, user_id: int) -> str:
        """The staff by surname and initials, citizens as they call themselves."""
        person = self.city.world.people.get(user_id)
        called = person.full_name if person else "?"
        return short_name(called) if self.city.is_staff(user_id) else called

    def lane(self, chat: Chat) -> Lane:
        """The chat's name and colour."""
        if isinstance(chat, PrivateChat) and chat.id not in self._municipality.staff_chats:
            is_staff = self.city.is_staff(chat.person.id)
            return Lane("Лично", PERSONAL) if is_staff else Lane("Житель", CITIZEN, own=True)
        copies = chat.id != self._municipality.chats.approvals
        return Lane(title_of(self._municipality, chat.id), self._style(chat.id), copies=copies)

    def lanes(self) -> Iterable[Lane]:
        """All of them, for the legend."""
        groups = [self.city.world.groups[chat] for chat in self.city.world.groups]
        found = [Lane("Житель", CITIZEN, own=True), *map(self.lane, sorted(groups, key=self.rank))]
        return dict.fromkeys(found)

    def rank(self, chat: Chat) -> int:
        """In which order a reader wants to hear: the citizen, who has to act, who looks on."""
        chats = self._municipality.chats
        own: dict[int, int] = {chats.approvals: 3, chats.coordinators: 4, chats.leadership: 1}
        return own.get(chat.id, 0 if isinstance(chat, PrivateChat) else 2)

    def _style(self, chat_id: int) -> str:
        chats = self._municipality.chats
        own: dict[int, str] = {
            chats.leadership: LEADERSHIP,
            chats.approvals: APPROVALS,
            chats.coordinators: COORDINATORS,
        }
        order = list(dict.fromkeys(one.chat for one in self._municipality.departments))
        number = next((at for at, chat in enumerate(order) if chat == chat_id), 0)
        return own.get(chat_id) or DEPARTMENTS[number % len(DEPARTMENTS)]

    def _seat(self, user_id: int, chat: Chat) -> Seat:
        """In a private chat nobody sits but its owner."""
        return self.city.person(chat.id if isinstance(chat, PrivateChat) else user_id).in_(chat)
