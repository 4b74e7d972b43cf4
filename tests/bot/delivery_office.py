"""A sender at work: a strict Telegram in memory, a renderer and reports as small as they can be."""

import asyncio
import math
from collections import deque
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteMessage, EditMessageText, SendMediaGroup, SetMessageReaction

from bot.delivery.ports import Rendering
from bot.delivery.sender import Sender
from domain.ids import ChatId
from domain.notices import Notice, NoticeKind, Priority
from sandbox import ManualClock
from storage import outbox
from storage.rows import stored_moment
from tests.bot.machinery import START, Alarms, Nursery, Shaky
from views.parts import Edit, Text

ROADS, HOUSING, LEADERS = ChatId(-100), ChatId(-200), ChatId(-300)
ANNA, BORIS = ChatId(7), ChatId(8)


@dataclass
class Call:
    """One call as Telegram saw it; `seconds` since the start."""

    seconds: float
    method: object
    applied: bool

    @property
    def chat(self):
        return self.method.chat_id

    @property
    def text(self):
        return getattr(self.method, "text", None)

    @property
    def name(self):
        return type(self.method).__name__


class Telegram:
    """Counts sends and edits of a group in a sliding minute, refuses the twenty-first, fails as it is told to."""

    def __init__(self, clock):
        self._clock = clock
        self._plans = []
        self._logs = {}
        self._ids = iter(range(1, 1_000_000))
        self.calls = []
        self.refusals = 0

    def fail(self, make, *, chat=None, name="", text="", times=1, applied=False):
        """`make(method)` gives what is raised, or awaited if it is a coroutine."""
        self._plans.append(
            {"make": make, "chat": chat, "name": name, "text": text, "left": times, "applied": applied}
        )

    def recover(self):
        self._plans.clear()

    async def __call__(self, method, request_timeout=None):
        assert request_timeout == 20
        call = Call((self._clock.now() - START).total_seconds(), method, applied=False)
        self.calls.append(call)
        if (plan := self._plan(call)) is not None:
            call.applied = plan["applied"]
            outcome = plan["make"](method)
            raise await outcome if asyncio.iscoroutine(outcome) else outcome
        self._count(method)
        call.applied = True
        return self._answer(method)

    @property
    def said(self):
        return [call.text for call in self.calls if call.applied]

    def times(self, chat):
        return [call.seconds for call in self.calls if call.chat == chat]

    def _plan(self, call):
        for plan in self._plans:
            matches = plan["chat"] in {None, call.chat} and call.name.startswith(plan["name"])
            if plan["left"] and matches and plan["text"] in (call.text or ""):
                plan["left"] -= 1
                return plan
        return None

    def _count(self, method):
        if method.chat_id > 0 or isinstance(method, DeleteMessage | SetMessageReaction):
            return
        log, now = self._logs.setdefault(method.chat_id, deque()), self._clock.now()
        minute = timedelta(seconds=60)
        while log and log[0] + minute <= now:
            log.popleft()
        operations = len(method.media) if isinstance(method, SendMediaGroup) else 1
        if len(log) + operations > 20:
            self.refusals += 1
            raise flood(math.ceil((log[0] + minute - now).total_seconds()))(method)
        log.extend([now] * operations)

    def _answer(self, method):
        if isinstance(method, DeleteMessage | SetMessageReaction):
            return True
        if isinstance(method, EditMessageText):
            return SimpleNamespace(message_id=method.message_id)
        if isinstance(method, SendMediaGroup):
            return [SimpleNamespace(message_id=next(self._ids)) for _ in method.media]
        return SimpleNamespace(message_id=next(self._ids))


def flood(seconds):
    return lambda method: TelegramRetryAfter(method, f"Too Many Requests: retry after {seconds}", seconds)


def bad(words):
    return lambda method: TelegramBadRequest(method, f"Bad Request: {words}")


def forbidden(words):
    return lambda method: TelegramForbiddenError(method, f"Forbidden: {words}")


def migrated_to(chat):
    return lambda method: TelegramMigrateToChat(method, "upgraded", chat)


def unauthorized(method):
    return TelegramUnauthorizedError(method, "Unauthorized")


def server_error(method):
    return TelegramServerError(method, "Internal Server Error")


def no_answer(method):
    error = TelegramNetworkError(method, "Request timeout error")
    error.__cause__ = TimeoutError()
    return error


def half_an_answer(_):
    return ClientDecodeError("Failed to decode object", ValueError(), '{"ok": tr')


async def never(_):
    await asyncio.Event().wait()


class Renderer:
    """Text from the row's own arguments, or what the test put in for a kind."""

    def __init__(self):
        self.makes = {}
        self.rendered = []

    async def render(self, row):
        self.rendered.append(row.id)
        make = self.makes.get(row.kind)
        if make is None:
            return Rendering((Text(str(row.args["text"])),), digest="now")
        made = make(row)
        return made if isinstance(made, Rendering) else Rendering(tuple(made), digest="now")


class Reports:
    """Writes down as the program does, one transaction each, and remembers what it was told."""

    def __init__(self, database, clock):
        self._database = database
        self._clock = clock
        self.heard = []

    def names(self):
        return [name for name, *_ in self.heard]

    async def part_sent(self, row, part, message_ids, *, index, last, digest):
        now = self._clock.now()
        async with self._database.transaction() as transaction:
            for message_id in message_ids:
                transaction.write(
                    "INSERT INTO sent_messages (chat_id, message_id, outbox_id, kind, sent_at)"
                    " VALUES (:chat, :message, :row, 'x', :now)",
                    {"chat": row.chat_id, "message": message_id, "row": row.id, "now": stored_moment(now)},
                )
            outbox.part_done(transaction, row.id, now, index=index, last=last)
            await transaction.commit()
        self.heard.append(("part_sent", row.id, part, tuple(message_ids), index, last, digest))

    async def file_gone(self, row, part, *, index, last):
        async with self._database.transaction() as transaction:
            outbox.part_done(transaction, row.id, self._clock.now(), index=index, last=last)
            await transaction.commit()
        self.heard.append(("file_gone", row.id, part, index, last))

    async def message_gone(self, row):
        async with self._database.transaction() as transaction:
            outbox.finish(transaction, row.id, self._clock.now())
            outbox.add(transaction, notice(row.chat_id, "карточка заново"), self._clock.now())
            await transaction.commit()
        self.heard.append(("message_gone", row.id))

    async def undeliverable(self, row, failure):
        async with self._database.transaction() as transaction:
            outbox.hold(transaction, row.id, failure.kind.value)
            await transaction.commit()
        self.heard.append(("undeliverable", row.id, failure.kind))

    async def failed(self, row, error):
        async with self._database.transaction() as transaction:
            outbox.fail(transaction, row.id, error, self._clock.now())
            await transaction.commit()
        self.heard.append(("failed", row.id, error))

    async def chat_unreachable(self, chat_id, failure):
        async with self._database.transaction() as transaction:
            outbox.hold_chat(transaction, chat_id, failure.kind.value, self._clock.now())
            await transaction.commit()
        self.heard.append(("chat_unreachable", chat_id, failure.kind))

    async def migrated(self, old, new):
        async with self._database.transaction() as transaction:
            outbox.move_chat(transaction, old, new, self._clock.now())
            await transaction.commit()
        self.heard.append(("migrated", old, new))

    async def doubtful(self, row):
        self.heard.append(("doubtful", row.id))


def notice(chat, text="", priority=Priority.CARD, kind=NoticeKind.SAY, **facts):
    return Notice(kind, chat, priority, args={"text": text}, **facts)


def edit_of(row):
    """The renderer of an edit: the message is the row's `ref_id`."""
    return [Edit(row.ref_id, str(row.args["text"]))]


class Office:
    """A sender on a database that survives it."""

    def __init__(self, database, group_limit=20):
        self.database = Shaky(database)
        self.clock = ManualClock(START, settle=self.settle)
        self.telegram = Telegram(self.clock)
        self.renderer = Renderer()
        self.reports = Reports(self.database, self.clock)
        self.alarm = Alarms()
        self._group_limit = group_limit
        self.nursery = Nursery()
        self.sender = None
        self.open()

    def open(self):
        self.sender = Sender(
            self.telegram,
            self.database,
            self.clock,
            renderer=self.renderer,
            reports=self.reports,
            alarm=self.alarm,
            spawn=self.nursery.spawn,
            group_limit=self._group_limit,
        )

    async def settle(self):
        await self.sender.idle()

    async def add(self, *notices, wake=True):
        async with self.database.transaction() as transaction:
            for added in notices:
                outbox.add(transaction, added, self.clock.now())
            await transaction.commit()
        for added in notices if wake else ():
            self.sender.wake(added.chat_id)

    async def say(self, *notices):
        await self.add(*notices)
        await self.settle()

    async def kill(self):
        """As kill -9: whatever was in flight is gone."""
        await self.nursery.close()
        self.nursery = Nursery()

    async def restart(self):
        await self.kill()
        self.open()
        await self.sender.start()

    async def rows(self, columns="state"):
        found = await self.database.reader.run([(f"SELECT {columns} FROM outbox ORDER BY id", {})])
        return [tuple(row) if len(row) > 1 else row[0] for row in found]
