"""Answers that the bot cannot give: a call, a letter, in person; and what becomes of those who blocked it."""

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    WATER,
    accepted,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    submitted,
)


async def chosen(town, number, way):
    """Olga has noted how the applicant wants to be answered."""
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Способ ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, way, on=card_in(town.coordinators, number))


async def handed_out(town, way):
    """The approved answer waits for a person who calls or writes; its task card."""
    number = await accepted(town, WATER)
    await town.anna.send_contact("+79161234567")
    await town.wait(2)
    await chosen(town, number, way)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await approve(town)
    await town.wait(31)
    assert answers_in(town.anna.chat) == []
    return number, cards_in(town.coordinators, number)[-1]


async def blocked(town, phone=""):
    """The answer left, and the citizen had blocked the bot."""
    number = await submitted(town)
    if phone:
        await town.anna.send_contact(phone)
        await town.wait(2)
    await town.anna.block_bot()
    await approve(town)
    await town.wait(31)
    return number


async def test_who_wants_a_call_is_answered_when_reached(town):
    number, task = await handed_out(town, "Звонок")
    assert "☎️ Ответить по телефону" in task.text
    assert REPLY in task.text
    assert "1234567" not in task.text
    assert labels(task) == ["Телефон", "Дозвонились", "Не дозвонились"]
    olga = town.olga.in_(town.coordinators)
    assert await town.clicks(olga, "Телефон", on=task) == "+79161234567"
    assert await town.clicks(olga, "Не дозвонились", on=task) == "Не дозвонились: 1"
    assert "Не дозвонились: 1" in task.text
    assert ask_database(town, "SELECT status, answered_at FROM appeals") == [("approved", None)]
    await town.clicks(olga, "Дозвонились", on=task)
    assert labels(task) == []
    assert "☎️ Дозвонились: Кузнецова О. П., 09:0" in task.text
    assert ask_database(town, "SELECT status, outcome, delivery, attempts FROM appeals") == [
        ("answered", "solved", "delivered", 1)
    ]
    for card in (card_in(town.zhkh, number), card_in(town.approvals, number)):
        assert "☎️ Дозвонились: Кузнецова О. П., 09:0" in card.text
        assert "Ответ доставлен" not in card.text


async def test_while_a_call_is_open_nothing_says_that_the_answer_was_sent_or_is_the_departments(town):
    number, task = await handed_out(town, "Звонок")
    for card in (card_in(town.zhkh, number), card_in(town.approvals, number)):
        assert "☎️ Ответ ждёт звонка жителю" in card.text
        assert "отправ" not in card.text
    await replies(town, town.olga.in_(town.coordinators), task, "Никто не берёт трубку")
    assert "ждёт звонка: «Дозвонились» или «Не дозвонились»" in bot_in(town.coordinators)[-1].text
    await town.wait(5 * 3600)
    assert "ЖКХ" not in town.coordinators.find("❗ Просрочено: 1").text, "the call is the coordinators'"
    assert "ответ согласован" in town.zhkh.find("В работе: 1").text


async def test_a_letter_is_answered_under_its_number_and_date_which_are_asked_again_until_clear(town):
    number, task = await handed_out(town, "Письмо")
    assert "Контакт: ул. Ленина, 5" in task.text
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Исх. № и дата", on=task)
    prompt = bot_in(town.coordinators)[-1]
    await replies(town, olga, prompt, "01-25/134 когда-нибудь")
    refused = bot_in(town.coordinators)[-1]
    assert refused.text.startswith(f"{number}: Не понятно, от какого числа письмо")
    await replies(town, olga, refused, "отправили вчера")
    refused = bot_in(town.coordinators)[-1]
    assert "Если письмо без номера: б/н от 24.11" in refused.text
    await replies(town, olga, refused, "№ 01-25/134 от завтра")
    said = "✉️ Ответ отправлен письмом, исх. № 01-25/134 от 03.03.2026: Кузнецова О. П., 09:0"
    assert said in task.text
    assert said in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT status, outgoing_number, outgoing_date FROM appeals") == [
        ("answered", "01-25/134", "2026-03-03")
    ]


async def test_where_no_phone_is_known_it_is_asked_for(town):
    number = await accepted(town)
    await chosen(town, number, "Звонок")
    olga = town.olga.in_(town.coordinators)
    await replies(town, olga, bot_in(town.coordinators)[-1], "8 916 123-45-67")
    assert await town.clicks(olga, "Телефон", on=card_in(town.coordinators, number)) == "8 916 123-45-67"


async def test_a_blocked_answer_becomes_a_call_by_one_press(town):
    number = await blocked(town, phone="+79161234567")
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Позвонить", on=card_in(town.coordinators, number))
    task = cards_in(town.coordinators, number)[-1]
    assert REPLY in task.text
    card = card_in(town.zhkh, number)
    assert "заблокировал бота\n☎️ Ответ ждёт звонка жителю" in card.text
    await town.clicks(olga, "Дозвонились", on=task)
    assert "не доставлен" not in card.text
    assert ask_database(town, "SELECT delivery, way FROM appeals WHERE number = ?", number) == [
        ("delivered", "call")
    ]


async def test_without_a_phone_it_is_asked_for_and_the_call_opens_with_it(town):
    number = await blocked(town)
    olga = town.olga.in_(town.coordinators)
    toast = await town.clicks(olga, "Позвонить", on=card_in(town.coordinators, number))
    assert toast.startswith("Контакт неизвестен")
    assert ask_database(town, "SELECT task_since FROM appeals") == [(None,)]
    question = bot_in(town.coordinators)[-1]
    assert f"{number}: как связаться с заявителем?" in question.text
    await replies(town, olga, question, "у соседей спросите")
    assert "Не похоже на контакт" in bot_in(town.coordinators)[-1].text
    await replies(town, olga, question, "8 916 123-45-67, сын")
    task = cards_in(town.coordinators, number)[-1]
    assert labels(task) == ["Телефон", "Дозвонились", "Не дозвонились"]
    assert REPLY in task.text


async def test_when_the_citizen_is_back_the_bot_delivers_and_the_task_ends(town):
    number = await blocked(town)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Написать письмо", on=card_in(town.coordinators, number))
    task = cards_in(town.coordinators, number)[-1]
    assert labels(task) == ["Исх. № и дата"]
    await town.anna.unblock_bot()
    await town.wait(2)
    assert len(answers_in(town.anna.chat)) == 1
    assert labels(task) == []
    assert "Ответ доставлен" in task.text


async def test_where_a_phone_is_asked_a_story_is_asked_again_and_the_question_stays_open(town):
    number = await accepted(town, WATER)
    await chosen(town, number, "Звонок")
    olga = town.olga.in_(town.coordinators)
    prompt = bot_in(town.coordinators)[-1]
    assert "как связаться с заявителем?" in prompt.text
    for words in ("не знаю", "Живёт в третьем подъезде, " * 8):
        await replies(town, olga, prompt, words)
        assert "Не похоже на контакт" in bot_in(town.coordinators)[-1].text
    assert ask_database(town, "SELECT contact FROM appeals") == [(None,)]
    await replies(town, olga, prompt, "8 912 345-67-89, после шести")
    assert ask_database(town, "SELECT contact FROM appeals") == [("8 912 345-67-89, после шести",)]
