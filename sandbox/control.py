"""The director's interface, /control/…, JSON: people act, time moves, calls fail, and everything can be read.

POST act        {"who": id or name, "do": "send", "chat": id, "topic": id, …the verb's own arguments}
POST room       {"chat": id, "do": "migrate" | "kick_bot" | …, …}
POST user, chat, fault, clock, limits, raw      GET state, messages, history, faults, updates, changes      DELETE faults
A message among the arguments is its number; a person its id or name; a file is base64.
"""

import inspect
from base64 import b64decode
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox import portrait
from sandbox.chat import Chat
from sandbox.clock import ManualClock
from sandbox.limits import Limits
from sandbox.model import Json, Message, Topic, User
from sandbox.people import Person, Seat
from sandbox.presses import Press

if TYPE_CHECKING:
    from sandbox.world import World

Act = Callable[[Json], Awaitable[Any]]
MESSAGES = frozenset({"message", "reply_to", "on"})
FILES = frozenset({"content", "photo"})
PEOPLE = frozenset({"user", "by"})
LONGEST_WAIT = 25.0


def control_routes(world: "World") -> list[web.RouteDef]:
    desk = Desk(world)
    posts: dict[str, Act] = {
        "act": desk.act,
        "room": desk.room,
        "user": desk.user,
        "chat": desk.chat,
        "fault": desk.fault,
        "clock": desk.clock,
        "limits": desk.limits,
        "raw": desk.raw,
    }
    gets: dict[str, Act] = {
        "state": desk.state,
        "messages": desk.messages,
        "history": desk.history,
        "faults": desk.faults,
        "updates": desk.updates,
        "changes": desk.changes,
    }
    routes = [web.post(f"/control/{name}", _posted(act)) for name, act in posts.items()]
    routes += [web.get(f"/control/{name}", _asked(act)) for name, act in gets.items()]
    return [*routes, web.delete("/control/faults", _asked(desk.clear_faults))]


class Desk:
    """One method for each request; arguments and answers are JSON."""

    def __init__(self, world: "World") -> None:
        self.world = world

    async def act(self, order: Json) -> Any:
        seat = self._seat(order)
        verb = getattr(
            seat.person if order["do"] in {"block_bot", "unblock_bot", "start"} else seat, order["do"]
        )
        return _shown(await verb(**self._arguments(order, seat.chat)))

    async def room(self, order: Json) -> Any:
        room = self.world.groups[int(order.pop("chat"))]
        given = self._arguments(order, room)
        users = [self._person(who) for who in given.pop("users", [])]
        result = getattr(room, order["do"])(*users, **given)
        return _shown(await result if inspect.isawaitable(result) else result)

    async def user(self, order: Json) -> Any:
        return portrait.person(self.world.user(order.pop("name"), **order))

    async def chat(self, order: Json) -> Any:
        members = [self._person(who) for who in order.pop("members", [])]
        found = getattr(self.world, order.pop("kind", "group"))
        return portrait.chat(found(order.pop("title"), *members, **order))

    async def fault(self, order: Json) -> Any:
        return asdict(self.world.faults.add(order.pop("kind"), **order))

    async def clear_faults(self, _: Json) -> Any:
        self.world.faults.clear()
        return []

    async def clock(self, order: Json) -> Any:
        clock = self.world.clock
        assert isinstance(clock, ManualClock), "a real clock is not moved"
        if "speed" in order:
            clock.speed = float(order["speed"])
        if "set" in order:
            clock.set_to(datetime.fromisoformat(order["set"]))
        if "advance" in order:
            await clock.advance(float(order["advance"]))
        self.world.touch()
        return {"now": clock.now().isoformat(), "speed": clock.speed}

    async def limits(self, order: Json) -> Any:
        """{"on": false} lifts them; any field of Limits may be given."""
        self.world.limits = Limits(**order) if order.pop("on", True) else None
        return {"on": self.world.limits is not None}

    async def raw(self, order: Json) -> Any:
        return {"update_id": self.world.push_raw(order)}

    async def state(self, _: Json) -> Any:
        world = self.world
        private = [chat for bot in world.bots.values() for chat in bot.private.values()]
        return {
            "now": world.clock.now().isoformat(),
            "version": world.version,
            "people": [portrait.person(person) for person in world.people.values()],
            "chats": [portrait.chat(chat) for chat in [*world.groups.values(), *private]],
            "toasts": {str(person.id): _toast(person) for person in world.people.values()},
            "waiting": len(world.bot.queue.pending),
            "problems": world.problems,
        }

    async def messages(self, query: Json) -> Any:
        chat = self._chat(int(query["chat"]))
        since = int(query.get("since", 0))
        return [portrait.message(message) for message in chat.messages if message.id > since]

    async def history(self, query: Json) -> Any:
        return [asdict(record) for record in self.world.history.records[int(query.get("since", 0)) :]]

    async def faults(self, _: Json) -> Any:
        return self.world.faults.as_json()

    async def updates(self, _: Json) -> Any:
        return self.world.bot.queue.pending

    async def changes(self, query: Json) -> Any:
        """Wait until something is newer than `since`: how a page keeps up."""
        since = int(query.get("since", 0))
        try:
            await self.world.until(
                lambda: self.world.version > since, float(query.get("within", LONGEST_WAIT))
            )
        except AssertionError:
            return {"version": self.world.version, "changed": False}
        return {"version": self.world.version, "changed": True}

    def _seat(self, order: Json) -> Seat:
        person = self._person(order.pop("who"))
        chat = self._chat(int(order.pop("chat", person.id)))
        topic = chat.topics.get(int(order.pop("topic", 0)))
        channel = order.pop("as_channel", None)
        anonymous = bool(order.pop("anonymous", False))
        return Seat(person, chat, topic, anonymous, self._chat(int(channel)) if channel else None)

    def _chat(self, chat_id: int) -> Chat:
        return self.world.groups.get(chat_id) or self.world.private(self.world.people[chat_id])

    def _person(self, who: int | str) -> Person:
        if str(who).isdigit():
            return self.world.people[int(who)]
        found = [p for p in self.world.people.values() if who in {p.full_name, p.first_name, p.username}]
        if not found:
            raise KeyError(who)
        return found[0]

    def _arguments(self, order: Json, chat: Chat) -> Json:
        source = self._chat(int(order.pop("from_chat", chat.id)))
        return {name: self._argument(name, value, source) for name, value in order.items() if name != "do"}

    def _argument(self, name: str, value: Any, chat: Chat) -> Any:
        if name in MESSAGES and isinstance(value, int):
            return chat.log[value]
        if name in PEOPLE:
            return self.world.bot.user if value == "bot" else self._person(value)
        if name == "topic":
            return chat.topics[int(value)]
        return b64decode(value) if name in FILES and isinstance(value, str) else value


def _shown(result: Any) -> Any:
    if isinstance(result, list):
        return [_shown(one) for one in result]
    return next((show(result) for kind, show in SHOWN.items() if isinstance(result, kind)), {})


SHOWN: dict[type, Callable[[Any], Json]] = {
    Message: portrait.message,
    Press: lambda press: {"press": press.id, "update_ids": press.update_ids},
    Chat: portrait.chat,
    Topic: lambda topic: {"topic": topic.id},
    User: portrait.person,
}


def _toast(person: Person) -> Json | None:
    toast = person.toast
    return None if toast is None else asdict(toast)


def _posted(act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        return await _answered(act, await request.json() if request.can_read_body else {})

    return handle


def _asked(act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        return await _answered(act, dict(request.query))

    return handle


async def _answered(act: Act, order: Json) -> web.Response:
    try:
        return web.json_response(await act(order))
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
