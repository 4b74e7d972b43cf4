"""When nobody works: the receipt says when work begins; the receipt and the card are never held for it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.story.scenes import WATER, bot_in, card_in, numbers_told, where, written

MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-03-02T07:30", "Начнём сегодня в 08:00."),
        ("2026-03-02T12:30", "Начнём сегодня в 13:00."),
        ("2026-03-02T22:00", "Начнём завтра в 08:00."),
        ("2026-03-13T18:00", "Начнём в пн, 16 марта, в 08:00."),
        ("2026-03-06T18:00", "Начнём во вт, 10 марта, в 08:00."),
        ("2026-12-31T12:00", "Начнём в пн, 11 января, в 08:00."),
    ],
    ids=["morning", "lunch", "night", "Friday", "before a holiday", "New Year"],
)
async def test_out_of_hours_the_receipt_says_when_work_begins(town, moment, said):
    town.world.clock.set_to(datetime.fromisoformat(moment).replace(tzinfo=MOSCOW))
    await town.says(town.anna, WATER)
    receipt = bot_in(town.anna.chat)[0].text
    assert said in receipt
    assert bot_in(town.zhkh), "the card goes at once"


async def test_in_working_hours_nothing_is_said_of_them(town):
    await written(town)
    assert "нерабочее" not in bot_in(town.anna.chat)[0].text


async def test_the_year_of_a_number_is_the_towns_own(town):
    town.world.clock.set_to(datetime(2026, 12, 31, 23, 59, 59, tzinfo=MOSCOW))
    await town.anna.send(WATER)
    await town.settle()
    town.world.clock.set_to(datetime(2027, 1, 1, 0, 0, 1, tzinfo=MOSCOW))
    await town.boris.send(WATER)
    await town.settle()
    assert "2026-00001" in bot_in(town.anna.chat)[0].text
    assert "2027-00001" in bot_in(town.boris.chat)[0].text


@where(intake={"per_citizen_per_hour": 2})
async def test_above_the_limit_a_message_waits_for_its_hour_with_one_polite_notice(town):
    for text in (WATER, "Яма на ул. Мира, 10"):
        await town.clicks(town.anna, "Написать") if numbers_told(town.anna.chat) else None
        await town.says(town.anna, text)
        await town.wait(60)
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, "Темно на ул. Гагарина, 3")
    await town.says(town.anna, "совсем темно")
    notices = [message for message in bot_in(town.anna.chat) if "За час их пришло много" in message.text]
    assert len(notices) == 1
    assert "номер дадим в 10:00" in notices[0].text
    assert len(numbers_told(town.anna.chat)) == 2
    await town.wait(58 * 60)
    assert len(numbers_told(town.anna.chat)) == 3
    card = card_in(town.coordinators, numbers_told(town.anna.chat)[-1])
    assert "совсем темно" in card.text


@where(intake={"per_citizen_per_hour": 2})
async def test_one_citizens_limit_is_no_limit_for_others(town):
    for person in (town.anna, town.boris, town.stranger):
        await town.says(person, WATER)
        assert len(numbers_told(person.chat)) == 1


@where(intake={"per_citizen_per_hour": 1})
async def test_an_album_is_one_appeal(town):
    await town.anna.send_album(10, WATER)
    await town.wait(4)
    assert len(numbers_told(town.anna.chat)) == 1
    assert town.anna.chat.find("пришло много") is None
