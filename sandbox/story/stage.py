"""The stage: people act, the bot answers, the reader sees it; what does not come as it must ends the story."""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.municipality import Department
from sandbox.chat import Chat
from sandbox.life import Life, SilentBot
from sandbox.model import Message
from sandbox.people import Person, Seat
from sandbox.presses import Press
from sandbox.story.cast import Cast
from sandbox.story.news import Watcher
from sandbox.story.screen import Screen
from sandbox.terminal import Terminal

NUMBER = re.compile(r"\b\d{4}-\d{5,}\b")
BREATH = 4.0
"""Seconds of the city's time between two things that people do."""
TOAST = 5.0
"""Seconds of the machine's time in which a press must be answered."""


class StoryFailed(Exception):
    """Something did not come as the story tells it; one line for the reader."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the reader is given: `sleep` is the reader's own clock, `speed` 0 reads everything at once."""

    sleep: Callable[[float], Awaitable[None]]
    speed: float = 1.0
    base: float = 0.25
    per_cell: float = 0.006
    longest: float = 1.6

    async def read(self, size: int) -> None:
        if self.speed > 0 and size > 0:
            await self.sleep(min(self.base + size * self.per_cell, self.longest) / self.speed)


@dataclass(frozen=True, slots=True)
class Matter:
    """A citizen's message on its way: its number, the department that holds it and its card there."""

    number: str
    citizen: Person
    department: Department
    card: Message


class Stage:
    """What the chapters are written in."""

    def __init__(self, life: Life, terminal: Terminal, pace: Pace) -> None:
        self.life = life
        self.cast = Cast(life.city)
        zone = ZoneInfo(life.city.municipality.timezone)
        now = life.city.clock.now
        self._screen = Screen(
            terminal, self.cast.lane, self.cast.name, lambda: f"{now().astimezone(zone):%H:%M}"
        )
        self._watcher = Watcher(life.city.world, self.cast.rank)
        self._pace = pace
        self._hidden = False

    # Telling

    async def chapter(self, number: int, title: str, about: str) -> None:
        """A heading, and what to look at."""
        await self._read(self._screen.heading(number, title))
        await self._read(self._screen.narrate(about))

    async def tell(self, text: str) -> None:
        if not self._hidden:
            await self._read(self._screen.narrate(text))

    async def event(self, text: str) -> None:
        """What happens to the machine, not in a chat."""
        if not self._hidden:
            await self._read(self._screen.event(text))

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What the reader knows already happens without being shown."""
        self._hidden = True
        try:
            yield
        finally:
            self._watcher.look()
            self._hidden = False

    async def show(self) -> None:
        """Everything that is new in the chats."""
        for news in self._watcher.look():
            if not self._hidden:
                await self._read(self._screen.show(news))

    async def _read(self, size: int) -> None:
        await self._pace.read(size)

    # Acting

    async def says(
        self, who: Person | Seat, text: str, *, photo: bool = False, to: Message | None = None
    ) -> Message:
        """Somebody writes; then what follows."""
        await self._breathe()
        sending = who.send_photo(text, reply_to=to) if photo else who.send(text, reply_to=to)
        message = await sending
        await self.show()
        await self._follow()
        return message

    async def starts(self, who: Person) -> None:
        """Press Start, or come back to a bot that was blocked."""
        await self._breathe()
        await who.start()
        await self.show()
        await self._follow()

    async def edits(self, who: Person, message: Message, text: str) -> None:
        await self._breathe()
        await who.edit(message, text)
        await self.show()
        await self._follow()

    async def presses(self, who: Person | Seat, caption: str, on: Message) -> None:
        """Somebody presses a button; the toast, then what follows."""
        await self.press_together([who], caption, on)

    async def press_together(self, people: Iterable[Person | Seat], caption: str, on: Message) -> None:
        """Several press at the same moment, before the bot has seen any of it."""
        await self._breathe()
        if on.deleted or on.button(caption) is None:
            where = self.cast.lane(on.chat).label
            raise StoryFailed(f"в чате «{where}» нет кнопки «{caption}»")
        for press in [await who.click(caption, on=on) for who in people]:
            assert isinstance(press, Press)
            await self._hear(press, caption)
        await self._follow()

    async def _hear(self, press: Press, caption: str) -> None:
        try:
            await self.life.city.world.until(lambda: press.toast, TOAST)
        except AssertionError:
            raise StoryFailed(f"бот не ответил на кнопку «{caption}»") from None
        toast = press.toast.text if press.toast else ""
        if not self._hidden:
            await self._read(self._screen.press(press.message.chat, press.person.id, caption, toast))

    async def waits(self, seconds: float, words: str = "") -> None:
        """Time passes in the city."""
        if words:
            await self.tell(words)
        await self._quiet(self.life.wait(seconds))
        await self.show()

    async def _breathe(self) -> None:
        await self._quiet(self.life.settle())
        await self.life.city.clock.advance(BREATH)

    async def _follow(self) -> None:
        await self._quiet(self.life.redraw())
        await self.show()

    async def _quiet(self, happening: Awaitable[None]) -> None:
        try:
            await happening
        except SilentBot:
            raise StoryFailed("бот не забирает сообщения") from None

    # Expecting

    def find(self, chat: Chat, text: str, button: str = "") -> Message:
        """The newest message in a chat with this text and such a button."""
        found = self.find_quietly(chat, text, button)
        if found is None:
            wanted = f"«{text}»" + (f" с кнопкой «{button}»" if button else "")
            raise StoryFailed(f"в чате «{self.cast.lane(chat).label}» нет сообщения {wanted}")
        return found

    def find_quietly(self, chat: Chat, text: str, button: str = "") -> Message | None:
        fitting = (one for one in reversed(chat.visible) if text in one.text)
        return next((one for one in fitting if not button or one.button(button)), None)

    def ensure(self, holds: object, words: str) -> None:
        """The story tells that it is so."""
        if not holds:
            raise StoryFailed(words)

    # What every chapter does

    async def writes(self, name: str, text: str, *, photo: bool = False) -> Matter:
        """A new citizen writes, gets a number, and the matter reaches a department."""
        citizen = self.life.city.resident(name)
        await self.says(citizen, text, photo=photo)
        return await self.reaches_department(citizen)

    async def reaches_department(self, citizen: Person) -> Matter:
        """By the rules, or by the coordinator where they are not sure."""
        if consent := self.find_quietly(citizen.chat, "", "Даю согласие"):
            await self.presses(citizen, "Даю согласие", consent)
        receipt = self.find(citizen.chat, "Номер:")
        found = NUMBER.search(receipt.text)
        self.ensure(found, "в расписке нет номера")
        number = found[0] if found else ""
        matter = self._where(number, citizen)
        if matter is None:
            await self.sends_to(self.life.city.municipality.departments[0], number)
            matter = self._where(number, citizen)
        if matter is None:
            raise StoryFailed(f"сообщение {number} не дошло до отдела")
        return matter

    async def sends_to(self, department: Department, number: str) -> None:
        """The coordinator routes by hand."""
        card = self.find(self.cast.coordinators, number, "Срочно")
        caption = department.label[:39]
        if card.button(caption) is None:
            await self.presses(self.cast.coordinator, "Ещё…", card)
        await self.presses(self.cast.coordinator, caption, card)

    def _where(self, number: str, citizen: Person) -> Matter | None:
        for department in self.life.city.municipality.departments:
            card = self.find_quietly(self.life.city.chat(department.chat), number, "Принять")
            if card is not None:
                return Matter(number, citizen, department, card)
        return None

    def matter_at(self, department: Department, matter: Matter) -> Matter:
        """The same matter, held by another department now."""
        card = self.find(self.life.city.chat(department.chat), matter.number, "Принять")
        return Matter(matter.number, matter.citizen, department, card)

    async def drafts(self, author: Seat, matter: Matter, words: str, outcome: str = "Решено") -> Message:
        """A reply to the card, sent to approval; the card in the approvals' chat."""
        await self.says(author, words, to=matter.card)
        preview = self.find(author.chat, matter.number, outcome)
        await self.presses(author, outcome, preview)
        return self.find(self.cast.approvals, matter.number, "Согласовать")

    async def approves(self, matter: Matter) -> None:
        card = self.find(self.cast.approvals, matter.number, "Согласовать")
        await self.presses(self.cast.approver, "Согласовать", card)

    @property
    def undo_seconds(self) -> int:
        return self.life.city.municipality.approval.undo_seconds

    async def answers(self, matter: Matter, words: str) -> None:
        """From the draft to the citizen's chat."""
        (author, *_) = self.cast.executors(matter.department)
        await self.drafts(author, matter, words)
        await self.approves(matter)
        await self.waits(self.undo_seconds + 1)
        self.answered(matter, words)

    def answered(self, matter: Matter, words: str) -> None:
        """The citizen has the very words, once."""
        copies = [one for one in matter.citizen.chat.visible if words in one.text and matter.number in one.text]
        self.ensure(copies, f"ответ на {matter.number} не дошёл")
        self.ensure(len(copies) == 1, f"ответ на {matter.number} пришёл {len(copies)} раза")

