"""Each stored update handled once, in order within its chat, whatever its neighbours do."""

import asyncio
import json
from collections import defaultdict

import pytest

from bot.alarms import AlarmKind
from bot.intake.worker import CROWD, Worker
from sandbox import DEMO_TOKEN, ManualClock
from storage import inbox
from storage.database import StorageUnavailable
from storage.inbox import RawUpdate
from tests.bot.machinery import START, Alarms, Nursery, Shaky, bot_against, migrated, until

ANNA, BORIS = 7, 8


class Handlers:
    """Stands for everything behind the worker: records, fails, hangs, or stores in a transaction of its own."""

    def __init__(self, database, clock):
        self._database = database
        self._clock = clock
        self.handled = []
        self.tries = defaultdict(int)
        self.trouble = {}
        self.gates = {}
        self.own_transaction = True

    async def __call__(self, update, update_id):
        self.tries[update_id] += 1
        if (gate := self.gates.get(update_id)) is not None:
            await gate.wait()
        errors = self.trouble.get(update_id)
        if errors:
            raise errors.pop(0)
        if self.own_transaction:
            async with self._database.transaction() as transaction:
                inbox.mark_done(transaction, update_id, self._clock.now())
                await transaction.commit()
        self.handled.append((update_id, update.message.text))
        return self.own_transaction


class Office:
    """A worker, and a way to end it as kill -9 does and to begin anew."""

    def __init__(self, bot, database):
        self.bot = bot
        self.database = Shaky(database)
        self.clock = ManualClock(START, settle=self.settle)
        self.handlers = Handlers(self.database, self.clock)
        self.alarm = Alarms()
        self.told = []
        self.crowds = []
        self.nursery = Nursery()
        self.worker = None
        self.start()

    def start(self, longest=30.0):
        self.worker = Worker(
            self.bot,
            self.database,
            self.clock,
            self.handlers,
            alarm=self.alarm,
            on_set_aside=self.tell,
            spawn=self.nursery.spawn,
            on_crowd=lambda: self.crowds.append("crowd"),
            on_calm=lambda: self.crowds.append("calm"),
            longest=longest,
        )

    async def settle(self):
        await self.worker.idle()

    async def tell(self, raw, update):
        self.told.append((raw.update_id, raw.chat_key, update and update.message.text))

    async def store(self, *updates):
        async with self.database.transaction() as transaction:
            new = await inbox.store(transaction, updates, self.clock.now())
            await transaction.commit()
        return new

    async def receive(self, *updates):
        self.worker.take(await self.store(*updates))

    async def kill(self):
        await self.nursery.close()
        self.nursery = Nursery()

    async def states(self):
        rows = await self.database.reader.run([("SELECT update_id, state FROM inbox ORDER BY update_id", {})])
        return {row["update_id"]: row["state"] for row in rows}


@pytest.fixture
async def office(tmp_path):
    async with (
        bot_against("http://127.0.0.1:1", DEMO_TOKEN) as bot,
        migrated(tmp_path / "worker.sqlite3") as database,
    ):
        made = Office(bot, database)
        yield made
        await made.kill()


def message(update_id, text="яма", chat=ANNA):
    body = {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1,
            "chat": {"id": chat, "type": "private"},
            "text": text,
        },
    }
    return RawUpdate(update_id, chat, json.dumps(body))


def broken(update_id, chat=ANNA):
    return RawUpdate(update_id, chat, json.dumps({"update_id": update_id, "message": {"паспорт": "1234"}}))


async def test_many_chats_in_line_are_a_crowd_until_they_are_handled(office):
    await office.receive(*(message(number, chat=number) for number in range(1, CROWD + 2)))
    await office.settle()
    assert office.crowds == ["crowd", "calm"]


async def test_one_person_who_writes_a_lot_is_no_crowd(office):
    await office.receive(*(message(number) for number in range(1, CROWD + 2)))
    await office.settle()
    assert office.crowds == []


async def test_updates_of_a_chat_are_handled_in_their_order(office):
    await office.receive(*(message(number, str(number)) for number in range(1, 20)))
    await office.settle()
    assert office.handlers.handled == [(number, str(number)) for number in range(1, 20)]
    assert set((await office.states()).values()) == {"done"}


async def test_a_hung_handler_delays_its_own_chat_only(office):
    gate = office.handlers.gates[1] = asyncio.Event()
    await office.receive(message(1), message(2), message(3, chat=BORIS))
    await until(lambda: office.handlers.handled)
    assert office.handlers.handled == [(3, "яма")]
    gate.set()
    await office.settle()
    assert [update_id for update_id, _ in office.handlers.handled] == [3, 1, 2]


async def test_chats_are_handled_side_by_side(office):
    gate = asyncio.Event()
    for chat in range(10):
        office.handlers.gates[chat] = gate
    await office.receive(*(message(chat, chat=chat) for chat in range(10)))
    await until(lambda: sum(office.handlers.tries.values()) == 10)
    gate.set()
    await office.settle()


async def test_a_handler_that_hangs_is_cut_and_the_next_update_comes(office):
    office.start(longest=0.2)
    office.handlers.gates[1] = asyncio.Event()
    await office.receive(message(1), message(2))
    await office.clock.advance(2)
    assert office.handlers.tries[1] == 3
    assert office.handlers.handled == [(2, "яма")]
    assert (await office.states())[1] == "set_aside"


async def test_an_update_whose_handler_stores_nothing_is_marked_done(office):
    office.handlers.own_transaction = False
    await office.receive(message(1))
    await office.settle()
    assert await office.states() == {1: "done"}


async def test_a_handler_that_fails_is_tried_again(office):
    office.handlers.trouble[1] = [ValueError(), ValueError()]
    await office.receive(message(1), message(2))
    await office.settle()
    assert office.handlers.tries == {1: 1}
    await office.clock.advance(0.2)
    assert office.handlers.tries == {1: 2}
    await office.clock.advance(0.6)
    assert office.handlers.handled == [(1, "яма"), (2, "яма")]
    assert not office.alarm.heard


async def test_a_handler_that_goes_on_failing_puts_the_update_aside_within_two_seconds(office, caplog):
    office.handlers.trouble[1] = [ValueError("паспорт 1234")] * 3
    await office.receive(message(1, "паспорт 1234"), message(2))
    await office.clock.advance(2)
    assert office.handlers.handled == [(2, "яма")]
    assert await office.states() == {1: "set_aside", 2: "done"}
    ((kind, facts),) = office.alarm.heard
    assert (kind, facts["update_id"]) == (AlarmKind.UPDATE_SET_ASIDE, 1)
    assert facts["error"].startswith("ValueError at test_worker.py")
    assert office.told == [(1, ANNA, "паспорт 1234")]
    assert "паспорт" not in caplog.text


async def test_attempts_are_remembered_over_a_restart(office):
    office.handlers.trouble[1] = [ValueError()] * 3
    await office.receive(message(1))
    await office.clock.advance(0.2)
    await office.kill()
    office.start()
    await office.worker.refill()
    await office.settle()
    assert office.handlers.tries == {1: 3}
    assert await office.states() == {1: "set_aside"}


async def test_new_updates_do_not_hasten_a_retry(office):
    office.handlers.trouble[1] = [ValueError()] * 3
    await office.receive(message(1))
    await office.settle()
    for number in range(2, 10):
        await office.receive(message(number))
        await office.settle()
    assert office.handlers.tries == {1: 1}


async def test_an_update_that_cannot_be_read_is_put_aside_at_once(office, caplog):
    await office.receive(broken(1), message(2))
    await office.settle()
    assert office.handlers.handled == [(2, "яма")]
    assert await office.states() == {1: "set_aside", 2: "done"}
    assert office.alarm.kinds == [AlarmKind.UPDATE_SET_ASIDE]
    assert office.told == [(1, ANNA, None)]
    assert "паспорт" not in caplog.text + str(office.alarm.heard)


async def test_half_a_character_becomes_a_question_mark(office):
    await office.receive(message(1, "яма \ud83d на Ленина 🙂"))
    await office.settle()
    assert office.handlers.handled == [(1, "яма ? на Ленина 🙂")]


async def test_handlers_get_the_bot_with_the_update(office):
    seen = []

    async def look(update, _):
        seen.append(update.message.bot)
        return False

    office.worker._handle = look
    await office.receive(message(1))
    await office.settle()
    assert seen == [office.bot]


async def test_after_kill_9_what_was_not_done_is_handled_and_nothing_twice(office):
    office.handlers.gates[2] = asyncio.Event()
    await office.receive(message(1), message(2), message(3))
    await until(lambda: office.handlers.tries[2] == 1)
    await office.kill()
    office.handlers.gates.clear()
    office.start()
    assert await office.worker.refill() == 2
    await office.settle()
    assert [update_id for update_id, _ in office.handlers.handled] == [1, 2, 3]


async def test_a_repeated_update_is_handled_once(office):
    await office.receive(message(1))
    await office.receive(message(1), message(2))
    await office.settle()
    assert office.handlers.tries == {1: 1, 2: 1}


async def test_an_absent_database_is_no_attempt(office):
    office.database.away = True
    office.worker.take([message(1)])
    await office.clock.advance(20)
    assert office.handlers.handled == []
    office.database.away = False
    await office.store(message(1))
    await office.clock.advance(1)
    assert office.handlers.handled == [(1, "яма")]
    assert await office.states() == {1: "done"}
    assert not office.alarm.heard


async def test_while_the_database_is_away_a_finished_handler_is_not_run_again(office):
    office.handlers.own_transaction = False
    await office.store(message(1))
    office.database.away = True
    office.worker.take([message(1)])
    await office.clock.advance(5)
    office.database.away = False
    await office.clock.advance(1)
    assert office.handlers.tries == {1: 1}
    assert await office.states() == {1: "done"}


async def test_a_commit_that_outlives_its_handler_is_not_repeated(office):
    """The handler is cut after its commit: the row is done, so there is nothing to try again."""

    async def commit_and_fail(_, update_id):
        office.handlers.tries[update_id] += 1
        async with office.database.transaction() as transaction:
            inbox.mark_done(transaction, update_id, office.clock.now())
            await transaction.commit()
        raise TimeoutError

    office.worker._handle = commit_and_fail
    await office.receive(message(1), message(2))
    await office.clock.advance(2)
    assert office.handlers.tries == {1: 1, 2: 1}
    assert not office.alarm.heard


async def test_an_alarm_that_fails_stops_nobody(office):
    async def fail(*_, **__):
        raise RuntimeError

    office.worker._alarm = office.worker._on_set_aside = fail
    await office.receive(broken(1), message(2))
    await office.settle()
    assert office.handlers.handled == [(2, "яма")]


async def test_an_alarm_waits_for_the_database(office):
    calls = []

    async def away_once(*_, **__):
        calls.append(1)
        if len(calls) == 1:
            raise StorageUnavailable

    office.worker._alarm = away_once
    await office.receive(broken(1))
    await office.clock.advance(1)
    assert len(calls) == 2
    assert office.told


async def test_stopping_lets_a_handler_end_and_leaves_the_rest_for_the_next_start(office):
    gate = office.handlers.gates[1] = asyncio.Event()
    await office.receive(message(1), message(2))
    await until(lambda: office.handlers.tries[1])
    asyncio.get_running_loop().call_soon(gate.set)
    await office.worker.stop(grace_seconds=5)
    assert await office.states() == {1: "done", 2: "new"}


async def test_a_handler_cut_short_by_stopping_leaves_its_update_new(office):
    office.handlers.gates[1] = asyncio.Event()
    await office.receive(message(1))
    await until(lambda: office.handlers.tries[1])
    await office.worker.stop(grace_seconds=0)
    (row,) = await office.database.reader.run([("SELECT state, attempts FROM inbox", {})])
    assert tuple(row) == ("new", 0)


async def test_lines_that_are_empty_are_forgotten(office):
    await office.receive(*(message(chat, chat=chat) for chat in range(50)))
    await office.settle()
    assert office.worker._lines == {}
