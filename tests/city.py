"""A town with its bot running against the stand-in, and its people by name: what the tests of the whole bot play in."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.app import App, build_app
from bot.settings import Settings
from bot.start import find_settled, open_locked, put_in_force
from domain.ids import ChatId, DepartmentCode, TopicCode, UserId
from domain.municipality import Approval, Chats, Department, Employee, Municipality, Role, Topic, Weekday
from sandbox import Person, World
from sandbox.groups import Group
from sandbox.server import serve

LONG = 120
NUMBER = r"2026-\d{5}"
HOURS = dict.fromkeys(list(Weekday)[:5], ("08:00-12:00", "13:00-17:00"))


@dataclass
class Town:
    """Everybody and every chat; `app` is the running bot, replaced by a restart."""

    world: World
    database: Path
    anna: Person = field(init=False)
    boris: Person = field(init=False)
    petrov: Person = field(init=False)
    sidorova: Person = field(init=False)
    dorogin: Person = field(init=False)
    olga: Person = field(init=False)
    galina: Person = field(init=False)
    glava: Person = field(init=False)
    admin: Person = field(init=False)
    stranger: Person = field(init=False)
    app: App = field(init=False)
    address: str = ""
    municipality: Municipality = field(init=False)

    def __post_init__(self) -> None:
        user = self.world.user
        self.anna, self.boris = user("Анна Петрова"), user("Борис Ким")
        self.petrov, self.sidorova, self.dorogin = user("Иван П"), user("Мария С"), user("Пётр Д")
        self.olga, self.galina, self.glava = user("Ольга К"), user("Галина А"), user("Глеб Г")
        self.admin, self.stranger = user("Антон Р"), user("Прохожий Ж")
        group = self.world.supergroup
        self.coordinators = group("Координаторы", self.olga)
        self.approvals = group("Согласование", self.galina)
        self.leadership = group("Срочное", self.glava)
        self.zhkh = group("ЖКХ", self.petrov, self.sidorova, self.stranger)
        self.roads = group("Дороги", self.dorogin)
        self.municipality = self._found()

    def _found(self) -> Municipality:
        return Municipality(
            name="Городской округ Примерск",
            timezone="Europe/Moscow",
            regulation="krasnoufimsk",
            hours=HOURS,
            chats=Chats(ChatId(self.coordinators.id), ChatId(self.approvals.id), ChatId(self.leadership.id)),
            departments=(
                _department("zhkh", "Управление ЖКХ", "ЖКХ", self.zhkh),
                _department("roads", "Отдел дорог", "Дороги", self.roads),
            ),
            staff=(
                _employee(self.petrov, "Петров Иван Сергеевич", Role.EXECUTOR, "zhkh"),
                _employee(self.sidorova, "Сидорова Мария Ивановна", Role.EXECUTOR, "zhkh"),
                _employee(self.dorogin, "Дорогин Пётр Ильич", Role.EXECUTOR, "roads"),
                _employee(self.olga, "Кузнецова Ольга Павловна", Role.COORDINATOR),
                _employee(self.galina, "Антонова Галина Юрьевна", Role.APPROVER),
                _employee(self.glava, "Глебов Глеб Петрович", Role.LEADER),
                _employee(self.admin, "Романов Антон Львович", Role.ADMIN),
            ),
            topics=(
                Topic(
                    TopicCode("water"),
                    "Водоснабжение",
                    DepartmentCode("zhkh"),
                    words=("вода", "прорыв трубы"),
                ),
                Topic(TopicCode("pits"), "Ямы", DepartmentCode("roads"), words=("яма", "асфальт")),
            ),
        )

    async def settle(self) -> None:
        """Wait until every update is handled and everything sayable is said."""
        await self.world.until_quiet()
        await self.app.settle_down()

    async def wait(self, seconds: float) -> None:
        """Let time pass, and all that becomes due happen."""
        await self.settle()
        if seconds > LONG:
            # Thousands of empty long polls on the way would prove nothing.
            self.world.clock.set_to(self.world.clock.now() + timedelta(seconds=seconds - LONG))
            seconds = LONG
        await self.world.clock.advance(seconds)
        await self.app.catch_up()
        await self.settle()
        await self.world.clock.advance(1)
        await self.settle()

    async def says(self, person: Any, text: str, **options: Any) -> Any:
        """Somebody who has read all there is writes, and everything that follows happens."""
        await self.settle()
        message = await person.send(text, **options)
        await self.settle()
        return message

    async def clicks(self, person: Any, caption: str, **options: Any) -> str:
        """Somebody who has read all there is presses; the toast."""
        await self.settle()
        await person.click(caption, **options)
        await self.redraw()
        presser = getattr(person, "person", person)
        return presser.toast.text if presser.toast else ""

    async def redraw(self) -> None:
        """Let cards be redrawn: their edits wait a moment for more changes."""
        await self.settle()
        await self.world.clock.advance(2)
        await self.settle()


def _department(code: str, name: str, short: str, chat: Group) -> Department:
    return Department(DepartmentCode(code), name, ChatId(chat.id), short=short)


def _employee(person: Person, name: str, role: Role, *departments: str) -> Employee:
    return Employee(
        UserId(person.id), name, frozenset({role}), departments=frozenset(map(DepartmentCode, departments))
    )


def with_approval(municipality: Municipality, **changes: Any) -> Municipality:
    """The same town with other rules of approval."""
    return replace(municipality, approval=replace(Approval(), **changes))


def settings_for(address: str, world: World, database: Path, **changes: Any) -> Settings:
    """Settings as the environment would give them, without the environment."""
    values = {
        "BOT_TOKEN": world.bot.token,
        "BOT_API_URL": address,
        "DATABASE_URL": f"sqlite+aiosqlite:///{database}",
        **changes,
    }
    return Settings(_env_file=None, **{name.lower(): value for name, value in values.items()})


@asynccontextmanager
async def running(town: Town, **changes: Any) -> AsyncIterator[App]:
    """The bot at work in the town; leaving the block stops it as SIGTERM does. What the database knows is in force."""
    settings = settings_for(town.address, town.world, town.database, **changes)
    async with open_locked(settings) as database:
        settled = await find_settled(database)
        if settled is None:
            await put_in_force(database, town.municipality, now=town.world.clock.now())
        async with build_app(settings, database, settled or town.municipality, town.world.clock) as app:
            town.app = app
            town.world.clock.settle = town.settle
            yield app


@asynccontextmanager
async def sleeping_town(folder: Path, *, change: Any = None) -> AsyncIterator[Town]:
    """A town whose bot is not running yet: for stories in which it stops and starts again."""
    town = Town(World(), folder / "town.sqlite3")
    if change is not None:
        town.municipality = change(town.municipality)
    async with serve(town.world) as address:
        town.address = address
        yield town


@asynccontextmanager
async def living_town(folder: Path, *, change: Any = None, **changes: Any) -> AsyncIterator[Town]:
    """A town with its bot running."""
    async with sleeping_town(folder, change=change) as town, running(town, **changes):
        yield town


def labels(message: Any) -> list[str]:
    """The captions of a message's inline buttons, in reading order."""
    return [caption for row in message.buttons for caption in row]


def texts(messages: Iterable[Any]) -> list[str]:
    """What messages say."""
    return [message.text for message in messages]
