"""What makes a sound and what does not: people in the department are disturbed when they are needed, and by day."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.ids import ChatId
from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    PITS,
    REPLY,
    WATER,
    accepted,
    bot_in,
    card_in,
    decree,
    replies,
    submitted,
    written,
)

MOSCOW = ZoneInfo("Europe/Moscow")


def at(town, moment):
    town.world.clock.set_to(datetime.fromisoformat(moment).replace(tzinfo=MOSCOW))


def heard(town, chat):
    """The first lines of what sounded in a chat."""
    calls = town.world.history.calls("send*", chat.id)
    return [call.params.get("text", "file") for call in calls if not call.params.get("disable_notification")]


@pytest.mark.parametrize(
    "moment", ["2026-03-03T07:59", "2026-03-02T17:00", "2026-03-07T12:00", "2026-03-09T10:00"]
)
async def test_at_night_on_a_weekend_and_on_a_holiday_a_card_comes_in_silence(town, moment):
    at(town, moment)
    number = await written(town)
    assert card_in(town.zhkh, number).silent
    assert not heard(town, town.zhkh)


@pytest.mark.parametrize("moment", ["2026-03-02T08:00", "2026-03-02T12:30", "2026-03-02T16:59"])
async def test_by_day_it_sounds_also_over_lunch(town, moment):
    at(town, moment)
    number = await written(town)
    assert not card_in(town.zhkh, number).silent


async def test_what_is_urgent_sounds_at_any_hour(town):
    at(town, "2026-03-07T23:00")
    number = await written(town)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    assert [text.splitlines()[0] for text in heard(town, town.zhkh)] == [f"🔴 {number} теперь срочное"]
    assert not card_in(town.leadership, number).silent


async def test_at_night_neither_a_return_nor_an_edit_nor_an_addition_sounds_but_the_citizen_is_told(town):
    number = await accepted(town)
    at(town, "2026-03-02T20:00")
    await town.says(town.anna, "И подвал залило")
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Не наша территория", on=card_in(town.zhkh, number))
    assert "И подвал залило" in bot_in(town.zhkh)[-2].text + bot_in(town.zhkh)[-1].text
    assert f"{number} вернули" in bot_in(town.coordinators)[-1].text
    assert len(heard(town, town.zhkh)) == 1, "the card of the morning alone"
    assert not heard(town, town.coordinators)
    assert not town.anna.chat.last_message.silent


async def test_an_appeal_with_photos_sounds_once_in_its_department(town):
    await town.anna.send_photo(WATER)
    await town.wait(BREATH)
    await town.wait(20)
    petrov = town.petrov.in_(town.zhkh)
    card = next(message for message in bot_in(town.zhkh) if "Принять" in labels(message))
    await town.clicks(petrov, "Принять", on=card)
    await replies(town, petrov, card, REPLY)
    await town.clicks(petrov, "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    assert "Ответ доставлен" in card.text
    assert len(heard(town, town.zhkh)) == 1
    assert len(town.world.history.calls("edit*", town.zhkh.id)) <= 3


async def test_a_revision_sounds(town):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
    await town.clicks(galina, "Указать срок", on=card_in(town.approvals, number))
    assert f"{number} на доработку" in heard(town, town.zhkh)[-1]


async def test_what_became_of_the_answer_makes_no_sound(town):
    number = await submitted(town)
    await town.anna.block_bot()
    await town.clicks(town.galina.in_(town.approvals), "Согласовать", on=card_in(town.approvals, number))
    await town.wait(31)
    assert "заблокировал бота" in bot_in(town.zhkh)[-1].text
    assert len(heard(town, town.zhkh)) == 1


async def test_the_coordinators_phones_rest_for_half_an_hour_but_not_from_what_is_returned(town):
    numbers = []
    for _ in range(3):
        numbers.append(await written(town, LAMP, by=town.world.user("Житель")))
        await town.clicks(
            town.olga.in_(town.coordinators), "Взять", on=card_in(town.coordinators, numbers[-1])
        )
        await town.wait(600)
    assert [card_in(town.coordinators, one).silent for one in numbers] == [False, True, True]
    number = await written(town, by=town.anna)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Не наша территория", on=card_in(town.zhkh, number))
    assert not town.coordinators.find(f"{number} вернули").silent


async def test_after_five_calls_the_leadership_reads_the_summary_without_a_sound(town):
    for each in range(5):
        number = await written(town, PITS, by=town.world.user(f"Житель {each}"))
        await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    at(town, "2026-03-02T16:59")
    await town.wait(120)
    assert "Сводка" in bot_in(town.leadership)[-1].text
    assert bot_in(town.leadership)[-1].silent
    assert len(heard(town, town.leadership)) == 5


async def test_departments_that_share_a_forum_group_do_not_quiet_each_other(town):
    """Half an hour of rest is each topic's own: other people look into the other one."""
    topics = [town.zhkh.topic(name, town.petrov) for name in ("Вода", "Дороги")]
    water, roads = town.app.units.municipality.departments
    chat = ChatId(town.zhkh.id)
    await decree(
        town,
        departments=(
            replace(water, thread=topics[0].id),
            replace(roads, chat=chat, thread=topics[1].id),
        ),
    )
    await accepted(town)
    number = await written(town, PITS, by=town.boris)
    await town.clicks(town.dorogin.in_(town.zhkh, topics[1]), "Принять", on=card_in(town.zhkh, number))
    at(town, "2026-03-02T10:30")
    for person, words in ((town.anna, "И подвал залило"), (town.boris, "И там же люк открыт")):
        await town.says(person, words)
        await town.wait(90)
    added = [one for one in bot_in(town.zhkh) if one.reply_to and "жител" in one.text.lower()]
    assert [message.topic for message in added] == topics
    assert [message.silent for message in added] == [False, False]
