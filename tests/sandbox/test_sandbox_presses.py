"""Buttons: the press, the fifteen seconds, the toast; forged, doubled and late presses."""

from typing import Any

import pytest

from sandbox import ManualClock, World
from sandbox.chat import Chat
from sandbox.client import Api
from sandbox.groups import Group
from sandbox.people import Seat
from sandbox.presses import Press, Toast

KEYS = {
    "inline_keyboard": [
        [{"text": "✅ Принять", "callback_data": "a:1"}, {"text": "Сайт", "url": "https://ya.ru"}]
    ]
}


@pytest.fixture
async def card(city: World, api: Api) -> dict[str, Any]:
    group = city.group("Дороги", city.user("Пётр Иванов"))
    sent: dict[str, Any] = await api("sendMessage", chat_id=group.id, text="карточка", reply_markup=KEYS)
    return sent


def seat(city: World, name: str = "Пётр") -> Seat:
    person = next(person for person in city.people.values() if person.first_name == name)
    return person.in_(room(city))


def room(city: World) -> Group:
    group = next(iter(city.groups.values()))
    assert isinstance(group, Group)
    return group


async def press(who: Seat, **how: Any) -> Press:
    pressed = await who.click("Принять", **how)
    assert isinstance(pressed, Press)
    return pressed


async def test_a_press_reaches_the_bot_with_the_message_and_its_keyboard(
    city: World, api: Api, card: dict[str, Any]
) -> None:
    await press(seat(city))
    query = (await api.updates())[-1]["callback_query"]
    assert (query["data"], query["from"]["first_name"]) == ("a:1", "Пётр")
    assert query["message"]["message_id"] == card["message_id"]
    assert query["message"]["reply_markup"] == KEYS
    await api("answerCallbackQuery", callback_query_id=query["id"], text="Принято", show_alert=True)
    assert seat(city).person.toast == Toast("Принято", alert=True)


async def test_after_fifteen_seconds_the_press_cannot_be_answered(
    city: World, api: Api, card: dict[str, Any]
) -> None:
    clock = city.clock
    assert isinstance(clock, ManualClock)
    pressed = await press(seat(city))
    await clock.advance(14.6)
    assert await api("answerCallbackQuery", callback_query_id=pressed.id)
    late = await press(seat(city), age=15.7)
    for query_id in (late.id, "42"):
        assert await api.refused("answerCallbackQuery", callback_query_id=query_id) == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    assert late.toast is None


async def test_one_press_may_come_under_two_ids(city: World, api: Api, card: dict[str, Any]) -> None:
    pressed = await press(seat(city), twice=True)
    updates = [update for update in await api.updates() if "callback_query" in update]
    assert [update["update_id"] for update in updates] == pressed.update_ids
    assert len(set(pressed.update_ids)) == 2
    assert len({update["callback_query"]["id"] for update in updates}) == 1


async def test_data_may_be_forged_and_the_message_be_gone(
    city: World, api: Api, card: dict[str, Any]
) -> None:
    message = room(city).last_message
    city.delete(message)
    await seat(city).press_data(message, "admin:1")
    query = (await api.updates())[-1]["callback_query"]
    assert query["data"] == "admin:1"
    assert query["message"] == {"chat": room(city).as_json(), "message_id": message.id, "date": 0}


async def test_an_anonymous_administrator_presses_under_his_own_name(
    city: World, api: Api, card: dict[str, Any]
) -> None:
    boss = city.user("Мария").in_(room(city), anonymous=True)
    await boss.send("/otchet")
    await press(boss)
    message, query = (await api.updates())[-2:]
    assert message["message"]["from"]["id"] == 1087968824
    assert message["message"]["sender_chat"]["id"] == room(city).id
    assert query["callback_query"]["from"]["id"] == boss.person.id


async def test_there_must_be_such_a_button(city: World, card: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match="no button 'Вернуть'"):
        await seat(city).click("Вернуть")


async def test_a_long_toast_is_refused(city: World, api: Api, card: dict[str, Any]) -> None:
    pressed = await press(seat(city))
    assert "MESSAGE_TOO_LONG" in await api.refused(
        "answerCallbackQuery", callback_query_id=pressed.id, text="я" * 201
    )


async def test_keys_below_the_chat_write_their_words_or_share_the_phone(city: World, api: Api) -> None:
    anna = city.user("Анна")
    await anna.start()
    keys = {"keyboard": [[{"text": "Мои обращения"}, {"text": "Телефон", "request_contact": True}]]}
    await api("sendMessage", chat_id=anna.id, text="выберите", reply_markup=keys)
    await anna.click("Мои")
    await anna.click("Телефон")
    words, contact = (await api.updates())[-2:]
    assert words["message"]["text"] == "Мои обращения"
    assert contact["message"]["contact"]["user_id"] == anna.id


async def test_expect_waits_for_the_bots_words(city: World, api: Api) -> None:
    anna = city.user("Анна")
    await anna.start()
    with pytest.raises(AssertionError, match="/start"):
        await anna.chat.expect("зарегистрировано", within=0.01)
    await api("sendMessage", chat_id=anna.id, text="зарегистрировано")
    chat: Chat = anna.chat
    assert (await chat.expect("зарегистрировано")).sender is city.bot.user
