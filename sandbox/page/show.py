"""The living city behind the page: who can be played, what the visitor does, and the clock in the visitor's hand."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.municipality import MunicipalityFile
from domain.municipality import Employee, Role
from sandbox.chat import Chat
from sandbox.city import City, found_city
from sandbox.groups import Group
from sandbox.life import Life, SilentBot, living
from sandbox.model import Json, Message
from sandbox.page import picture
from sandbox.page.past import WEEK, live_through
from sandbox.people import Person, Seat

ANSWER_PATIENCE = 8.0
"""Seconds of the machine's time in which a press is answered, or the spinner ends."""
OUTAGE = 60.0
"""Seconds of the city's time for which Telegram is away."""
FIRST_RESIDENTS = ("Анна Петрова", "Борис Кузнецов", "Вера Соколова", "Глеб Осенний")
"""The first is left to the visitor, the others wrote last week."""
NEW_RESIDENTS = (
    "Галина Ветрова", "Дмитрий Лесной", "Елена Речная", "Жанна Полевая", "Захар Озёрный", "Инна Садовая",
    "Кирилл Дорожный", "Людмила Мостовая",
)  # fmt: skip


class CannotDo(Exception):
    """What the visitor asked for is not possible; the text is for the visitor."""


@dataclass(slots=True)
class _Line:
    """A chat of the page, and the group that it was before."""

    key: str
    kind: str
    title: str
    parts: list[Chat]
    seats: list[int] = field(default_factory=list)


class Show:
    """One city from its founding to the next reset. `epoch` tells the page that everything is new."""

    def __init__(self, file: MunicipalityFile, start: datetime, speed: float) -> None:
        self._file = file
        self._start = _aware(start, file.municipality.timezone)
        self._speed = speed
        self._stack = AsyncExitStack()
        self._moving = asyncio.Lock()
        self._lines: dict[str, _Line] = {}
        self._down: datetime | None = None
        self._nearing: datetime | None = None
        self.album = picture.Album()
        self.epoch = 0
        self.is_ready = False
        self.city: City = found_city(file.municipality, self._start)
        self._life: Life | None = None

    async def open(self, *, past: bool = True) -> None:
        """Found the city, live through the week before, and let the clock run."""
        start = self._start
        self.album, self._lines, self._down = picture.Album(), {}, None
        self.city = found_city(self._file.municipality, start - WEEK if past else start)
        folder = Path(
            self._stack.enter_context(TemporaryDirectory(prefix="priemnaya-", ignore_cleanup_errors=True))
        )
        self._life = await self._stack.enter_async_context(living(self.city, folder))
        self._seat_everybody()
        self.epoch += 1
        if past:
            await live_through(self._life, self.residents[1:], start)
        self.city.clock.set_to(start)
        await self._life.wait(1)
        self.city.clock.speed = self._speed
        self.is_ready = True
        self.city.world.touch()

    async def close(self) -> None:
        """End the bot and forget its database."""
        self.is_ready = False
        stack, self._stack = self._stack, AsyncExitStack()
        self.city.clock.speed = 0
        await stack.aclose()

    async def reset(self) -> None:
        """A new city, as at the first moment."""
        async with self._moving:
            await self.close()
            self.city.world.touch()
            await self.open()

    @property
    def residents(self) -> list[Person]:
        """Those citizens who are here already."""
        return [self._person(line.seats[0]) for line in self._lines.values() if line.kind == "citizen"]

    @property
    def chats(self) -> dict[str, list[Chat]]:
        """The chats of each column, the present one last."""
        return {key: line.parts for key, line in self._lines.items()}

    def state(self) -> Json:
        """All but the messages."""
        self._follow_moves()
        return {
            "epoch": self.epoch,
            "ready": self.is_ready,
            "city": self.city.municipality.name,
            "chats": [
                picture.chat(line.parts[-1], line.key, line.kind, line.title, line.seats)
                for line in self._lines.values()
            ],
            "people": [
                picture.person(one, role=self._role(one.id)) for one in self.city.world.people.values()
            ],
            "clock": self._clock(),
            "outage": self._down.isoformat() if self._down else None,
        }

    # What the visitor does

    async def act(self, order: Json) -> Json:
        """One deed of the visitor's; raises `CannotDo` with words for the visitor."""
        deeds: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "send": self._send,
            "file": self._send_file,
            "album": self._send_album,
            "place": self._send_place,
            "contact": self._send_contact,
            "edit": self._edit,
            "press": self._press,
            "react": self._react,
            "pin": self._pin,
            "resident": self._add_resident,
            "block": self._block,
            "outage": self._cut,
            "migrate": self._migrate,
            "move": self._move,
            "reset": self._reset,
        }
        deed = deeds.get(str(order.get("do")))
        if deed is None or not (self.is_ready or order.get("do") == "reset"):
            raise CannotDo("not-now")
        try:
            return await deed(order)
        except (KeyError, ValueError, TypeError, IndexError) as error:
            raise CannotDo("not-possible") from error
        except SilentBot as error:
            raise CannotDo("silent") from error

    async def _send(self, order: Json) -> Json:
        seat, text = self._seat(order), str(order["text"]).strip()
        if not text:
            raise ValueError("empty")
        reply_to = self._find(order.get("reply_to"))
        if reply_to is not None:
            await seat.send(text[:4096], reply_to=reply_to)
        else:
            await seat.send_long(text)
        return {}

    async def _send_file(self, order: Json) -> Json:
        kind = str(order["kind"])
        if kind not in {"photo", "video", "document", "voice", "audio", "video_note", "sticker", "animation"}:
            raise ValueError(kind)
        facts: Json = (
            {"name": str(order["name"])[:100]}
            if kind in {"document", "audio", "video"} and order.get("name")
            else {}
        )
        await self._seat(order).send_file(
            kind,
            str(order.get("text") or "")[:1024] or None,
            order.get("content") or b"",
            reply_to=self._find(order.get("reply_to")),
            **facts,
        )
        return {}

    async def _send_album(self, order: Json) -> Json:
        await self._seat(order).send_album(3, str(order.get("text") or "")[:1024] or None)
        return {}

    async def _send_place(self, order: Json) -> Json:
        await self._seat(order).send_location(float(order["latitude"]), float(order["longitude"]))
        return {}

    async def _send_contact(self, order: Json) -> Json:
        await self._seat(order).send_contact()
        return {}

    async def _edit(self, order: Json) -> Json:
        seat, message = self._seat(order), self._get(order["message"])
        text = str(order["text"]).strip()[:4096]
        if message.sender is not seat.person or not text:
            raise ValueError("not one's own")
        await seat.edit(message, text)
        return {}

    async def _press(self, order: Json) -> Json:
        """A press as a finger does it; the toast when the bot has answered."""
        seat, message = self._seat(order), self._get(order["message"])
        button = message.keyboard[int(order["row"])][int(order["column"])]
        if button["text"] != order["label"]:
            return {"stale": True}
        press = await seat.press_data(message, str(button.get("callback_data", "")))
        with suppress(AssertionError):
            await self.city.world.until(lambda: press.toast is not None, ANSWER_PATIENCE)
        toast = press.toast
        return {"toast": toast.text, "alert": toast.alert} if toast else {"unanswered": True}

    async def _react(self, order: Json) -> Json:
        await self._seat(order).react(self._get(order["message"]), str(order.get("emoji") or ""))
        return {}

    async def _pin(self, order: Json) -> Json:
        await self._seat(order).pin(self._get(order["message"]))
        return {}

    async def _add_resident(self, _: Json) -> Json:
        present = {person.full_name for person in self.residents}
        free = [name for name in NEW_RESIDENTS if name not in present]
        name = free[0] if free else f"Житель {len(present) + 1}"
        return {"chat": self._add_citizen(self.city.resident(name)).key}

    async def _block(self, order: Json) -> Json:
        person = self._person(int(order["who"]))
        await (person.unblock_bot() if person.chat.blocked else person.block_bot())
        return {"blocked": person.chat.blocked}

    async def _cut(self, _: Json) -> Json:
        if self._life is None or self._down is not None:
            raise CannotDo("not-now")
        life = self._life
        self._down = self.city.clock.now() + timedelta(seconds=OUTAGE)

        def mend() -> None:
            self._down = None
            life.reconnect()
            self.city.world.touch()

        life.cut()
        self.city.clock.call_later(OUTAGE, mend)
        self.city.world.touch()
        return {}

    async def _migrate(self, order: Json) -> Json:
        line = self._lines[str(order["chat"])]
        group = line.parts[-1]
        if not isinstance(group, Group):
            raise CannotDo("not-possible")
        line.parts.append(group.migrate())
        return {}

    async def _move(self, order: Json) -> Json:
        """Move the clock: `seconds`, or `to` a named moment. What becomes due on the way happens."""
        async with self._moving:
            await self.look_ahead()
            now = self.city.clock.now()
            target = (
                self._moment(str(order["to"]), now)
                if "to" in order
                else now + timedelta(seconds=min(max(float(order["seconds"]), 1), WEEK.total_seconds() * 5))
            )
            if self._life is None or target is None or target <= now:
                raise CannotDo("no-such-moment")
            self.city.clock.speed = 0
            try:
                await self._life.wait((target - now).total_seconds())
            finally:
                self.city.clock.speed = self._speed
                self.city.world.touch()
            return {"now": self.city.clock.now().isoformat()}

    async def _reset(self, _: Json) -> Json:
        await self.reset()
        return {}

    # Time

    async def look_ahead(self) -> None:
        """Know when the next deadline is near: `state` tells it."""
        self._nearing = await self._life.find_next_nearing() if self._life and self.is_ready else None

    def _clock(self) -> Json:
        now, calendar = self.city.clock.now(), self.city.calendar
        is_open = calendar.is_open(now)
        return {
            "now": now.isoformat(),
            "zone": self.city.municipality.timezone,
            "speed": self.city.clock.speed,
            "open": is_open,
            "nearing": self._nearing.isoformat() if self._nearing else None,
            "opens": None if is_open else calendar.next_opening(now).isoformat(),
        }

    def _moment(self, name: str, now: datetime) -> datetime | None:
        """`deadline`: a few minutes before the next; `evening`: when today's work ends; `opening`: when work begins next; `monday`: on the next Monday."""
        calendar = self.city.calendar
        if name == "deadline":
            return self._nearing
        if name == "evening":
            hours = calendar.intervals_of(calendar.date_of(now))
            return next((end for _, end in reversed(hours) if end > now), None)
        if name == "opening":
            closing = self._moment("evening", now)
            return calendar.next_opening(closing or now)
        if name == "monday":
            day = calendar.date_of(now)
            monday = day + timedelta(days=7 - day.weekday())
            midnight = datetime(
                monday.year, monday.month, monday.day, tzinfo=ZoneInfo(self.city.municipality.timezone)
            )
            return calendar.next_opening(midnight)
        raise ValueError(name)

    # Who sits where

    def _seat_everybody(self) -> None:
        municipality, world = self.city.municipality, self.city.world
        for name in FIRST_RESIDENTS:
            self._add_citizen(self.city.resident(name))
        groups = dict.fromkeys(
            (
                ("coordinators", municipality.chats.coordinators),
                *((f"department-{one.code}", one.chat) for one in municipality.departments),
                ("approvals", municipality.chats.approvals),
                ("leadership", municipality.chats.leadership),
            )
        )
        taken: set[int] = set()
        for key, chat_id in groups:
            group = world.groups.get(chat_id)
            if group is None or chat_id in taken:
                continue
            taken.add(chat_id)
            seats = [user_id for user_id in group.members if user_id in self.city.people]
            kind = "department" if key.startswith("department") else key
            self._lines[key] = _Line(key, kind, group.title, [group], seats)
        for person in self.city.people.values():
            key = f"staff-{person.id}"
            self._lines[key] = _Line(key, "staff", person.full_name, [person.chat], [person.id])

    def _add_citizen(self, person: Person) -> _Line:
        line = _Line(f"citizen-{person.id}", "citizen", person.full_name, [person.chat], [person.id])
        self._lines[line.key] = line
        self.city.world.touch()
        return line

    def _follow_moves(self) -> None:
        for line in self._lines.values():
            last = line.parts[-1]
            if isinstance(last, Group) and last.migrated_to is not None:
                line.parts.append(last.migrated_to)

    def _role(self, user_id: int) -> str:
        employee = self.city.municipality.find_employee(user_id)
        return _part(employee) if employee else ""

    def _person(self, user_id: int) -> Person:
        return self.city.world.people[user_id]

    def _seat(self, order: Json) -> Seat:
        line = self._lines[str(order["chat"])]
        who = int(order["who"])
        if who not in line.seats:
            raise ValueError("does not sit here")
        return self._person(who).in_(line.parts[-1])

    def _get(self, name: object) -> Message:
        chat_id, _, number = str(name).partition("/")
        world = self.city.world
        chat = world.groups.get(int(chat_id)) or world.private(world.people[int(chat_id)])
        return chat.log[int(number)]

    def _find(self, name: object) -> Message | None:
        return self._get(name) if name else None


def _aware(moment: datetime, timezone: str) -> datetime:
    return moment.replace(tzinfo=ZoneInfo(timezone)) if moment.tzinfo is None else moment


def _part(employee: Employee) -> str:
    """What the person is, in one word of the page's dictionary; the highest where there are several."""
    order = (Role.MAYOR, Role.LEADER, Role.APPROVER, Role.COORDINATOR, Role.EXECUTOR, Role.ADMIN)
    return next((role.value for role in order if role in employee.roles), "staff")
