"""/find: the register searched in plain words by those who may see what is found (issue of the register, R27, R66)."""

import pytest

from tests.city import labels, running
from tests.story.scenes import (
    LAMP,
    PITS,
    WATER,
    answered,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    written,
)


async def found(town, person, words):
    """What the bot says to `/find` in private."""
    await town.says(person, f"/find {words}".strip())
    await town.redraw()
    return bot_in(person.chat)[-1]


@pytest.mark.parametrize(
    "words",
    [
        "трубы",
        "во дворах вода",
        "улица Ленина 5",
        "Петрова",
        "петров",
        "{number}",
        "{counter}",
        "жкх",
        "водой жкх за неделю",
    ],
)
async def test_a_coordinator_finds_an_appeal_by_what_is_remembered_of_it(town, words):
    number = await written(town, WATER)
    await written(town, PITS, by=town.boris)
    words = words.format(number=number, counter=int(number.partition("-")[2]))
    message = await found(town, town.olga, words)
    assert "Найдено: 1" in message.text
    assert number in message.text
    assert labels(message) == [number, "История", "Карточка на бумаге"]


async def test_a_line_tells_topic_address_state_and_term_and_closes_phones(town):
    number = await written(town, f"{WATER}, звоните 8 912 345-67-89")
    message = await found(town, town.olga, "труба")
    line = message.text.splitlines()[-1]
    assert line == f"{number} · Водоснабжение · ул. Ленина, 5 · в отделе · до 16:00"
    await written(town, "Фонарь не горит, звоните 8 912 345-67-89", by=town.boris)
    assert "345" not in (await found(town, town.olga, "фонарь")).text


async def test_additions_edits_answers_and_a_new_name_are_found_and_old_words_are_not(town):
    message = await town.says(town.anna, LAMP)
    await town.wait(65)
    await town.anna.edit(message, "Не горит светильник на ул. Гагарина, 3")
    await town.settle()
    assert "Найдено: 1" in (await found(town, town.olga, "светильники")).text
    assert "Ничего не найдено" in (await found(town, town.olga, "фонари")).text
    await town.says(town.anna, "И ещё скамейка сломана")
    assert "Найдено: 1" in (await found(town, town.olga, "скамейки")).text


async def test_the_published_answer_is_searched_too(town):
    await answered(town)
    message = await found(town, town.olga, "откачана отвеченные")
    assert "Найдено: 1" in message.text
    assert "ответ дан" in message.text


async def test_states_and_what_is_overdue_are_asked_for_by_their_words(town):
    number = await written(town, WATER)
    await written(town, LAMP, by=town.boris)
    assert "Ничего не найдено" in (await found(town, town.olga, "просрочено")).text
    await town.wait(3 * 24 * 3600)
    late = await found(town, town.olga, "просрочено жкх")
    assert number in late.text
    assert "срок был" in late.text
    assert "Найдено: 1" in (await found(town, town.olga, "новые")).text
    assert "Найдено: 2" in (await found(town, town.olga, "открытые с 1 по 15 марта")).text
    assert "Ничего не найдено" in (await found(town, town.olga, "за январь")).text


async def test_pages_turn_on_one_message(town):
    for place in range(9):
        await written(
            town,
            f"Прорвало трубу на ул. Ленина, {place + 1}",
            by=town.world.user(f"Житель {'абвгдежзи'[place]}"),
        )
    message = await found(town, town.olga, "трубы")
    assert "Найдено: 9" in message.text
    assert labels(message)[-1] == "▶"
    assert len(labels(message)) == 9
    count = len(bot_in(town.olga.chat))
    await town.clicks(town.olga, "▶", on=message)
    assert labels(message)[-1] == "◀"
    assert len(labels(message)) == 2
    assert len(bot_in(town.olga.chat)) == count
    await town.clicks(town.olga, "◀", on=message)
    assert "Страница 1 из 2" in message.text


async def test_a_number_puts_up_the_card_again_and_again(town):
    number = await written(town, WATER)
    message = await found(town, town.glava, "вода")
    for _ in range(2):
        await town.clicks(town.glava, number, on=message)
        assert card_in(town.glava.chat, number)
    assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'show_card'") == [(2,)]


async def test_without_words_it_asks_by_examples_and_a_restart_forgets_nothing(tmp_path):
    from tests.city import sleeping_town

    async with sleeping_town(tmp_path) as town:
        async with running(town):
            number = await written(town, WATER)
            question = await found(town, town.olga, "")
            assert "42" in question.text
        async with running(town):
            await replies(town, town.olga, question, "прорыв труба")
            message = bot_in(town.olga.chat)[-1]
            assert "Ничего не найдено" in message.text
            await town.says(town.olga, "/find")
            await replies(town, town.olga, bot_in(town.olga.chat)[-1], "трубу")
            assert number in bot_in(town.olga.chat)[-1].text


async def test_an_executor_finds_the_own_departments_appeals_alone(town):
    """R66."""
    number = await written(town, WATER)
    await written(town, "Яма и вода на ул. Мира, 10", by=town.boris)
    await written(town, PITS, by=town.stranger)
    message = await found(town, town.petrov, "за неделю")
    assert "Найдено: 1" in message.text
    assert number in message.text
    await town.clicks(town.petrov, number, on=message)
    assert card_in(town.petrov.chat, number)


async def test_a_forged_press_opens_nothing_of_another_department(town):
    number = await written(town, WATER)
    message = await found(town, town.olga, "вода")
    data = message.button(number)["callback_data"]
    await found(town, town.dorogin, "вода")
    await town.dorogin.press_data(bot_in(town.dorogin.chat)[-1], data)
    await town.settle()
    assert cards_in(town.dorogin.chat, number) == []


async def test_to_a_citizen_it_is_a_command_that_there_is_not(town):
    await written(town, WATER)
    await town.says(town.boris, "/find вода")
    assert "Найдено" not in bot_in(town.boris.chat)[-1].text
    assert ask_database(town, "SELECT count(*) FROM searches") == [(0,)]


async def test_in_a_group_only_the_coordinators_own_is_searched(town):
    await written(town, WATER)
    await town.says(town.olga.in_(town.coordinators), "/find вода")
    assert "Найдено: 1" in bot_in(town.coordinators)[-1].text
    await town.says(town.petrov.in_(town.zhkh), "/find вода")
    assert "личном чате" in bot_in(town.zhkh)[-1].text
    await town.says(town.stranger.in_(town.coordinators), "/find вода")
    assert "Найдено" not in bot_in(town.coordinators)[-1].text


async def test_every_search_stands_in_the_journal_and_its_words_go_after_a_week(town):
    await written(town, WATER)
    message = await found(town, town.olga, "Петрова")
    entries = ask_database(town, "SELECT actor_name, after, reason FROM journal WHERE action = 'find'")
    assert [name for name, _, _ in entries] == ["Кузнецова Ольга Павловна"]
    assert "етров" not in str(entries)
    for number in range(8):
        await written(town, WATER, by=town.world.user(f"Житель {'абвгдежз'[number]}"))
    message = await found(town, town.olga, "труба")
    await town.wait(8 * 24 * 3600)
    await town.app._prune()
    assert ask_database(town, "SELECT count(*) FROM searches") == [(0,)]
    assert "забыты" in await town.clicks(town.olga, "▶", on=message)
