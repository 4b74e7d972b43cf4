"""How fast a bot may write."""

import pytest

from sandbox import Limits, ManualClock, World
from sandbox.client import Api, Refused
from sandbox.errors import ApiError


async def test_the_twenty_first_operation_of_a_minute_is_refused(city: World, api: Api) -> None:
    group, clock = city.group("Дороги"), city.clock
    assert isinstance(clock, ManualClock)
    for number in range(10):
        sent = await api("sendMessage", chat_id=group.id, text=f"{number}")
        await api("editMessageText", chat_id=group.id, message_id=sent["message_id"], text=f"{number}!")
        await clock.advance(1.5)
    with pytest.raises(Refused) as refusal:
        await api("sendMessage", chat_id=group.id, text="ещё")
    assert refusal.value.status == 429
    assert refusal.value.parameters == {"retry_after": 45}
    assert refusal.value.headers["Retry-After"] == "45"
    assert refusal.value.description == "Too Many Requests: retry after 45"
    await clock.advance(44)
    assert "retry after 1" in await api.refused("sendMessage", chat_id=group.id, text="ещё")
    await clock.advance(1)
    await api("sendMessage", chat_id=group.id, text="ещё")


async def test_the_window_slides(city: World) -> None:
    group, limits, start = city.group("Дороги"), Limits(), city.clock.now()
    clock = city.clock
    assert isinstance(clock, ManualClock)
    limits.spend(1, group, start, 19)
    await clock.advance(30)
    limits.spend(1, group, clock.now(), 1)
    await clock.advance(30)
    limits.spend(1, group, clock.now(), 19)
    with pytest.raises(ApiError, match="retry after 30"):
        limits.spend(1, group, clock.now(), 1)


async def test_an_album_counts_as_its_items(city: World, api: Api) -> None:
    group = city.group("Дороги")
    album = [{"type": "photo", "media": "http://a.ru/1.jpg"}] * 9
    await api("sendMediaGroup", chat_id=group.id, media=album)
    await api("sendMediaGroup", chat_id=group.id, media=album)
    assert "retry after 60" in await api.refused("sendMediaGroup", chat_id=group.id, media=album)
    await api("sendMessage", chat_id=group.id, text="и ещё две")
    await api("sendMessage", chat_id=group.id, text="строки")


async def test_private_chats_take_a_short_burst_then_one_a_second(city: World, api: Api) -> None:
    anna, clock = city.user("Анна"), city.clock
    assert isinstance(clock, ManualClock)
    await anna.start()
    for number in range(5):
        await api("sendMessage", chat_id=anna.id, text=str(number))
    assert "retry after 1" in await api.refused("sendMessage", chat_id=anna.id, text="6")
    await clock.advance(1)
    await api("sendMessage", chat_id=anna.id, text="6")


async def test_one_chat_does_not_pay_for_another(city: World, api: Api) -> None:
    one, other = city.group("Дороги"), city.group("Дворы")
    for number in range(20):
        await api("sendMessage", chat_id=one.id, text=str(number))
    await api("sendMessage", chat_id=other.id, text="можно")


async def test_a_refused_edit_costs_nothing_and_limits_can_be_lifted(city: World, api: Api) -> None:
    group = city.group("Дороги")
    sent = await api("sendMessage", chat_id=group.id, text="карточка")
    for _ in range(30):
        await api.refused("editMessageText", chat_id=group.id, message_id=sent["message_id"], text="карточка")
    city.limits = None
    for number in range(40):
        await api("sendMessage", chat_id=group.id, text=str(number))
