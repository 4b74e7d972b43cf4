"""Telegram in memory: accounts, chats and messages, and the updates that every change makes."""

import asyncio
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any, Literal, TypeVar

from sandbox.bot_account import BotAccount
from sandbox.chat import Chat, PrivateChat
from sandbox.clock import PATIENCE, Clock, ManualClock, wake
from sandbox.faults import FaultPlan
from sandbox.files import Files
from sandbox.groups import Channel, Group
from sandbox.history import History
from sandbox.limits import Limits
from sandbox.model import Json, Member, Message, Topic, User
from sandbox.people import Person
from sandbox.presses import Presses
from sandbox.updates import UpdateQueue
from sandbox.validation import check_update
from sandbox.visibility import sees

DEMO_TOKEN = "4200000001:AAE-stand-in-for-the-Bot-API-0000000"  # noqa: S105 - opens only this stand-in
BEGINNING = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
"""A Monday, 9:00 in Moscow: the first working hour of an ordinary week."""
ChatT = TypeVar("ChatT", Group, Channel)


class World:
    """The whole of Telegram for one test or one demonstration.

    `limits=None` lifts every limit of speed; `validate=False` skips the check of answers and updates against aiogram's
    models (for benchmarks). The first bot is made at once: `world.bot`. `problems` collects mistakes of the stand-in
    itself and methods that it does not carry; `sandbox.server.serve` raises them when it ends.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        limits: Limits | Literal["telegram"] | None = "telegram",
        seed: int = 1,
        validate: bool = True,
        history: History | None = None,
        username: str = "priemnaya_bot",
        token: str = DEMO_TOKEN,
    ) -> None:
        self.clock: Clock = clock or ManualClock(BEGINNING)
        self.dice = Random(seed)  # noqa: S311 - repeatable, not secret
        self.limits = Limits() if limits == "telegram" else limits
        self.validate = validate
        self.history = history or History()
        self.faults = FaultPlan(seed)
        self.files = Files(self.dice)
        self.presses = Presses(self)
        self.problems: list[str] = []
        self.people: dict[int, Person] = {}
        self.bots: dict[str, BotAccount] = {}
        self.groups: dict[int, Group | Channel] = {}
        self._mailbox = itertools.count(1)
        self._numbers: dict[int, itertools.count[int]] = {}
        self._ids = itertools.count(1)
        self.version = 0
        self._watchers: list[asyncio.Future[None]] = []
        self.bot = self.add_bot("Приёмная", username, token)

    # Accounts and chats

    def add_bot(self, name: str, username: str, token: str) -> BotAccount:
        account = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        queue = UpdateQueue(account.id, self.clock, self.history, self.dice)
        bot = BotAccount(account, token, queue)
        self.bots[token] = bot
        return bot

    def user(
        self, name: str, *, username: str = "", user_id: int | None = None, is_bot: bool = False
    ) -> Person:
        """A person (or, with `is_bot`, somebody else's bot); "Анна Петрова" becomes a first and a last name."""
        first, _, last = name.partition(" ")
        number = user_id or 500_000_000 + next(self._ids) * 1_001
        person = Person(number, first, last, username, "" if is_bot else "ru", is_bot, world=self)
        self.people[person.id] = person
        return person

    def group(self, title: str, *members: User, admin: bool = False, bot: bool = True) -> Group:
        """A basic group; the first member created it. The bot joins as a member, an administrator, or not at all."""
        return self._found(
            Group(self, -4_000_000_000 - next(self._ids), "group", title), members, bot=bot, admin=admin
        )

    def supergroup(
        self,
        title: str,
        *members: User,
        admin: bool = False,
        bot: bool = True,
        forum: bool = False,
        username: str = "",
    ) -> Group:
        """A supergroup, with `forum` one with topics."""
        number = -1_002_000_000_000 - next(self._ids)
        chat = Group(self, number, "supergroup", title, username, is_forum=forum)
        return self._found(chat, members, bot=bot, admin=admin)

    def channel(self, title: str, *members: User, bot: bool = True, username: str = "") -> Channel:
        """A channel; a bot is there only as an administrator."""
        chat = Channel(self, -1_003_000_000_000 - next(self._ids), "channel", title, username)
        return self._found(chat, members, bot=bot, admin=True)

    def private(self, person: Person, bot: BotAccount | None = None) -> PrivateChat:
        """The person's chat with the bot, made when first asked for."""
        owner = bot or self.bot
        if person.id not in owner.private:
            owner.private[person.id] = PrivateChat(
                self, person.id, "private", person=person, bot_id=owner.user.id
            )
        return owner.private[person.id]

    def find_chat(self, bot: BotAccount, chat_id: int | str) -> Chat | None:
        """By id, or by "@name" of a public group or channel."""
        if isinstance(chat_id, int):
            return self.groups.get(chat_id) or bot.private.get(chat_id)
        name = chat_id.removeprefix("@").lower()
        return next((chat for chat in self.groups.values() if name and chat.username.lower() == name), None)

    def bots_in(self, chat: Chat) -> list[BotAccount]:
        if isinstance(chat, PrivateChat):
            return [bot for bot in self.bots.values() if bot.user.id == chat.bot_id]
        return [bot for bot in self.bots.values() if bot.user.id in chat.members]

    # Messages

    def post(
        self,
        chat: Chat,
        sender: User | None,
        content: Json,
        *,
        topic: Topic | None = None,
        reply_to: Message | None = None,
        markup: Json | None = None,
        silent: bool = False,
        extra: Json | None = None,
        check: bool = True,
    ) -> Message:
        """Write a message and tell every bot that may see it."""
        message = Message(
            chat, self._next_message_id(chat), self.timestamp(), sender, content, topic=topic, reply_to=reply_to,
            markup=markup, silent=silent, extra=extra or {},
        )  # fmt: skip
        if topic is not None and topic.created is None:
            topic.id, topic.created = message.id, message
            chat.topics[topic.id] = topic
        message.thread_id = _thread(message)
        chat.log[message.id] = message
        self.announce(message, edited=False, check=check)
        return message

    def edit(self, message: Message, content: Json, markup: Json | None = None) -> None:
        """Replace the content; its earlier one stays in `message.earlier`."""
        if content != message.content:
            message.earlier.append(message.content)
        message.content, message.markup = content, markup
        message.edit_date = self.timestamp()
        self.announce(message, edited=True)

    def delete(self, message: Message) -> None:
        """No update is made: Telegram makes none."""
        message.deleted = True
        self.touch()

    def announce(self, message: Message, *, edited: bool, check: bool = True) -> None:
        kind = "channel_post" if message.chat.type == "channel" else "message"
        kind = f"edited_{kind}" if edited else kind
        for bot in self.bots_in(message.chat):
            if sees(bot, message, edited=edited):
                self.offer(bot, kind, message.as_json(), check=check)
        self.touch()

    def offer(self, bot: BotAccount, kind: str, payload: Json, *, check: bool = True) -> int | None:
        """Queue one update, checked against aiogram's model unless it is broken on purpose."""
        if self.validate and check:
            check_update({"update_id": 1, kind: payload})
        if sender := payload.get("from"):
            bot.known.add(sender["id"])
        update_id = bot.queue.put(kind, payload)
        self.touch()
        return update_id

    def push_raw(self, update: Json, bot: BotAccount | None = None) -> int:
        """Queue anything, however broken, unchecked and whatever allowed_updates says."""
        update_id = (bot or self.bot).queue.put_raw(update)
        self.touch()
        return update_id

    # Members

    def set_member(self, chat: Chat, member: Member, by: User) -> None:
        """Change somebody's standing; bots are told as Telegram tells them."""
        before = chat.member(member.user)
        chat.members[member.user.id] = member
        payload: Json = {
            "chat": chat.as_json(),
            "from": by.as_json(),
            "date": self.timestamp(),
            "old_chat_member": before.as_json(),
            "new_chat_member": member.as_json(),
        }
        for bot in self.bots_in(chat):
            if bot.user.id == member.user.id:
                self.offer(bot, "my_chat_member", payload)
            elif chat.members[bot.user.id].status == "administrator":
                self.offer(bot, "chat_member", payload)

    # Waiting and time

    def timestamp(self) -> int:
        return int(self.clock.now().timestamp())

    def touch(self) -> None:
        """Something changed: let whoever waits look again."""
        self.version += 1
        watchers, self._watchers = self._watchers, []
        for watcher in watchers:
            wake(watcher)

    def next_change(self) -> asyncio.Future[None]:
        """Done as soon as anything in the world changes."""
        watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._watchers.append(watcher)
        return watcher

    async def until(
        self,
        done: Callable[[], Any],
        within: float = PATIENCE,
        complaint: Callable[[], str] = lambda: "it did not happen",
    ) -> None:
        """Wait, on the machine's time, until `done()` is true; AssertionError with the complaint otherwise."""
        try:
            async with asyncio.timeout(within):
                while not done():
                    await self.next_change()
        except TimeoutError:
            raise AssertionError(complaint()) from None

    async def until_quiet(self, within: float = PATIENCE) -> None:
        """Wait until every update is confirmed by the bots."""
        await self.until(
            lambda: not any(bot.queue.pending for bot in self.bots.values()),
            within,
            lambda: f"updates still wait: {[bot.queue.pending for bot in self.bots.values()]}",
        )

    async def until_idle(self, still: float = 0.05, within: float = PATIENCE) -> None:
        """Wait until nothing waits and nothing has happened for `still` seconds of the machine's time.

        `city.clock.settle = city.until_idle` makes a moved clock wait for a bot that talks over HTTP.
        """
        async with asyncio.timeout(within):
            seen = -1
            while seen != self.version or self._busy():
                seen = self.version
                await asyncio.sleep(still)

    def _busy(self) -> bool:
        return any(bot.queue.polled and bot.queue.pending for bot in self.bots.values())

    # Inside

    def _found(self, chat: ChatT, members: tuple[User, ...], *, bot: bool, admin: bool) -> ChatT:
        self.groups[chat.id] = chat
        chat.members |= {
            user.id: Member(user, "member" if number else "creator") for number, user in enumerate(members)
        }
        for account in list(self.bots.values())[:bot]:
            chat.add_bot(account, admin=admin)
        return chat

    def _next_message_id(self, chat: Chat) -> int:
        if chat.type in {"private", "group"}:
            return next(self._mailbox)
        return next(self._numbers.setdefault(chat.id, itertools.count(1)))


def _thread(message: Message) -> int | None:
    """The topic's id, or, in a supergroup without topics, the first message of the chain of replies."""
    if message.topic is not None:
        return message.topic.id
    if message.chat.type != "supergroup" or message.reply_to is None:
        return None
    return message.reply_to.thread_id or message.reply_to.id
