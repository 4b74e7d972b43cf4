"""A town whose bot is a process of its own, so that it can be killed like one; Telegram lives on in the test.

Everything runs on the machine's own clock. Whatever a test does, two things are watched all the time: an update may be
confirmed only when the database has it, and after every kill the database must be whole and lawful.
"""

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from domain.municipality import Approval, Municipality
from sandbox import History, Limits, Person, RealClock, World
from sandbox.clock import Clock
from sandbox.history import CallRecord, QueueRecord, Record
from sandbox.server import serve
from tests.city import Town
from tests.survival import checks

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds after which nothing will come any more: a machine with other work needs ten for what takes one alone."""
LOOK = 0.01
"""Seconds between two looks at something that another process brings about."""


class Nest:
    """Hatches bots quickly (see nest.py); one for a whole run of tests."""

    def __init__(self, **environment: str) -> None:
        self.environment = environment
        self._nest = subprocess.Popen(
            [sys.executable, "-m", "tests.survival.nest"],
            cwd=ROOT, env=os.environ | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def start(self, environment: dict[str, str], folder: Path) -> int:
        """The new process's id."""
        order = {"environment": environment, "folder": str(folder), "log": str(folder / "bot.log")}
        return int(self._ask({"start": order}))

    def ended(self, process: int) -> int | None:
        """The exit code of a process that was started here; None while it lives."""
        code: int | None = self._ask({"ended": process})
        return code

    def now(self) -> float:
        """What its clock shows, and that of whatever hatches here: seconds since 1970."""
        return float(self._ask({"now": True}))

    def close(self) -> None:
        assert self._nest.stdin is not None
        assert self._nest.stdout is not None
        self._nest.stdin.close()
        self._nest.wait(10)
        self._nest.stdout.close()

    def _ask(self, order: dict[str, Any]) -> Any:
        assert self._nest.stdin is not None
        assert self._nest.stdout is not None
        self._nest.stdin.write(f"{json.dumps(order)}\n")
        self._nest.stdin.flush()
        return json.loads(self._nest.stdout.readline())


@dataclass(repr=False)
class Rig:
    """The town, the bot's process and its files. `unstored`: updates that were confirmed before they were safe."""

    town: Town
    nest: Nest
    folder: Path
    address: str
    process: int | None = None
    starts: int = 0
    unstored: list[int] = field(default_factory=list)
    fatal: Callable[[Record], bool] | None = None

    def __post_init__(self) -> None:
        self.world.history.listeners.append(self._watch)
        self.folder.joinpath("municipality.toml").write_text(_as_toml(self.town.municipality), "utf-8")

    @property
    def world(self) -> World:
        return self.town.world

    @property
    def log(self) -> str:
        path = self.folder / "bot.log"
        return path.read_text("utf-8") if path.exists() else ""

    def people(self, count: int) -> list[Person]:
        return [self.world.user(f"Житель №{number}") for number in range(1, count + 1)]

    # The process

    def environment(self, **changes: str) -> dict[str, str]:
        """What an administrator would write into `.env`."""
        own = {
            "PATH": os.environ.get("PATH", ""),
            "BOT_TOKEN": self.world.bot.token,
            "BOT_API_URL": self.address,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self.town.database}",
            "MUNICIPALITY_FILE": str(self.folder / "municipality.toml"),
            "GROUP_LIMIT_PER_MINUTE": "0",
        }
        return own | self.nest.environment | changes

    def hatch(self, **changes: str) -> int:
        """Start the bot and do not wait for it."""
        self.starts += 1
        self.process = self.nest.start(self.environment(**changes), self.folder)
        return self.process

    async def start(self, **changes: str) -> None:
        """Start the bot and wait until it polls."""
        self.hatch(**changes)
        await self.polls()

    async def polls(self, within: float = PATIENCE) -> None:
        queue = self.world.bot.queue
        await self.eventually(lambda: queue.polling, within, lambda: f"the bot does not poll:\n{self.log}")

    async def kill(self) -> None:
        """Kill -9, now; then look at what it left."""
        self.slay()
        await self.buried()

    def slay(self) -> None:
        if self.process is not None:
            os.kill(self.process, signal.SIGKILL)

    async def buried(self, within: float = PATIENCE) -> None:
        """Wait until the process is gone and nothing of it talks to Telegram any more; its database must be sound."""
        assert await self.exit_code(within) == -signal.SIGKILL, self.log
        self.fatal = None
        self.check_watch()
        queue = self.world.bot.queue
        await self.eventually(lambda: not queue.polling)
        if self.town.database.exists():
            checks.check_at_any_moment(self.ask, self.world)

    async def terminate(self, within: float = 12.0) -> tuple[int, float]:
        """SIGTERM: the exit code, and the seconds that it took."""
        assert self.process is not None
        began = time.monotonic()
        os.kill(self.process, signal.SIGTERM)
        return await self.exit_code(within), time.monotonic() - began

    async def exit_code(self, within: float = PATIENCE) -> int:
        """Wait until the process ends by itself."""
        process, codes = self.process, []
        assert process is not None

        def is_over() -> bool:
            code = self.nest.ended(process)
            codes.extend([] if code is None else [code])
            return code is not None

        await self.eventually(is_over, within, lambda: f"the bot goes on:\n{self.log}")
        self.process = None
        return int(codes[0])

    def kill_when(self, fatal: Callable[[Record], bool]) -> None:
        """Kill -9 at the very moment when such a thing happens: the call has had its effect, its answer is not sent yet."""
        self.fatal = fatal

    # Waiting and looking

    async def eventually(
        self,
        done: Callable[[], Any],
        within: float = PATIENCE,
        complaint: Callable[[], str] = lambda: "it did not happen",
    ) -> None:
        """Wait for what another process brings about. The only place of these tests that sleeps."""
        deadline = time.monotonic() + within
        while not done():
            assert time.monotonic() < deadline, complaint()
            await asyncio.sleep(LOOK)

    async def for_seconds(self, seconds: float) -> None:
        """Let the machine's time pass."""
        over = time.monotonic() + seconds
        await self.eventually(lambda: time.monotonic() >= over, seconds + 10)

    async def quiet(self, within: float = PATIENCE) -> None:
        """Wait until everything taken in is handled and everything owed is said."""
        await self.eventually(self._is_quiet, within, self._noise)
        self.check_watch()

    def _is_quiet(self) -> bool:
        return not self.world.bot.queue.pending and not self.ask(_UNFINISHED)

    def _noise(self) -> str:
        waiting = [tuple(row) for row in self.ask(_UNFINISHED)]
        return f"{self.world.bot.queue.pending}\n{waiting}\n{self.log}"

    def ask(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Rows of the bot's database, through a connection that can only look."""
        address = f"{self.town.database.as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=5)) as connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(sql, values).fetchall()

    def calls(self, method: str = "*", chat: int | None = None) -> list[CallRecord]:
        return self.world.history.calls(method, chat)

    def check_watch(self) -> None:
        assert not self.unstored, f"confirmed, but not stored: {self.unstored}"

    def _watch(self, record: Record) -> None:
        """Guarantee 2: what getUpdates(offset) confirms is in the inbox at that moment."""
        if isinstance(record, QueueRecord) and record.event == "confirmed":
            stored = {row["update_id"] for row in self.ask("SELECT update_id FROM inbox")}
            self.unstored += [update_id for update_id in record.update_ids if update_id not in stored]
        if self.fatal is not None and self.fatal(record):
            self.slay()


# The standing message at the top of a group is renewed a minute later, whatever else is done by then.
_UNFINISHED = """
SELECT 'inbox', update_id, error FROM inbox WHERE state = 'new'
UNION ALL SELECT kind, chat_id, error FROM outbox WHERE state IN ('pending', 'sending') AND kind <> 'pinned'
UNION ALL SELECT 'settling', number, NULL FROM appeals WHERE settles_at IS NOT NULL
UNION ALL SELECT 'publishing', appeal_id, NULL FROM drafts WHERE publish_at IS NOT NULL
"""


@asynccontextmanager
async def standing_town(
    nest: Nest,
    folder: Path,
    *,
    limits: Limits | None = None,
    clock: Clock | None = None,
    change: Callable[[Municipality], Municipality] = lambda municipality: municipality,
) -> AsyncIterator[Rig]:
    """A town with Telegram working and the bot not started; a bot that works at the end must have done all its work."""
    world = World(clock or RealClock(), limits=limits, history=History(folder / "history.jsonl"))
    town = Town(world, folder / "town.sqlite3")
    town.municipality = change(replace(town.municipality, approval=Approval(undo_seconds=0)))
    async with serve(world) as address:
        rig = Rig(town, nest, folder, address)
        try:
            yield rig
            if rig.process is not None:
                await rig.quiet()
                checks.check_at_rest(rig.ask, world)
        finally:
            world.faults.clear()
            if rig.process is not None:
                rig.slay()
                await rig.exit_code()
            world.history.close()
    rig.check_watch()
    assert "Traceback" not in rig.log, rig.log


def _as_toml(municipality: Municipality) -> str:
    """The municipality file; JSON's strings, numbers and lists are TOML's too."""
    own = municipality
    chats = {name: getattr(own.chats, name) for name in ("coordinators", "approvals", "leadership")}
    lines = [
        *_table("[municipality]", name=own.name, timezone=own.timezone, regulation=own.regulation),
        *_table("[hours]", **{str(day): hours for day, hours in own.hours.items()}),
        *_table("[chats]", **chats),
        *_table("[approval]", undo_seconds=own.approval.undo_seconds),
    ]
    for one in own.departments:
        head = {"head": one.head} if one.head else {}
        lines += _table(
            "[[departments]]", code=one.code, name=one.name, short=one.short, chat=one.chat, **head
        )
    for person in own.staff:
        facts = {"roles": sorted(person.roles), "departments": sorted(person.departments)}
        lines += _table("[[staff]]", id=person.id, name=person.name, **facts)
    for topic in own.topics:
        lines += _table(
            "[[topics]]", code=topic.code, name=topic.name, department=topic.department, words=topic.words
        )
    return "\n".join(lines)


def _table(heading: str, **values: object) -> Iterable[str]:
    return [heading, *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())]
