"""What goes wrong on the way, met by a plain client and by aiogram's own."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectionError, ClientTimeout

from sandbox import Kind, ManualClock, Person, World
from sandbox.client import Api
from sandbox.history import CallRecord


@pytest.fixture
async def anna(city: World) -> Person:
    person = city.user("Анна")
    await person.start()
    return person


@pytest.fixture
async def bot(city: World, api: Api) -> AsyncIterator[Bot]:
    server = TelegramAPIServer.from_base(api.address)
    async with Bot(city.bot.token, session=AiohttpSession(api=server)) as made:
        yield made


def last(city: World) -> CallRecord:
    return city.history.calls("send*")[-1]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (Kind.RETRY_AFTER, TelegramRetryAfter),
        (Kind.ERROR_500, TelegramServerError),
        (Kind.ERROR_500_BARE, TypeError),
        (Kind.BAD_GATEWAY, ClientDecodeError),
        (Kind.CUT_BEFORE, TelegramNetworkError),
    ],
)
async def test_a_refusal_leaves_no_trace(
    city: World, bot: Bot, anna: Person, kind: Kind, error: type[Exception]
) -> None:
    city.faults.add(kind, method="sendMessage", seconds=7)
    with pytest.raises(error):
        await bot.send_message(anna.id, "ответ")
    assert not anna.chat.sent_by(city.bot.user)
    assert (last(city).fault, last(city).applied) == (kind, False)
    await bot.send_message(anna.id, "ответ")
    assert anna.chat.last_message.text == "ответ"


@pytest.mark.parametrize(
    ("kind", "error"), [(Kind.CUT_AFTER, TelegramNetworkError), (Kind.TRUNCATED, ClientDecodeError)]
)
async def test_an_answer_withheld_hides_a_message_that_was_sent(
    city: World, bot: Bot, anna: Person, kind: Kind, error: type[Exception]
) -> None:
    city.faults.add(kind, method="sendMessage")
    with pytest.raises(error):
        await bot.send_message(anna.id, "ответ")
    assert [message.text for message in anna.chat.sent_by(city.bot.user)] == ["ответ"]
    assert (last(city).applied, last(city).answered) == (True, False)


async def test_aiogram_reads_every_answer_of_an_ordinary_day(city: World, bot: Bot, anna: Person) -> None:
    assert (await bot.get_me()).username == "priemnaya_bot"
    sent = await bot.send_message(anna.id, "<b>Здравствуйте</b>", parse_mode="HTML")
    assert (await sent.edit_text("Добрый день")).text == "Добрый день"  # type: ignore[union-attr]
    photo = await anna.send_photo("яма", b"JPEG")
    file = await bot.get_file(photo.file_id)
    assert file.file_path is not None
    content = await bot.download_file(file.file_path)
    assert content is not None
    assert content.read() == b"JPEG"
    assert [update.message.text for update in await bot.get_updates() if update.message] == ["/start", None]


async def test_retry_after_stands_in_the_body_and_in_the_header(city: World, api: Api, anna: Person) -> None:
    city.faults.add(Kind.RETRY_AFTER, seconds=7)
    async with api.session.post(
        f"{api.base}/sendMessage", json={"chat_id": anna.id, "text": "1"}
    ) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert (await response.json())["parameters"] == {"retry_after": 7}


@pytest.mark.parametrize(
    ("kind", "status"),
    [(Kind.UNAUTHORIZED, 401), (Kind.FORBIDDEN, 403), (Kind.CONFLICT, 409), (Kind.OK_FALSE, 200)],
)
async def test_refusals_by_status(city: World, api: Api, kind: Kind, status: int) -> None:
    city.faults.add(kind)
    async with api.session.get(f"{api.base}/getMe") as response:
        assert response.status == status
        assert (await response.json())["ok"] is False


async def test_any_body_at_all(city: World, api: Api) -> None:
    city.faults.add("custom", method="getMe", status=418, body="чайник")
    async with api.session.get(f"{api.base}/getMe") as response:
        assert (response.status, await response.text()) == (418, "чайник")


async def test_a_plan_is_aimed_by_method_chat_number_and_count(city: World, api: Api, anna: Person) -> None:
    city.faults.add(Kind.ERROR_500, method="SEND*", chat=anna.id, nth=2, count=2)
    await api("getMe")
    outcomes = []
    for number in range(4):
        try:
            await api("sendMessage", chat_id=anna.id, text=str(number))
            outcomes.append(True)
        except Exception:  # noqa: BLE001 - whatever the client makes of it
            outcomes.append(False)
    assert outcomes == [True, False, False, True]


async def test_dice_are_repeatable(city: World) -> None:
    city.faults.add(Kind.ERROR_500, probability=0.5, count=None)
    first = [city.faults.strike("getMe", None) is not None for _ in range(50)]
    city.faults.seed(1)
    assert [city.faults.strike("getMe", None) is not None for _ in range(50)] == first
    assert 10 < sum(first) < 40


async def test_a_call_hangs_on_the_worlds_clock_and_is_then_cut(city: World, api: Api, anna: Person) -> None:
    clock = city.clock
    assert isinstance(clock, ManualClock)
    city.faults.add(Kind.HANG, method="sendMessage", seconds=30)
    async with asyncio.TaskGroup() as group:
        call = group.create_task(_outcome(api, anna))
        await city.until(lambda: city.history.calls("sendMessage"))
        await clock.advance(29)
        assert not call.done()
        await clock.advance(1)
    assert call.result() == "cut"
    assert not anna.chat.sent_by(city.bot.user)


async def test_a_slow_answer_is_a_whole_answer(city: World, api: Api, anna: Person) -> None:
    city.faults.add(Kind.SLOW, seconds=0.01, wall=True)
    assert await _outcome(api, anna) == "ok"
    city.faults.add(Kind.DRIP, seconds=0.01)
    assert await _outcome(api, anna) == "ok"


async def test_a_client_that_gives_up_is_recorded(city: World, api: Api) -> None:
    with pytest.raises(TimeoutError):
        await api.session.post(
            f"{api.base}/getUpdates", json={"timeout": 30}, timeout=ClientTimeout(total=0.05)
        )
    await city.until(lambda: city.history.calls("getUpdates"))
    assert city.history.calls("getUpdates")[0].answered is False


async def _outcome(api: Api, anna: Person) -> str:
    try:
        await api("sendMessage", chat_id=anna.id, text="ответ")
    except ClientConnectionError:
        return "cut"
    return "ok"
