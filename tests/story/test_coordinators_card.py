"""What an appeal is, as the coordinator reads it: category, topic, address, gist, all on the card itself."""

import json
from dataclasses import replace

from domain.ids import TopicCode
from domain.municipality import Category, Territory
from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    REPLY,
    answered,
    ask_database,
    bot_in,
    card_in,
    replies,
    where,
    written,
)


async def press(town, number, *captions):
    """Olga presses one after another on the card; the last toast."""
    toast = ""
    for caption in captions:
        card = card_in(town.coordinators, number)
        toast = await town.clicks(town.olga.in_(town.coordinators), caption, on=card)
    return toast


async def test_the_category_is_changed_in_two_touches_without_a_new_message(town):
    """R33, R34: ordinary as long as nobody says that it can be solved quickly."""
    number = await written(town, LAMP)
    before = len(bot_in(town.coordinators))
    assert await press(town, number, "Категория", "Решаемое") == "Решаемое."
    card = card_in(town.coordinators, number)
    assert "решаемое" in card.text
    assert "ЖКХ" in labels(card), "the menu is folded away"
    assert len(bot_in(town.coordinators)) == before
    assert ask_database(town, "SELECT actor_name, after FROM journal WHERE action = 'classify'") == [
        ("Кузнецова Ольга Павловна", '{"category": "fast_track"}')
    ]


async def test_the_present_category_is_ticked_and_the_way_back_changes_nothing(town):
    number = await written(town, LAMP)
    whole = labels(card_in(town.coordinators, number))
    await press(town, number, "Категория")
    assert labels(card_in(town.coordinators, number)) == ["✓ Обычное", "Решаемое", "Назад"]
    await press(town, number, "Назад")
    assert labels(card_in(town.coordinators, number)) == whole
    assert not ask_database(town, "SELECT 1 FROM journal WHERE action = 'classify'")


async def test_a_chosen_topic_brings_its_department_to_the_front(town):
    number = await written(town, LAMP)
    assert labels(card_in(town.coordinators, number))[0] == "ЖКХ"
    assert await press(town, number, "Тема и адрес", "Ямы") == "Тема: Ямы"
    card = card_in(town.coordinators, number)
    assert card.text.startswith("Ямы · ул. Гагарина, 3")
    assert labels(card)[0] == "Дороги"
    await press(town, number, "Тема и адрес", "Без темы")
    assert card_in(town.coordinators, number).text.startswith("Не горит фонарь")


def solvable_pits(topics):
    return tuple(
        replace(topic, category=Category.FAST_TRACK, urgent=topic.code == "pits") for topic in topics
    )


@where(topics=solvable_pits)
async def test_category_and_urgency_follow_the_chosen_topic(town):
    number = await written(town, LAMP)
    await press(town, number, "Тема и адрес", "Ямы")
    assert "решаемое" in card_in(town.coordinators, number).text
    assert card_in(town.leadership, number).text.startswith("🔴 Ямы")


TERRITORIES = (
    Territory("center", "Центр", ("ул. Гагарина, 1-9", "ул. Ленина")),
    Territory("river", "Заречье", ("ул. Гагарина, 10-99",)),
    *(Territory(f"t{at}", f"Село {at}") for at in range(20)),
)


@where(territories=TERRITORIES)
async def test_r58_the_territory_follows_the_address_until_a_coordinator_says_it(town):
    number = await written(town, LAMP)
    coordinators = town.coordinators
    assert "📍 Центр" in card_in(coordinators, number).text
    await press(town, number, "Тема и адрес", "Адрес")
    await replies(town, town.olga.in_(coordinators), bot_in(coordinators)[-1], "на Гагарина 12")
    assert "📍 Заречье" in card_in(coordinators, number).text
    await press(town, number, "Тема и адрес", "Территория")
    assert "✓ Заречье" in labels(card_in(coordinators, number))
    assert await press(town, number, "›", "Село 15") == "Территория: Село 15"
    await press(town, number, "Тема и адрес", "Убрать адрес")
    assert "📍 Село 15" in card_in(coordinators, number).text, "a person's word stays"
    assert await press(town, number, "Тема и адрес", "Территория", "Без территории") == "Без территории."
    assert "📍" not in card_in(coordinators, number).text
    changes = [json.loads(row[0]).get("territory", "") for row in ask_database(town, _TERRITORY_LOG)]
    assert changes == ["Заречье", "Село 15", None]


_TERRITORY_LOG = (
    "SELECT after FROM journal WHERE action = 'classify' AND after LIKE '%\"territory\"%' ORDER BY id"
)


def forty_topics(topics):
    more = (replace(topics[0], code=TopicCode(f"t{at}"), name=f"Тема {at}", words=()) for at in range(40))
    return (*more, *topics)


@where(topics=forty_topics)
async def test_many_topics_stand_on_pages_with_the_likeliest_first(town):
    number = await written(town, "Яма и вода: машины бьются, дом затопило")
    await press(town, number, "Тема и адрес")
    first = labels(card_in(town.coordinators, number))
    assert {"✓ Водоснабжение", "Ямы"} == set(first[:2]), "what the words speak of"
    assert "‹" not in first
    await press(town, number, "›")
    second = labels(card_in(town.coordinators, number))
    assert not set(first[:8]) & set(second[:8])
    await press(town, number, "‹")
    assert labels(card_in(town.coordinators, number)) == first
    for _ in range(5):
        await press(town, number, "›")
    assert "›" not in labels(card_in(town.coordinators, number))


async def test_the_address_is_given_in_words_or_taken_away(town):
    number = await written(town, LAMP)
    assert await press(town, number, "Тема и адрес", "Адрес") == "Напишите словами: бот спросил ниже."
    asked = bot_in(town.coordinators)[-1]
    assert f"{number}: где это?" in asked.text
    assert asked.silent
    await replies(town, town.olga.in_(town.coordinators), asked, "???")
    assert bot_in(town.coordinators)[-1].text.startswith(f"{number}: Нужны слова.")
    await replies(town, town.olga.in_(town.coordinators), asked, "ул. Садовая,\n12")
    card = card_in(town.coordinators, number)
    assert "ул. Садовая, 12" in card.text.splitlines()[0]
    assert asked not in bot_in(town.coordinators), "the question has gone with its answer"
    assert await press(town, number, "Тема и адрес", "Убрать адрес") == "Адрес убран."
    assert "Садовая" not in card_in(town.coordinators, number).text.splitlines()[0]


async def test_the_gist_is_given_in_one_line(town):
    number = await written(town, LAMP)
    await press(town, number, "Тема и адрес", "Суть")
    await replies(town, town.olga.in_(town.coordinators), bot_in(town.coordinators)[-1], "Тёмный двор")
    assert card_in(town.coordinators, number).text.startswith("Тёмный двор · ул. Гагарина, 3")


async def test_what_is_answered_meanwhile_is_not_changed_by_late_words(town):
    number = await written(town, LAMP)
    await press(town, number, "Тема и адрес", "Адрес")
    asked = bot_in(town.coordinators)[-1]
    await replies(town, town.olga.in_(town.coordinators), asked, "   ")
    assert "Нужны слова" in bot_in(town.coordinators)[-1].text
    assert "Гагарина" in card_in(town.coordinators, number).text


async def again(town, text=LAMP):
    """Anna has had an answer and writes anew; both numbers."""
    former = await answered(town)
    await town.wait(BREATH)
    await town.says(town.anna, "Написать")
    await town.wait(BREATH)
    return former, await written(town, text)


async def test_a_repeat_is_chosen_among_the_citizens_former_messages_and_shows_what_was_answered(town):
    former, number = await again(town)
    await press(town, number, "Повторное")
    offered = labels(card_in(town.coordinators, number))
    assert offered[0].startswith(f"{former} · Прорвало трубу")
    assert await press(town, number, former) == f"Повторное к {former}"
    card = card_in(town.coordinators, number)
    assert f"повторное к {former}" in card.text
    assert f"Ответ на {former}, 09:00\n{REPLY}" in card.text
    assert labels(card)[0] == "ЖКХ", "who answered before comes first"
    await press(town, number, "ЖКХ")
    assert REPLY in card_in(town.zhkh, number).text


async def test_a_repeat_is_undone_the_same_way(town):
    former, number = await again(town)
    await press(town, number, "Повторное", former)
    assert await press(town, number, "Повторное", "Не повторное") == "Не повторное."
    card = card_in(town.coordinators, number)
    assert former not in card.text
    assert REPLY not in card.text


async def test_a_repeat_is_named_by_its_number_and_only_of_the_same_citizen(town):
    other = await written(town, LAMP, by=town.boris)
    former, number = await again(town)
    await press(town, number, "Повторное", "По номеру")
    asked = bot_in(town.coordinators)[-1]
    for wrong in (other, number, "2025-00001", "не помню"):
        await replies(town, town.olga.in_(town.coordinators), asked, wrong)
        assert "нет такого прежнего сообщения" in bot_in(town.coordinators)[-1].text
    await replies(town, town.olga.in_(town.coordinators), asked, str(int(former[-5:])))
    assert f"повторное к {former}" in card_in(town.coordinators, number).text


async def test_a_former_message_without_an_answer_is_said_to_have_none(town):
    former = await written(town)
    await town.wait(BREATH)
    await town.says(town.anna, "Написать")
    await town.wait(BREATH)
    number = await written(town, LAMP)
    await press(town, number, "Повторное", former)
    assert f"На {former} ещё не ответили" in card_in(town.coordinators, number).text
