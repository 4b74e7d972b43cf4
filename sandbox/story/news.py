"""What has changed in the chats since the last look: new messages, edits, deletions, reactions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sandbox.chat import Chat
from sandbox.model import Message
from sandbox.story.lines import Line, lines_of

if TYPE_CHECKING:
    from sandbox.world import World

Captions = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a message looks at a moment."""

    lines: tuple[Line, ...] = ()
    buttons: Captions = ()
    reactions: tuple[str, ...] = ()
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class New:
    """Somebody wrote."""

    message: Message
    look: Look


@dataclass(frozen=True, slots=True)
class Changed:
    """Only what was never there before; `also`: chats whose message changed in the same way."""

    message: Message
    lines: tuple[Line, ...]
    buttons: tuple[str, ...]
    also: tuple[Chat, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """The bot took its message back."""

    message: Message
    look: Look


@dataclass(frozen=True, slots=True)
class Reacted:
    """A sign was put under a message."""

    message: Message
    emoji: str


News = New | Changed | Gone | Reacted


class Watcher:
    """Remembers how every message looked when it was last seen; `rank` puts the chats in the reader's order."""

    def __init__(self, world: "World", rank: Callable[[Chat], int]) -> None:
        self._world = world
        self._rank = rank
        self._seen: dict[tuple[int, int], Look] = {}
        self._offered: dict[tuple[int, int], set[str]] = {}

    def look(self) -> list[News]:
        """What is new, chat by chat, new messages first; the same change in several chats is one piece of news."""
        return merge(sorted(self._changes(), key=self._order))

    def _order(self, news: News) -> tuple[int, int, bool, int]:
        chat = news.message.chat
        return self._rank(chat), chat.id, not isinstance(news, New), news.message.id

    def _changes(self) -> Iterator[News]:
        for message in self._messages():
            key, now = (message.chat.id, message.id), _look_at(message)
            before = self._seen.get(key)
            self._seen[key] = now
            if before != now:
                yield from _compare(message, before, now, self._offer(key, now))

    def _offer(self, key: tuple[int, int], now: Look) -> tuple[str, ...]:
        """Buttons that this message has for the first time: those that come back are no news."""
        captions = [caption for row in now.buttons for caption in row]
        known = self._offered.setdefault(key, set())
        fresh = tuple(caption for caption in captions if caption not in known)
        known.update(captions)
        return fresh

    def _messages(self) -> Iterator[Message]:
        private = [chat for bot in self._world.bots.values() for chat in bot.private.values()]
        for chat in [*private, *self._world.groups.values()]:
            yield from (message for message in chat.messages if not message.is_service)


def _look_at(message: Message) -> Look:
    reactions = tuple(sign for signs in message.reactions.values() for sign in signs)
    return Look(
        lines_of(message), tuple(tuple(row) for row in message.buttons), reactions, deleted=message.deleted
    )


def _compare(message: Message, before: Look | None, now: Look, captions: tuple[str, ...]) -> Iterator[News]:
    if before is None:
        if not now.deleted:
            yield New(message, now)
        return
    if now.deleted:
        yield Gone(message, before)
        return
    lines = tuple(line for line in now.lines if line not in before.lines)
    if lines or captions:
        yield Changed(message, lines, captions)
    for emoji in now.reactions:
        if emoji not in before.reactions:
            yield Reacted(message, emoji)


def merge(news: list[News]) -> list[News]:
    """A change that says nothing more than one before it is named there by its chat."""
    merged: list[News] = []
    for one in news:
        at = next((at for at, other in enumerate(merged) if _says_as_much(other, one)), None)
        if at is None:
            merged.append(one)
        else:
            merged[at] = _join(merged[at], one)
    return merged


def _says_as_much(first: News, second: News) -> bool:
    if not isinstance(first, Changed) or not isinstance(second, Changed):
        return False
    said = {line.text for line in first.lines}
    return said.issuperset(line.text for line in second.lines) and {*first.buttons}.issuperset(second.buttons)


def _join(first: News, second: News) -> News:
    assert isinstance(first, Changed)
    chats = dict.fromkeys([*first.also, second.message.chat])
    chats.pop(first.message.chat, None)
    return replace(first, also=tuple(chats))
