"""A city in the stand-in after a municipality file: its people, its chats, and whoever the file lacks for a show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain

from bot.production_calendar import town_calendar
from domain.ids import DepartmentCode, UserId
from domain.municipality import Department, Employee, Municipality, Role
from domain.rhythm.slots import list_slots
from domain.workdays import WorkCalendar
from domain.worktime.errors import CalendarError
from sandbox.chat import Chat
from sandbox.clock import ManualClock
from sandbox.groups import Group
from sandbox.history import History
from sandbox.people import Person
from sandbox.world import World

EXECUTORS = 2
"""A department needs so many for two of them to press at the same moment."""
LEAST_UNDO = 30
"""Seconds: fewer would be over before anybody in the story has pressed."""
INVENTED = (
    "Образцов Антон Петрович",
    "Примерова Анна Ивановна",
    "Показова Вера Олеговна",
    "Учебный Егор Ильич",
    "Пробный Илья Егорович",
)
FIRST_INVENTED_ID = 7_700_000_001
PINS = "can_pin_messages"
"""All that the bot may do in the city's groups as their administrator: the counter stands pinned, and no group reads how to do it by hand."""


@dataclass
class City:
    """`municipality` is what the bot is told: the file's, in Russian, with the invented staff (`invented`)."""

    world: World
    municipality: Municipality
    invented: tuple[Employee, ...] = ()
    people: dict[int, Person] = field(default_factory=dict)

    @property
    def clock(self) -> ManualClock:
        """Time in the city, which the one who runs the show moves."""
        assert isinstance(self.world.clock, ManualClock)
        return self.world.clock

    @property
    def calendar(self) -> WorkCalendar:
        """The town's working time."""
        return town_calendar(self.municipality)

    def list_turns(self, end: datetime) -> list[datetime]:
        """When, from now to then, a working day opens or closes or reminders come, in their order; none where the calendar
        does not know its days.
        """
        now, calendar = self.clock.now(), self.calendar
        try:
            days = calendar.list_working_days(calendar.date_of(now), calendar.date_of(end))
            slots = [at for day in days for _, at in list_slots(calendar, day)]
            hours = [calendar.intervals_of(day) for day in days]
        except CalendarError:
            return []
        turns = chain.from_iterable((day[0][0], day[-1][1]) for day in hours)
        return [turn for turn in sorted({*turns, *slots}) if now < turn < end]

    def chat(self, chat_id: int) -> Chat:
        """A group by its number, or somebody's private chat."""
        return self.world.groups.get(chat_id) or self.world.private(self.person(chat_id))

    def person(self, user_id: int) -> Person:
        """Somebody of the staff."""
        return self.people[user_id]

    def is_staff(self, user_id: int) -> bool:
        return user_id in self.people

    def resident(self, name: str) -> Person:
        """A new citizen."""
        return self.world.user(name)


def found_city(
    municipality: Municipality, start: datetime, history: History | None = None, seed: int = 1
) -> City:
    """Everybody is there, sits in the chats of the own roles and has pressed Start; nobody has written yet."""
    staffed, invented = complete(municipality)
    city = City(World(ManualClock(start), seed=seed, history=history), staffed, invented)
    for user_id in _user_ids(staffed):
        employee = staffed.find_employee(user_id)
        person = city.world.user(employee.name if employee else str(user_id), user_id=user_id)
        person.chat.started = True
        city.people[user_id] = person
    for chat_id in _group_ids(staffed):
        _found_group(city, chat_id)
    departments = tuple(_in_its_topic(city, department) for department in staffed.departments)
    city.municipality = replace(staffed, departments=departments)
    return city


def complete(municipality: Municipality) -> tuple[Municipality, tuple[Employee, ...]]:
    """In Russian, the language of the story, with time to undo a sending, and with an invented person for every
    part that nobody plays.
    """
    names = iter(INVENTED)
    taken = {employee.id for employee in municipality.staff}
    ids = (UserId(number) for number in range(FIRST_INVENTED_ID, FIRST_INVENTED_ID + 10**6))
    free = (number for number in ids if number not in taken)
    invented = tuple(
        Employee(next(free), next(names), frozenset({role}), departments=departments)
        for role, departments in _gaps(municipality)
    )
    approval = replace(
        municipality.approval, undo_seconds=max(municipality.approval.undo_seconds, LEAST_UNDO)
    )
    staff = (*municipality.staff, *invented)
    return replace(municipality, language="ru", approval=approval, staff=staff), invented


def list_executors(municipality: Municipality, code: DepartmentCode) -> list[Employee]:
    """Who accepts and answers for a department."""
    return [one for one in municipality.list_employees(Role.EXECUTOR) if code in one.departments]


def list_approvers(municipality: Municipality) -> list[Employee]:
    """Whoever may approve and is no executor: nobody approves an own draft."""
    return [one for one in municipality.list_employees(Role.APPROVER) if Role.EXECUTOR not in one.roles]


def list_leaders(municipality: Municipality) -> list[Employee]:
    """Who may take a matter under control."""
    return [*municipality.list_employees(Role.LEADER), *municipality.list_employees(Role.MAYOR)]


def _gaps(municipality: Municipality) -> Iterator[tuple[Role, frozenset[DepartmentCode]]]:
    nobody = frozenset[DepartmentCode]()
    if not list(municipality.list_employees(Role.COORDINATOR)):
        yield Role.COORDINATOR, nobody
    if not list_approvers(municipality):
        yield Role.APPROVER, nobody
    if not list_leaders(municipality):
        yield Role.LEADER, nobody
    for least in range(EXECUTORS):
        few = {
            department.code
            for department in municipality.departments
            if len(list_executors(municipality, department.code)) + least < EXECUTORS
        }
        if few:
            yield Role.EXECUTOR, frozenset(few)


def _user_ids(municipality: Municipality) -> Iterable[int]:
    """The staff, and whoever else a private chat of the file belongs to."""
    chats = municipality.chats
    private = (chat for chat in (*municipality.staff_chats, *chats.summary_to) if chat > 0)
    return dict.fromkeys([*(employee.id for employee in municipality.staff), *private])


def _group_ids(municipality: Municipality) -> Iterable[int]:
    chats = municipality.chats
    departments = (department.chat for department in municipality.departments)
    every = (chats.coordinators, chats.approvals, chats.leadership, *departments, *chats.public)
    return dict.fromkeys(chat for chat in every if chat < 0)


def _found_group(city: City, chat_id: int) -> None:
    """A supergroup with this very number: the file names it."""
    world, members = city.world, [city.person(user_id) for user_id in _members(city.municipality, chat_id)]
    group = Group(world, chat_id, "supergroup", title_of(city.municipality, chat_id))
    world.groups[chat_id] = group
    for member in members:
        group.set_status(member, "member")
    group.add_bot()
    group.promote_bot(PINS)


def title_of(municipality: Municipality, chat_id: int) -> str:
    """What a chat is called, after the first part it has."""
    chats = municipality.chats
    own: dict[int, str] = {
        chats.leadership: "Руководство",
        chats.approvals: "Согласование",
        chats.coordinators: "Координаторы",
    }
    named: dict[int, str] = {one.chat: one.label for one in reversed(municipality.departments)}
    return own.get(chat_id) or named.get(chat_id, "Обсуждение")


def _members(municipality: Municipality, chat_id: int) -> Iterable[int]:
    chats, found = municipality.chats, list[Iterable[Employee]]()
    if chat_id == chats.coordinators:
        found.append(municipality.list_employees(Role.COORDINATOR))
    if chat_id == chats.approvals:
        found.append(list_approvers(municipality))
    if chat_id == chats.leadership:
        found.append(list_leaders(municipality))
    departments = municipality.list_departments_of_chat(chat_id)
    found += [list_executors(municipality, department.code) for department in departments]
    return dict.fromkeys(employee.id for employee in chain.from_iterable(found))


def _in_its_topic(city: City, department: Department) -> Department:
    """A department of a forum group gets a topic here, whose number is the stand-in's own."""
    group = city.world.groups.get(department.chat)
    if not department.thread or not isinstance(group, Group):
        return department
    return replace(department, thread=group.topic(department.label).id)
