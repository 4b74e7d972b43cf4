"""The stage: people act, the bot answers, the reader sees it; what does not come as it must ends the story."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sandbox.chat import Chat
from sandbox.life import Life, SilentBot
from sandbox.model import Message
from sandbox.people import Person, Seat
from sandbox.presses import Press
from sandbox.story.cast import Cast
from sandbox.story.news import Watcher
from sandbox.story.screen import Screen
from sandbox.terminal import Terminal

BREATH = 4.0
"""Seconds of the city's time between two things that people do."""
TOAST = 5.0
"""Seconds of the machine's time in which a press must be answered."""


class StoryFailed(Exception):
    """Something did not come as the story tells it; one line for the reader."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the reader is given: `sleep` is the reader's own clock, at `speed` 0 nobody waits."""

    sleep: Callable[[float], Awaitable[None]]
    speed: float = 1.0
    base: float = 0.2
    per_cell: float = 0.0033
    longest: float = 1.1

    async def read(self, size: int) -> None:
        """Wait as long as so many cells take to read."""
        if self.speed > 0 and size > 0:
            await self.sleep(min(self.base + size * self.per_cell, self.longest) / self.speed)


class Stage:
    """What the chapters are written in."""

    def __init__(self, life: Life, terminal: Terminal, pace: Pace) -> None:
        self.life = life
        self.cast = Cast(life.city)
        zone, clock = ZoneInfo(life.city.municipality.timezone), life.city.clock
        self.screen = Screen(
            terminal, self.cast.lane, self.cast.name, lambda: f"{clock.now().astimezone(zone):%H:%M}"
        )
        self._watcher = Watcher(life.city.world, self._rank)
        self._pace = pace
        self._here: Chat | None = None
        self._hidden = False

    def _rank(self, chat: Chat) -> int:
        """Where something was done, it shows first."""
        return -1 if chat is self._here else self.cast.rank(chat)

    # Telling

    async def chapter(self, number: int, title: str, about: str) -> None:
        """A heading, and what to look at."""
        await self._pace.read(self.screen.heading(f"{number}. {title}"))
        await self._pace.read(self.screen.narrate(about))

    async def tell(self, text: str) -> None:
        """The narrator says what happens between two scenes."""
        await self._read(self.screen.narrate, text)

    async def event(self, text: str) -> None:
        """What happens to the machine or the line, not in a chat."""
        await self._read(self.screen.event, text)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """What the reader knows already happens without being shown."""
        self._hidden = True
        try:
            yield
        finally:
            _ = self._watcher.look()
            self._hidden = False

    async def show(self) -> None:
        """Everything that is new in the chats."""
        for news in self._watcher.look():
            await self._read(self.screen.show, news)

    async def _read(self, draw: Callable[..., int], *what: object) -> None:
        if not self._hidden:
            await self._pace.read(draw(*what))

    # Acting

    async def says(
        self, who: Person | Seat, text: str, *, photo: bool = False, to: Message | None = None
    ) -> Message:
        """Somebody writes; then what follows."""
        await self._breathe()
        message = await (who.send_photo(text, reply_to=to) if photo else who.send(text, reply_to=to))
        await self._show_act(message.chat)
        return message

    async def starts(self, who: Person) -> None:
        """Press Start, or come back to a bot that was blocked."""
        await self._breathe()
        await who.start()
        await self._show_act(who.chat)

    async def edits(self, who: Person, message: Message, text: str) -> None:
        """A citizen corrects what was written."""
        await self._breathe()
        await who.edit(message, text)
        await self._show_act(message.chat)

    async def presses(self, who: Person | Seat, caption: str, on: Message) -> None:
        """Somebody presses a button; the toast, then what follows."""
        await self.press_together([who], caption, on)

    async def press_together(self, people: Iterable[Person | Seat], caption: str, on: Message) -> None:
        """Several press at the same moment, before the bot has seen any of it."""
        await self._breathe()
        if on.deleted or on.button(caption) is None:
            raise StoryFailed(f"в чате «{self.cast.lane(on.chat).label}» нет кнопки «{caption}»")
        for press in [await who.click(caption, on=on) for who in people]:
            assert isinstance(press, Press)
            await self._hear(press, caption)
        await self._follow(on.chat)

    async def _hear(self, press: Press, caption: str) -> None:
        try:
            await self.life.city.world.until(lambda: press.toast, TOAST)
        except AssertionError:
            raise StoryFailed(f"бот не ответил на кнопку «{caption}»") from None
        toast = press.toast.text if press.toast else ""
        await self._read(self.screen.press, press.message.chat, press.person.id, caption, toast)

    async def waits(self, seconds: float) -> None:
        """Time passes in the city."""
        self._here = None
        await _unless_silent(self.life.wait(seconds))
        await self.show()

    async def _breathe(self) -> None:
        await _unless_silent(self.life.settle())
        await self.life.city.clock.advance(BREATH)

    async def _show_act(self, chat: Chat) -> None:
        """What somebody wrote stands there before the bot has seen it."""
        await self.show()
        await self._follow(chat)

    async def _follow(self, chat: Chat) -> None:
        """What comes of it."""
        self._here = chat
        await _unless_silent(self.life.redraw())
        await self.show()

    # Expecting

    def find(self, chat: Chat, text: str, button: str = "") -> Message:
        """The newest message in a chat with this text and such a button."""
        found = self.find_quietly(chat, text, button)
        if found is None:
            wanted = f"«{text}»" + (f" с кнопкой «{button}»" if button else "")
            raise StoryFailed(f"в чате «{self.cast.lane(chat).label}» нет сообщения {wanted}")
        return found

    def find_quietly(self, chat: Chat, text: str, button: str = "") -> Message | None:
        """The same, where it may be missing."""
        fitting = (one for one in reversed(chat.visible) if text in one.text)
        return next((one for one in fitting if not button or one.button(button)), None)

    def ensure(self, holds: object, words: str) -> None:
        """The story tells that it is so."""
        if not holds:
            raise StoryFailed(words)


async def _unless_silent(happening: Awaitable[None]) -> None:
    try:
        await happening
    except SilentBot:
        raise StoryFailed("бот не забирает сообщения") from None
