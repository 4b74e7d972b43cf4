"""Updates into the inbox: stored before they are confirmed, whatever the other side answers."""

import json
import sqlite3

import pytest

from bot.intake import poller as module
from bot.intake.poller import BACKOFF, Poller
from bot.intake.raw_api import IntakeState
from bot.intake.updates import chat_key, raw_update
from sandbox import Kind, World
from sandbox.client import Api
from sandbox.server import serve
from tests.bot.machinery import JumpingClock, Nursery, Shaky, bot_against, migrated, until


class Intake:
    """A poller against the stand-in, and everything that came of it."""

    def __init__(self, city, bot, database, path):
        self.city = city
        self.database = Shaky(database)
        self.path = path
        self.clock = JumpingClock()
        self.new = []
        self.states = []
        self.nursery = Nursery()
        self._bot = bot
        self.poller = None
        self.stored_at_confirmation = []
        city.history.listeners.append(self._look)

    def start(self):
        self.poller = Poller(
            self._bot,
            self.database,
            self.clock,
            on_new=lambda updates: self.new.extend(update.update_id for update in updates),
            on_state=self.states.append,
        )
        self.nursery.spawn(self.poller.run(), "poller")

    async def stop(self):
        await self.nursery.close()

    async def quiet(self):
        await self.city.until_quiet()

    def _look(self, record):
        if record.event == "confirmed":
            with sqlite3.connect(self.path) as copy:
                stored = {row[0] for row in copy.execute("SELECT update_id FROM inbox")}
            self.stored_at_confirmation.append(set(record.update_ids) <= stored)
            copy.close()


@pytest.fixture
def city():
    return World()


@pytest.fixture
def anna(city):
    return city.user("Анна")


@pytest.fixture
async def intake(city, tmp_path):
    path = tmp_path / "intake.sqlite3"
    async with (
        serve(city) as address,
        bot_against(address, city.bot.token) as bot,
        migrated(path) as database,
    ):
        made = Intake(city, bot, database, path)
        yield made
        await made.stop()


async def rows(intake):
    return await intake.database.reader.run([("SELECT * FROM inbox ORDER BY received_at, update_id", {})])


async def texts(intake):
    return [json.loads(row["raw"])["message"]["text"] for row in await rows(intake)]


async def test_every_update_is_stored_in_its_order_and_handed_on(intake, anna):
    intake.start()
    for number in range(5):
        await anna.send(str(number))
    await intake.quiet()
    assert await texts(intake) == ["0", "1", "2", "3", "4"]
    assert intake.new == [row["update_id"] for row in await rows(intake)]
    assert {row["chat_key"] for row in await rows(intake)} == {anna.id}


async def test_nothing_is_confirmed_before_it_is_stored(intake, anna):
    intake.start()
    for number in range(30):
        await anna.send(str(number))
        await intake.quiet()
    assert len(intake.stored_at_confirmation) >= 1
    assert all(intake.stored_at_confirmation)


async def test_what_is_stored_already_is_not_handed_on_again(intake, anna):
    await anna.send("яма")
    intake.city.faults.add(Kind.CUT_BEFORE, method="getUpdates", nth=2, count=None)
    intake.start()
    await until(lambda: intake.new)
    await intake.stop()
    assert intake.city.bot.queue.pending
    intake.city.faults.clear()
    intake.start()
    await intake.quiet()
    assert (len(intake.new), await texts(intake)) == (1, ["яма"])


async def test_ids_that_jump_after_an_idle_week_come_through_all_the_same(intake, anna, city):
    intake.start()
    for update_id in (900_000_000, 100_000_000, 500_000_000):
        city.bot.queue.put_raw({"update_id": update_id, "message": {"chat": {"id": 1}}})
        await intake.quiet()
    assert intake.new == [900_000_000, 100_000_000, 500_000_000]
    assert all(intake.stored_at_confirmation)


async def test_an_offset_is_sent_until_it_is_answered_and_then_forgotten(intake, anna, city):
    city.faults.add(Kind.BAD_GATEWAY, method="getUpdates", nth=2)
    city.faults.add(Kind.CUSTOM, method="getUpdates", nth=3, status=200, body='{"ok": true, "result": []}')
    await anna.send("яма")
    intake.start()
    await until(lambda: len(city.history.calls("getUpdates")) == 3)
    await anna.send("ещё яма")
    await intake.quiet()
    offsets = [int(call.params.get("offset", 0)) for call in city.history.calls("getUpdates")]
    one, two = intake.new
    assert offsets[:4] == [0, one + 1, one + 1, 0]
    assert city.history.updates("confirmed")[-1] == two


async def test_an_update_that_is_no_message_at_all_delays_nobody(intake, anna, city):
    city.push_raw({"message": {"text": "без чата"}})
    city.push_raw({"message": "не словарь", "callback_query": 5})
    city.push_raw({"message": {"chat": {"id": 1}, "text": "\ud83d"}})
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert [row["chat_key"] for row in await rows(intake)] == [0, 0, 1, anna.id]
    assert json.loads((await rows(intake))[2]["raw"])["message"]["text"] == "\ud83d"


async def test_only_the_kinds_of_updates_that_are_handled_are_asked_for(intake, anna):
    intake.start()
    await anna.send("яма")
    await intake.quiet()
    asked = intake.city.history.calls("getUpdates")[0].params
    assert set(json.loads(asked["allowed_updates"])) == {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    }
    assert (int(asked["timeout"]), int(asked["limit"])) == (20, 100)
    assert "offset" not in asked


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (Kind.BAD_GATEWAY, IntakeState.FAILING),
        (Kind.ERROR_500, IntakeState.FAILING),
        (Kind.ERROR_500_BARE, IntakeState.FAILING),
        (Kind.OK_FALSE, IntakeState.FAILING),
        (Kind.TRUNCATED, IntakeState.GARBLED),
        (Kind.CUT_BEFORE, IntakeState.UNREACHABLE),
        (Kind.CUT_AFTER, IntakeState.UNREACHABLE),
        (Kind.UNAUTHORIZED, IntakeState.REFUSED),
        (Kind.CONFLICT, IntakeState.CONFLICT),
    ],
)
async def test_what_goes_wrong_is_waited_out_and_told_once(intake, anna, kind, state, caplog):
    intake.city.faults.add(kind, method="getUpdates", count=8)
    await anna.send("яма")
    caplog.set_level("INFO")
    intake.start()
    await intake.quiet()
    assert await texts(intake) == ["яма"]
    assert intake.clock.slept == [*BACKOFF, BACKOFF[-1], BACKOFF[-1]]
    assert intake.states == [state, IntakeState.WORKING]
    assert len([record for record in caplog.records if record.name == "bot.intake.poller"]) == 2
    assert intake.city.bot.token not in caplog.text


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "5",
        '{"ok": true}',
        '{"ok": true, "result": {}}',
        '{"ok": true, "result": ["?", null]}',
        "[" * 9999,
    ],
)
async def test_an_answer_of_nonsense_is_no_answer(intake, anna, body):
    intake.city.faults.add(Kind.CUSTOM, method="getUpdates", count=2, status=200, body=body)
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert intake.clock.slept == [1, 2]
    assert intake.states == [IntakeState.GARBLED, IntakeState.WORKING]


async def test_junk_among_updates_is_passed_over(intake, anna):
    body = {"ok": True, "result": ["?", {"update_id": "7"}, {"update_id": True}, {"update_id": 8}, {}]}
    intake.city.faults.add(Kind.CUSTOM, method="getUpdates", status=200, body=json.dumps(body))
    intake.start()
    await until(lambda: intake.new)
    assert intake.new == [8]


async def test_telegrams_own_seconds_are_kept_to(intake, anna):
    intake.city.faults.add(Kind.RETRY_AFTER, method="getUpdates", seconds=17)
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert intake.clock.slept == [17]
    assert intake.states == [IntakeState.LIMITED, IntakeState.WORKING]


async def test_a_server_that_has_nothing_and_says_so_at_once_is_not_asked_in_a_rush(intake):
    intake.city.faults.add(
        Kind.CUSTOM, method="getUpdates", status=200, count=5, body='{"ok": true, "result": []}'
    )
    intake.start()
    await until(lambda: len(intake.clock.slept) >= 5)
    assert set(intake.clock.slept) == {module.HASTY}
    assert intake.states == []


async def test_a_server_that_repeats_itself_is_not_asked_in_a_rush(intake):
    body = '{"ok": true, "result": [{"update_id": 5}]}'
    intake.city.faults.add(Kind.CUSTOM, method="getUpdates", status=200, count=5, body=body)
    intake.start()
    await until(lambda: len(intake.clock.slept) >= 4)
    assert (intake.new, set(intake.clock.slept)) == ([5], {module.HASTY})


async def test_a_silent_connection_is_given_up(intake, anna, monkeypatch):
    monkeypatch.setattr(module, "CALL_TIMEOUT", 0.05)
    intake.city.faults.add(Kind.HANG, method="getUpdates")
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert intake.states == [IntakeState.UNREACHABLE, IntakeState.WORKING]


def test_a_silent_connection_and_the_wait_after_it_take_less_than_half_a_minute():
    assert module.LONG_POLL < module.CALL_TIMEOUT
    assert max(module.CALL_TIMEOUT + module.SHORTEST_PAUSE, *BACKOFF) <= 30


async def test_while_the_database_is_away_nothing_is_confirmed_and_nothing_lost(intake, anna):
    intake.database.away = True
    await anna.send("яма")
    intake.start()
    await until(lambda: len(intake.clock.slept) >= 3)
    assert intake.states == [IntakeState.NOT_STORED]
    assert max(intake.clock.slept) <= 5
    assert intake.city.bot.queue.pending
    intake.database.away = False
    await intake.quiet()
    assert await texts(intake) == ["яма"]
    assert intake.states == [IntakeState.NOT_STORED, IntakeState.WORKING]


async def test_a_webhook_that_is_set_is_removed_and_its_updates_kept(intake, anna):
    await anna.send("яма")
    async with await intake._bot.session.create_session() as session:
        api = Api(session, "", intake.city.bot.token)
        api.base = intake._bot.session.api.api_url(intake.city.bot.token, "")[:-1]
        await api("setWebhook", url="https://127.0.0.1:1/hook")
    intake.start()
    await intake.quiet()
    assert await texts(intake) == ["яма"]


async def test_a_server_without_webhooks_is_polled_all_the_same(intake, anna):
    intake.city.faults.add(
        Kind.CUSTOM,
        method="getWebhookInfo",
        status=404,
        body='{"ok":false,"error_code":404,"description":"Not Found"}',
    )
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert intake.states == []


async def test_a_listener_that_fails_does_not_end_the_loop(intake, anna):
    def fail(_):
        raise RuntimeError

    intake.states = type("Broken", (), {"append": staticmethod(fail)})()
    intake.city.faults.add(Kind.BAD_GATEWAY, method="getUpdates")
    await anna.send("яма")
    intake.start()
    await intake.quiet()
    assert await texts(intake) == ["яма"]


@pytest.mark.parametrize(
    ("update", "key"),
    [
        ({"message": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"edited_message": {"chat": {"id": 7}}}, 7),
        ({"my_chat_member": {"chat": {"id": -5}, "from": {"id": 7}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -5}}}}, -5),
        ({"callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, 7),
        ({"poll": {"id": "1"}}, 0),
        ({"message": {"chat": {"id": "-5"}, "from": {"id": 2**63}}}, 0),
        ({"message": {"chat": [], "from": None}}, 0),
        ({"message": {"chat": {"id": True}}}, 0),
        ({}, 0),
    ],
)
def test_each_update_finds_its_line(update, key):
    assert chat_key(update) == key


@pytest.mark.parametrize(
    "update", [None, 5, "x", [], {}, {"update_id": None}, {"update_id": 2**64}, {"update_id": 1.5}]
)
def test_what_is_no_update_has_no_row(update):
    assert raw_update(update) is None
