"""getUpdates: what is released, what is confirmed, who is thrown out."""

import asyncio
from datetime import timedelta

import pytest

from sandbox import ManualClock, World
from sandbox.client import Api, Refused


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(city: World, api: Api) -> None:
    await city.user("Анна").send("яма")
    (first,) = await api("getUpdates", timeout=0)
    assert await api("getUpdates", timeout=0, offset=first["update_id"]) == [first]
    assert await api("getUpdates", timeout=0, offset=first["update_id"] + 1) == []
    assert await api("getUpdates", timeout=0) == []
    assert city.history.updates("confirmed") == [first["update_id"]]


async def test_the_limit_gives_the_oldest(city: World, api: Api) -> None:
    anna = city.user("Анна")
    for number in range(5):
        await anna.send(str(number))
    batch = await api("getUpdates", timeout=0, limit=2)
    assert [update["message"]["text"] for update in batch] == ["0", "1"]


async def test_a_negative_offset_keeps_the_newest(city: World, api: Api) -> None:
    anna = city.user("Анна")
    for number in range(5):
        await anna.send(str(number))
    batch = await api("getUpdates", timeout=0, offset=-2)
    assert [update["message"]["text"] for update in batch] == ["3", "4"]
    assert len(city.bot.queue.pending) == 2


async def test_a_long_poll_ends_with_the_first_update(city: World, api: Api) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api("getUpdates", timeout=30))
        await city.until(lambda: city.bot.queue.polling)
        await city.user("Анна").send("яма")
    assert [update["message"]["text"] for update in poll.result()] == ["яма"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(city: World, api: Api) -> None:
    clock = city.clock
    assert isinstance(clock, ManualClock)
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(api("getUpdates", timeout=500))
        while not poll.done():
            await asyncio.sleep(0.005)
            await clock.advance(25)
    assert poll.result() == []
    assert clock.now() - city.bot.queue._last_put < timedelta(seconds=200)


async def test_a_second_poller_throws_out_the_first(city: World, api: Api) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(api.refused("getUpdates", timeout=30))
        await city.until(lambda: city.bot.queue.polling)
        second = group.create_task(api("getUpdates", timeout=30))
        assert await first == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        await city.user("Анна").send("яма")
    assert len(second.result()) == 1


async def test_an_update_lives_a_day_and_a_press_two_and_a_half_minutes(city: World, api: Api) -> None:
    anna, clock = city.user("Анна"), city.clock
    assert isinstance(clock, ManualClock)
    await anna.start()
    await api(
        "sendMessage",
        chat_id=anna.id,
        text="ну?",
        reply_markup={"inline_keyboard": [[{"text": "да", "callback_data": "1"}]]},
    )
    await anna.click("да")
    assert len(city.bot.queue.pending) == 2
    await clock.advance(151)
    assert ["message" in update for update in city.bot.queue.pending] == [True]
    await clock.advance(86_400)
    assert await api("getUpdates", timeout=0) == []
    assert len(city.history.updates("expired")) == 2


async def test_ids_go_one_by_one_and_jump_after_an_idle_week(city: World, api: Api) -> None:
    anna, clock = city.user("Анна"), city.clock
    assert isinstance(clock, ManualClock)
    await anna.send("1")
    await anna.send("2")
    one, two = await api.updates()
    assert two["update_id"] == one["update_id"] + 1
    await clock.advance(timedelta(days=8))
    await anna.send("3")
    (three,) = await api("getUpdates", timeout=0, offset=two["update_id"] + 1)
    assert three["update_id"] != two["update_id"] + 1


async def test_an_offset_far_ahead_is_taken_for_a_mistake(city: World, api: Api) -> None:
    await city.user("Анна").send("яма")
    assert len(await api("getUpdates", timeout=0, offset=999_999_999)) == 1


async def test_only_the_kinds_that_were_asked_for_come(city: World, api: Api) -> None:
    await api("getUpdates", timeout=0, allowed_updates=["edited_message"])
    anna = city.user("Анна")
    message = await anna.send("яма")
    await anna.edit(message, "ямища")
    (update,) = await api.updates()
    assert update["edited_message"]["text"] == "ямища"
    assert update["edited_message"]["edit_date"]


async def test_a_wrong_token_and_an_unknown_method(api: Api) -> None:
    with pytest.raises(Refused) as refusal:
        await Api(api.session, api.address, "1:x")("getMe")
    assert (refusal.value.status, refusal.value.description) == (401, "Unauthorized")
    with pytest.raises(Refused) as refusal:
        await api("sendPigeon")
    assert (refusal.value.status, refusal.value.description) == (404, "Not Found")


async def test_parameters_come_in_a_form_or_in_the_address(city: World, api: Api) -> None:
    anna = city.user("Анна")
    await anna.start()
    async with api.session.post(
        f"{api.base}/sendMessage", data={"chat_id": str(anna.id), "text": "раз"}
    ) as response:
        assert (await response.json())["ok"]
    async with api.session.get(
        f"{api.base}/SENDMESSAGE", params={"chat_id": anna.id, "text": "два"}
    ) as response:
        assert (await response.json())["ok"]
    assert [message.text for message in anna.chat.sent_by(city.bot.user)] == ["раз", "два"]


async def test_while_a_webhook_is_set_polling_is_a_conflict(api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/hook")
    assert "can't use getUpdates method while webhook is active" in await api.refused("getUpdates", timeout=0)
    assert (await api("getWebhookInfo"))["url"] == "http://127.0.0.1:9/hook"
    await api("deleteWebhook")
    assert await api("getUpdates", timeout=0) == []
