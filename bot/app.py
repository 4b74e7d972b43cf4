"""The wiring: what stands where, and in which order it starts and stops. No container, no globals; this is the place."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer

from bot.alarms import AlarmKind
from bot.bell import Bell
from bot.clock import SystemClock
from bot.delivery.day_pictures import DayPictures, Painter
from bot.delivery.drawing import build_renderer
from bot.delivery.reports import DeliveryReports
from bot.delivery.sender import Sender
from bot.dispatch import Dispatch
from bot.faults import fault_of
from bot.handing.desk import Desk, LooksAtRegister, RegisterChild
from bot.in_force import InForce
from bot.intake.poller import Poller
from bot.intake.raw_api import ApiFailure, IntakeState, RawApi
from bot.intake.worker import Worker
from bot.introduction import Introduction
from bot.keeping import Keeper
from bot.mailing.postman import Postman
from bot.nursery import Nursery
from bot.paper_child import PaperChild
from bot.paper_mill import Maker, PaperMill
from bot.picture_child import PictureChild
from bot.presses import Presses
from bot.reckoning import reckon
from bot.session import QuickSession
from bot.settings import TELEGRAM_API, Settings
from bot.setup_texts import translations
from bot.strays import Strays
from bot.words import dictionary
from domain.municipality import Municipality
from domain.papers.kinds import KEPT as PAPER_KEPT
from domain.search.hits import KEPT as SEARCH_KEPT
from domain.setup.handed import KEPT as HANDED_KEPT
from scheduler.ticks import build_scheduler
from services import ticks
from services.ports import Clock
from storage import handed_files, inbox, outbox, paper_orders, searches
from storage.copies import Copies
from storage.database import Database, StorageUnavailable
from storage.due import Due
from storage.inbox import RawUpdate
from storage.queries import Queries
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)

TICK = 1.0
"""Seconds between two looks at what is due: settling, undo times, questions nobody answered."""
FILES_TICK = 2.0
ROUND_TICK = 60.0
PRUNE_TICK = 3600.0
DONE_KEPT = timedelta(days=7)
"""So long what was handled and said is kept: longer than Telegram keeps update ids in sequence."""
START_CALL = 10.0
HANDLERS_GRACE = 4.0
CONNECTIONS = 100


class TokenRefused(Exception):
    """Telegram does not know this token."""


class App:
    """The running program: updates in, verbs, messages out, and the clock."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        municipality: Municipality,
        clock: Clock,
        *,
        copies: Copies,
        papers: Path,
        maker: Maker,
        look_at_register: LooksAtRegister,
        beside: Path,
        painter: Painter,
        settings: Settings,
        is_known: bool,
        on_refused: Callable[[], None],
    ) -> None:
        self.clock = clock
        keeps_files = settings.attachments == "copy"
        self._bot = bot
        self._database = database
        self._nursery = Nursery()
        self.units = Units(database, municipality, reckon=reckon, words=dictionary, keeps_files=keeps_files)
        self._in_force = InForce(municipality, translations(), sends_mail=bool(settings.smtp_host))
        self._bell = Bell(self.units, clock)
        self._presses = Presses(bot, self._nursery.spawn)
        queries = Queries(database.reader)
        strays = Strays(queries, self.units, clock)
        dispatch = Dispatch(bot, self.units, clock, self._presses, strays, self._in_force)
        self._introduction = Introduction(bot, self._in_force)
        self._keeper = Keeper(bot, database, clock, copies, alarm=self._bell, fetches=keeps_files)
        self._sender = Sender(
            bot,
            database,
            clock,
            renderer=build_renderer(
                database.reader,
                queries,
                clock,
                self._in_force,
                lambda: self._introduction.username,
                papers,
                DayPictures(painter, self._bell),
            ),
            reports=DeliveryReports(self.units, clock),
            alarm=self._bell,
            spawn=self._nursery.spawn,
            group_limit=settings.group_limit_per_minute,
            find_copy=self._keeper.find_copy,
        )
        self._worker = Worker(
            bot,
            database,
            clock,
            dispatch.handle,
            alarm=self._bell,
            on_set_aside=dispatch.tell_set_aside,
            spawn=self._nursery.spawn,
            on_crowd=self._sender.give_way,
            on_calm=self._sender.go_on,
        )
        self._mill = PaperMill(
            self.units,
            database.reader,
            clock,
            papers,
            maker,
            texts=lambda: self._in_force.texts,
            alarm=self._bell,
            spawn=self._nursery.spawn,
        )
        self._desk = Desk(
            bot, self.units, database.reader, clock, look_at_register=look_at_register, beside=beside
        )
        self._aside: dict[str, asyncio.Task[None]] = {}
        self._postman = Postman(
            database,
            self.units,
            clock,
            settings,
            self._in_force,
            alarm=self._bell,
            find_copy=self._keeper.find_copy,
        )
        self._poller = Poller(bot, database, clock, on_new=self._take, on_state=self._hear)
        self._scheduler = build_scheduler(
            {
                "tick": (TICK, self.tick),
                "files": (FILES_TICK, partial(self._do_aside, "files", self._keeper.round)),
                "papers": (TICK, partial(self._do_aside, "papers", self._mill.round)),
                "handed": (TICK, partial(self._do_aside, "handed", self._desk.round)),
                "mail": (TICK, partial(self._do_aside, "mail", self._postman.round)),
                "round": (ROUND_TICK, self._look_round),
                "prune": (PRUNE_TICK, partial(self._do_aside, "prune", self._prune)),
            }
        )
        self._all_due = Due(database.reader)
        self._due = asyncio.Lock()
        self._polling: asyncio.Task[None] | None = None
        self._has_compared = False
        self._is_stopping = False
        self._is_known = is_known
        self._on_refused = on_refused
        self.is_refused = False
        self.units.on_outbox = self._sender.wake
        self.units.on_settings = self._settings_changed

    async def start(self) -> None:
        """Take up what a former run left, then open the door."""
        await self._keeper.start()
        await self._sender.start()
        left = await self._worker.refill()
        if left:
            _log.info("%d updates of the run before are taken up", left)
        self._polling = self._nursery.spawn(self._poller.run(), "poller")
        self._scheduler.start()
        if self._is_known:
            self._introduce()

    async def stop(self) -> None:
        """No new updates; what has begun ends, the rest waits for the next start. Also after a start that failed."""
        self._is_stopping = True
        if self._scheduler.running:
            self._scheduler.pause()
        if self._polling is not None:
            self._polling.cancel()
        await self._worker.stop(HANDLERS_GRACE)
        async with self._due:
            if self._scheduler.running:
                self._scheduler.shutdown(wait=False)
                await asyncio.sleep(
                    0
                )  # the loop carries it out and cancels what waits; nothing is half done now
        await self._sender.stop()
        await self._nursery.close()

    async def tick(self) -> None:
        """Do what is due now. A sandbox calls it too, when it has moved its clock."""
        await self._do_due(ticks.tick if self._has_compared else self._first_tick)

    async def _first_tick(self, ring: ticks.Round) -> None:
        """A new version of the program may bring other terms or days off."""
        await ticks.ask_for_recount(ring)
        self._has_compared = True
        await ticks.tick(ring)

    async def _look_round(self) -> None:
        await self._do_due(ticks.look_round)

    async def _do_due(self, work: Callable[[ticks.Round], Awaitable[None]]) -> None:
        """One after another, so that a stop can wait for what has begun; what waits then is done at the next start."""
        try:
            async with self._due:
                await self._do(work)
        except asyncio.CancelledError:
            if not self._is_stopping:
                raise

    async def _do(self, work: Callable[[ticks.Round], Awaitable[None]]) -> None:
        """The next ring does what was not possible."""
        now = self.clock.now()
        try:
            await work(ticks.Round(self.units, self._all_due, self._in_force.rules, self._carefully, now))
        except StorageUnavailable as error:
            _log.warning("the database is not available: %s", error)
        except Exception as error:  # noqa: BLE001 — a mistake in one ring must not silence the next
            _log.error("what was due was not done: %s", fault_of(error))

    async def _carefully(self, what: str, work: Awaitable[object]) -> None:
        try:
            await work
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 — one trouble must not keep the rest of the town waiting
            fault = fault_of(error)
            _log.error("%s: %s", what, fault)
            _ = self._nursery.spawn(self._bell(AlarmKind.NOT_DONE, what=what, error=fault), "alarm")

    async def settle_down(self) -> None:
        """Wait until nothing is being handled or sent; what waits for the clock does not count."""
        await self._worker.idle()
        await self._sender.idle()
        await self._presses.idle()

    async def catch_up(self) -> None:
        """After a jump of the clock: all that is due at the new time, at once."""
        await self.tick()
        await self._look_round()
        await self._keeper.round()
        await self._mill.round()
        await self._desk.round()
        await self._postman.round()

    async def find_next_due(self, after: datetime) -> datetime | None:
        """When the first of the open deadlines after this moment is over: a sandbox asks, to see a reminder come."""
        return await self._all_due.find_next_due(after)

    async def _do_aside(self, name: str, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """A download, a paper may take minutes: it is a task of its own, which a stop may cut short, and no ring waits."""
        running = self._aside.get(name)
        if running is None or running.done():
            self._aside[name] = self._nursery.spawn(work(), name)

    async def _prune(self) -> None:
        forgotten = 1
        while forgotten:
            forgotten = await self._forget_some(self.clock.now())

    async def _forget_some(self, now: datetime) -> int:
        before = now - DONE_KEPT
        async with self._database.transaction() as transaction:
            forgotten = await inbox.prune(transaction, before) + await outbox.prune(transaction, before)
            forgotten += await searches.prune(transaction, now - SEARCH_KEPT)
            forgotten += await paper_orders.prune(transaction, now - PAPER_KEPT)
            forgotten += await handed_files.prune(transaction, now - HANDED_KEPT)
            await transaction.commit()
        return forgotten

    def _take(self, updates: Sequence[RawUpdate]) -> None:
        self._worker.take(updates)

    def _hear(self, state: IntakeState) -> None:
        if state is IntakeState.WORKING:
            if not self._is_known:
                self._introduce()
            self._is_known = True
        elif state is IntakeState.REFUSED and not self._is_known:
            self.is_refused = True
            self._on_refused()
        elif state in {IntakeState.CONFLICT, IntakeState.REFUSED}:
            _ = self._nursery.spawn(self._bell.polling(state), "alarm")

    def _introduce(self) -> None:
        _ = self._nursery.spawn(self._introduction.make(), "introduction")

    def _settings_changed(self, municipality: Municipality) -> None:
        self._in_force.replace(municipality)
        if self._is_known:
            self._introduce()


def build_bot(settings: Settings) -> Bot:
    """The connection to the Bot API, with its server and proxy; raises nothing before the first call."""
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    server = TelegramAPIServer.from_base(settings.bot_api_url or TELEGRAM_API)
    session = QuickSession(proxy=proxy, api=server, limit=CONNECTIONS)
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    return Bot(token, session=session)


async def ensure_token(bot: Bot) -> str | None:
    """The name by which Telegram knows the bot; None where it can't be reached, which is no reason not to start."""
    try:
        me = await RawApi(bot).call("getMe", {}, timeout=START_CALL)
    except ApiFailure as failure:
        if failure.state is IntakeState.REFUSED:
            raise TokenRefused from None
        return None
    return str(me.get("username", "")) if isinstance(me, dict) else ""


@asynccontextmanager
async def build_app(
    settings: Settings,
    database: Database,
    municipality: Municipality,
    clock: Clock | None = None,
    *,
    bot: Bot | None = None,
    is_known: bool = True,
    on_refused: Callable[[], None] = lambda: None,
) -> AsyncIterator[App]:
    """The started program over an open database; it and the connection are closed in order when the block ends.

    `is_known`: Telegram has taken the token of `bot` already. Else `on_refused` hears if it does not.
    """
    bot = bot or build_bot(settings)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(bot.session.close)
        app = App(
            bot,
            database,
            municipality,
            clock or SystemClock(),
            copies=Copies(settings.copies_folder),
            papers=settings.papers_folder,
            maker=PaperChild(settings),
            look_at_register=RegisterChild(settings),
            beside=settings.municipality_file.parent,
            painter=PictureChild(),
            settings=settings,
            is_known=is_known,
            on_refused=on_refused,
        )
        stack.push_async_callback(app.stop)
        await app.start()
        yield app
