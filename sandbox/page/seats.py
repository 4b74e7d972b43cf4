"""Who sits where: the chats of the page, the people who can be played in them, messages by their name on the page."""

from dataclasses import dataclass, field

from domain.municipality import Employee, Role
from sandbox.chat import Chat
from sandbox.city import City
from sandbox.groups import Group
from sandbox.model import Json, Message
from sandbox.page import picture
from sandbox.people import Person, Seat

FIRST_RESIDENTS = ("Анна Петрова", "Борис Кузнецов", "Вера Соколова", "Глеб Осенний")
"""The first is left to the visitor, the others wrote last week."""
NEW_RESIDENTS = (
    "Галина Ветрова", "Дмитрий Лесной", "Елена Речная", "Жанна Полевая", "Захар Озёрный", "Инна Садовая",
    "Кирилл Дорожный", "Людмила Мостовая",
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """A chat of the page, and the group that it was before."""

    key: str
    kind: str
    title: str
    parts: list[Chat]
    seats: list[int] = field(default_factory=list)


class Seats:
    """The chats of one city and whoever sits in them. `chats` of a line end with the present one."""

    def __init__(self, city: City) -> None:
        self._city = city
        self.lines: dict[str, Line] = {}

    def fill(self) -> None:
        """Everybody takes a seat: the first citizens, each group once under its first name, each of the staff in private."""
        for name in FIRST_RESIDENTS:
            self.add_resident(name)
        self._open_groups()
        for person in self._city.people.values():
            key = f"staff-{person.id}"
            self.lines[key] = Line(key, "staff", person.full_name, [person.chat], [person.id])

    def add_resident(self, name: str = "") -> Line:
        """One more citizen; without a name the next one who is not here yet."""
        person = self._city.resident(name or self._next_name())
        line = Line(f"citizen-{person.id}", "citizen", person.full_name, [person.chat], [person.id])
        self.lines[line.key] = line
        self._city.world.touch()
        return line

    @property
    def residents(self) -> list[Person]:
        """Those citizens who are here already."""
        return [self.person(line.seats[0]) for line in self.lines.values() if line.kind == "citizen"]

    @property
    def chats(self) -> dict[str, list[Chat]]:
        """The chats of each column, the present one last."""
        return {key: line.parts for key, line in self.lines.items()}

    def tell(self) -> Json:
        """The chats and the people as the page is told of them."""
        self._follow_moves()
        return {
            "chats": [
                picture.chat(line.parts[-1], line.key, line.kind, line.title, line.seats)
                for line in self.lines.values()
            ],
            "people": [
                picture.person(one, role=self._role(one.id)) for one in self._city.world.people.values()
            ],
        }

    def person(self, user_id: int) -> Person:
        return self._city.world.people[user_id]

    def seat(self, order: Json) -> Seat:
        """Who does it and where; ValueError for somebody who does not sit there."""
        return self.take(str(order["chat"]), int(order["who"]))

    def take(self, key: str, who: int) -> Seat:
        """The person's seat in this chat."""
        line = self.lines[key]
        if who not in line.seats:
            raise ValueError("does not sit here")
        return self.person(who).in_(line.parts[-1])

    def message(self, name: object) -> Message:
        """By its name on the page."""
        chat_id, _, number = str(name).partition("/")
        world = self._city.world
        chat = world.groups.get(int(chat_id)) or world.private(world.people[int(chat_id)])
        return chat.log[int(number)]

    def find_message(self, name: object) -> Message | None:
        return self.message(name) if name else None

    def migrate(self, key: str) -> None:
        """The group becomes a supergroup; TypeError where there is no group."""
        line = self.lines[key]
        group = line.parts[-1]
        if not isinstance(group, Group):
            raise TypeError("no group")
        line.parts.append(group.migrate())

    def _open_groups(self) -> None:
        municipality = self._city.municipality
        groups = (
            ("coordinators", municipality.chats.coordinators),
            *((f"department-{one.code}", one.chat) for one in municipality.departments),
            ("approvals", municipality.chats.approvals),
            ("leadership", municipality.chats.leadership),
        )
        taken: set[int] = set()
        for key, chat_id in groups:
            group = self._city.world.groups.get(chat_id)
            if group is None or chat_id in taken:
                continue
            taken.add(chat_id)
            seats = [user_id for user_id in group.members if user_id in self._city.people]
            self.lines[key] = Line(key, key.partition("-")[0], group.title, [group], seats)

    def _follow_moves(self) -> None:
        for line in self.lines.values():
            last = line.parts[-1]
            if isinstance(last, Group) and last.migrated_to is not None:
                line.parts.append(last.migrated_to)

    def _next_name(self) -> str:
        present = {person.full_name for person in self.residents}
        return next((name for name in NEW_RESIDENTS if name not in present), f"Житель {len(present) + 1}")

    def _role(self, user_id: int) -> str:
        employee = self._city.municipality.find_employee(user_id)
        return _part(employee) if employee else ""


def _part(employee: Employee) -> str:
    """What the person is, in one word of the page's dictionary; the highest where there are several."""
    order = (
        Role.MAYOR,
        Role.LEADER,
        Role.APPROVER,
        Role.COORDINATOR,
        Role.EXECUTOR,
        Role.DEPARTMENT_HEAD,
        Role.ADMIN,
    )
    return next((role.value for role in order if role in employee.roles), "staff")
