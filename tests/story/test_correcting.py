"""What was entered by hand is put right after its registration, press by press (R01, R03, R74–R76)."""

import json

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    WATER,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    written,
)
from tests.story.test_entering import LETTER, entered, with_channels


async def registered(town, text=LETTER):
    """Olga has entered it, in a hurry; its number."""
    message = await entered(town, text)
    await town.clicks(town.olga.in_(town.coordinators), "Зарегистрировать", on=message)
    return ask_database(town, "SELECT number FROM appeals ORDER BY id DESC LIMIT 1")[0][0]


async def correction(town, number, *, menu="Ещё…"):
    """The message on which it is put right."""
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    if menu:
        await town.clicks(olga, menu, on=card)
    await town.clicks(olga, "Поправить сведения", on=card)
    return bot_in(town.coordinators)[-1]


def changes(town):
    """What the journal tells of each correction: was and became."""
    told = ask_database(town, "SELECT before, after FROM journal WHERE action = 'correct' ORDER BY id")
    return [(json.loads(before), json.loads(after)) for before, after in told if before]


@with_channels
async def test_each_field_is_put_right_at_once_and_the_history_keeps_what_it_was(town):
    number = await registered(town)
    olga = town.olga.in_(town.coordinators)
    due = ask_database(town, "SELECT due_at FROM deadlines WHERE stage = 'answer'")
    screen = await correction(town, number)
    assert f"{number}: поправить сведения" in screen.text
    assert "Зарегистрировать" not in labels(screen)
    await town.clicks(olga, "✎ Канал", on=screen)
    await town.clicks(olga, "Письменные", on=screen)
    await town.clicks(olga, "Коллективное", on=screen)
    await town.clicks(olga, "✎ Вопросов", on=screen)
    await town.clicks(olga, "3", on=screen)
    for press, words in (
        ("✎ Переслано из", "Прокуратура города"),
        ("✎ Внешний №", "№ 77-К"),
        ("✎ Адрес", "ул. Мира, 10"),
        ("✎ Поступило", "08:30"),
    ):
        await town.wait(61)
        await town.clicks(olga, press, on=screen)
        if press == "✎ Переслано из":
            await town.clicks(olga, "Другой орган…", on=screen)
        await replies(town, olga, bot_in(town.coordinators)[-1], words)
    await town.wait(61)
    await town.clicks(olga, "✎ Заявитель", on=screen)
    await town.clicks(olga, "Написать имя…", on=screen)
    await replies(town, olga, bot_in(town.coordinators)[-1], "Сидоров Пётр")
    await town.wait(61)
    card = card_in(town.coordinators, number)
    for said in (
        "Письменные",
        "коллективное",
        "переслано из: Прокуратура города",
        "внешний № 77-К",
        "ул. Мира, 10",
        "Сидоров Пётр",
    ):
        assert said in card.text, said
    assert ask_database(town, "SELECT questions FROM assignments") == [(3,)], "the department works alone"
    assert ask_database(town, "SELECT due_at FROM deadlines WHERE stage = 'answer'") > due, (
        "it came later than was told"
    )
    assert ({"channel": "hotline", "account": "8 34300"}, {"channel": "letters", "account": ""}) in changes(
        town
    )
    assert ({"applicant": "Петрова Анна Ивановна"}, {"applicant": "Сидоров Пётр"}) in changes(town)
    assert await town.clicks(olga, "Готово", on=screen) == f"Сведения поправлены: {number}"
    assert screen.text == f"✅ {number}: сведения поправлены"
    assert "Сидоров" not in str(ask_database(town, "SELECT * FROM entries")), "it stands in the appeal"


@with_channels
async def test_the_number_of_another_message_is_refused_words_stay_and_what_is_answered_can_be_corrected(
    town,
):
    first = await registered(town)
    number = await registered(town, LETTER.replace("123-П", "124-П"))
    olga = town.olga.in_(town.coordinators)
    screen = await correction(town, number)
    await town.clicks(olga, "✎ Внешний №", on=screen)
    question = bot_in(town.coordinators)[-1]
    await replies(town, olga, question, "123-П")
    assert first in bot_in(town.coordinators)[-1].text
    await replies(town, olga, question, "125-П")
    assert "внешний № 125-П" in card_in(town.coordinators, number).text
    await replies(town, olga, screen, "Ещё и крыша течёт")
    assert "Текст сообщения не меняется" in bot_in(town.coordinators)[-1].text
    await town.clicks(olga, "Готово", on=screen)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await approve(town)
    await town.wait(31)
    await town.wait(61)
    await town.clicks(olga, "Дозвонились", on=cards_in(town.coordinators, number)[-1])
    own = next(one for one in cards_in(town.coordinators, number) if "Поправить сведения" in labels(one))
    await town.clicks(olga, "Поправить сведения", on=own)
    screen = bot_in(town.coordinators)[-1]
    assert "✎ Как ответить" not in labels(screen), "that stands on the card"
    await town.clicks(olga, "По 59-ФЗ", on=screen)
    assert ask_database(town, "SELECT formal FROM appeals ORDER BY id") == [(1,), (0,)]


async def test_what_a_citizen_wrote_to_the_bot_is_not_put_right_by_anybody(town):
    number = await written(town, WATER)
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    await town.clicks(olga, "Ещё…", on=card)
    assert "Поправить сведения" not in labels(card)
    await olga.press_data(card, "cr:1")
    await town.settle()
    assert "житель написал боту сам" in town.olga.toast.text
