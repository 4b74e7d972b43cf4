"""The sender against the stand-in: real connections, Telegram's own limits, every fault of the way."""

import pytest

from bot.delivery.sender import Sender
from domain.notices import NoticeKind, Priority
from sandbox import Kind, World
from sandbox.server import serve
from tests.bot.delivery_office import Office, edit_of, notice
from tests.bot.machinery import bot_against, migrated

DEFINITE = [Kind.RETRY_AFTER, Kind.ERROR_500, Kind.ERROR_500_BARE, Kind.OK_FALSE, Kind.UNAUTHORIZED]
AMBIGUOUS = [Kind.CUT_BEFORE, Kind.CUT_AFTER, Kind.TRUNCATED, Kind.BAD_GATEWAY]


class Wire(Office):
    """The same office, with aiogram's bot and the stand-in behind it."""

    def __init__(self, database, bot):
        self.bot = bot
        super().__init__(database)

    def open(self):
        self.telegram = self.bot
        self.sender = Sender(
            self.bot,
            self.database,
            self.clock,
            renderer=self.renderer,
            reports=self.reports,
            alarm=self.alarm,
            spawn=self.nursery.spawn,
        )


@pytest.fixture
def city():
    return World()


@pytest.fixture
async def office(city, tmp_path):
    async with (
        serve(city) as address,
        bot_against(address, city.bot.token) as bot,
        migrated(tmp_path / "wire.sqlite3") as database,
    ):
        made = Wire(database, bot)
        city.clock = made.clock
        made.renderer.makes[NoticeKind.CARD_EDIT] = edit_of
        yield made
        await made.kill()


@pytest.fixture
def roads(city):
    return city.supergroup("Дороги", city.user("Пётр"))


@pytest.fixture
async def anna(city):
    person = city.user("Анна")
    await person.start()
    return person


def texts(city, chat):
    return [message.text for message in chat.sent_by(city.bot.user)]


async def test_a_busy_group_sees_no_refusal(office, city, roads):
    await office.say(*(notice(roads.id, f"карточка {n}") for n in range(25)))
    await office.clock.advance(61)
    ids = [message.id for message in roads.sent_by(city.bot.user)]
    edits = [
        notice(roads.id, f"правка {n}", Priority.EDIT, NoticeKind.CARD_EDIT, ref_id=ids[n]) for n in range(25)
    ]
    await office.say(*edits)
    await office.clock.advance(200)
    assert texts(city, roads) == [f"правка {n}" for n in range(25)]
    assert {call.status for call in city.history.calls()} == {200}


@pytest.mark.parametrize("kind", DEFINITE)
async def test_a_definite_failure_leaves_exactly_one_message(office, city, anna, kind):
    city.faults.add(kind, method="sendMessage", seconds=7, count=2)
    await office.say(notice(anna.id, "первое"), notice(anna.id, "второе"))
    await office.clock.advance(120)
    assert texts(city, anna.chat) == ["первое", "второе"]
    assert await office.rows("state, doubtful") == [("done", 0), ("done", 0)]


@pytest.mark.parametrize("kind", AMBIGUOUS)
async def test_a_lost_answer_leaves_two_messages_at_most(office, city, anna, kind):
    city.faults.add(kind, method="sendMessage")
    await office.say(notice(anna.id, "ответ"))
    await office.clock.advance(120)
    assert texts(city, anna.chat) in (["ответ"], ["ответ", "ответ"])
    assert await office.rows("state, doubtful") == [("done", 1)]


@pytest.mark.parametrize(
    "text", ["🙂" * 2000, "&lt;b&gt; &amp; &quot;", "<b>жирно</b>", "ни <одного> тега", "я" * 4096]
)
async def test_whatever_is_said_arrives(office, city, anna, text):
    await office.say(notice(anna.id, text))
    (said,) = texts(city, anna.chat)
    assert said == {
        "&lt;b&gt; &amp; &quot;": '<b> & "',
        "<b>жирно</b>": "жирно",
    }.get(text, text)


async def test_a_person_who_blocked_the_bot_is_reported(office, city, anna):
    await anna.block_bot()
    await office.say(notice(anna.id, "ответ"))
    assert office.reports.names() == ["undeliverable"]
