"""What people are told where they did something that nobody asked for: what is so now, and what to do."""

from tests.city import labels
from tests.story.scenes import (
    LAMP,
    REPLY,
    WATER,
    answered,
    approve,
    ask_database,
    bot_in,
    card_in,
    drafted,
    numbers_told,
    replies,
    submitted,
    where,
    written,
)


async def test_words_for_a_question_that_was_cancelled_change_nothing_and_get_an_answer(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше")
    asked = bot_in(town.zhkh)[-1]
    await town.clicks(petrov, "Отмена")
    town.zhkh.log[asked.id].deleted = False
    await replies(town, petrov, asked, "Не наш дом")
    assert f"{number}: слова не приняты, этот вопрос уже закрыт" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)]


async def test_a_reply_to_the_coordinators_card_gets_one_quiet_hint(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    await replies(town, olga, card_in(town.coordinators, number), "Это нам?")
    hint = bot_in(town.coordinators)[-1]
    assert "никому не уйдёт" in hint.text
    assert hint.silent
    assert hint.reply_to.id == card_in(town.coordinators, number).id
    said = len(bot_in(town.coordinators))
    await replies(town, olga, card_in(town.coordinators, number), "Наверное, ЖКХ")
    await replies(town, town.stranger.in_(town.coordinators), card_in(town.coordinators, number), "И я")
    assert len(bot_in(town.coordinators)) == said


async def test_a_reply_in_private_to_what_is_for_the_staff_is_no_citizens_message(town):
    number = await written(town)
    await town.petrov.start()
    await town.says(town.petrov, f"/card {number}")
    copy = card_in(town.petrov.chat, number)
    await replies(town, town.petrov, copy, REPLY)
    assert "Жителю отвечает отдел (ЖКХ): ответом на свою карточку" in bot_in(town.petrov.chat)[-1].text
    await town.says(town.petrov, "/card 2026-99999")
    await town.redraw()
    await replies(town, town.petrov, bot_in(town.petrov.chat)[-1], "А какой верный?")
    assert "Ответ на это сообщение никому не уйдёт." in bot_in(town.petrov.chat)[-1].text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(1,)]


async def test_a_reply_to_news_of_the_coordinators_is_told_what_can_be_done(town):
    number = await written(town)
    petrov, olga = town.petrov.in_(town.zhkh), town.olga.in_(town.coordinators)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Не наша территория")
    await replies(town, olga, town.coordinators.find("вернули"), "А чьё тогда?")
    assert "выберите отдел или ответьте сами («Ответить», «Уточнить»)" in bot_in(town.coordinators)[-1].text


async def test_a_reply_to_what_was_not_delivered_names_the_ways_that_are_left(town):
    await submitted(town)
    await town.anna.block_bot()
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    olga = town.olga.in_(town.coordinators)
    await replies(town, olga, town.coordinators.find("не доставлен"), "И как теперь?")
    assert "«Позвонить» и «Написать письмо»" in bot_in(town.coordinators)[-1].text


async def test_what_is_not_solved_is_said_to_be_open_again_with_the_first_words(town):
    await answered(town)
    await town.clicks(town.anna, "Не решено")
    again = numbers_told(town.anna.chat)[-1]
    await town.says(town.anna, "Вода идёт, но ржавая")
    assert f"Сообщение {again} снова открыто" in town.anna.chat.last_message.text
    await town.wait(120)
    await town.says(town.anna, "И пахнет")
    assert town.anna.chat.last_message.text == f"Добавили к сообщению {again}."


async def test_the_card_of_a_repeat_shows_what_was_answered(town):
    number = await answered(town)
    await town.clicks(town.anna, "Не решено")
    await town.redraw()
    card = card_in(town.zhkh, numbers_told(town.anna.chat)[-1]).text
    assert f"Ответ на {number}, " in card
    assert REPLY in card


async def test_an_interim_answer_leaves_its_trace_on_the_cards(town):
    number = await drafted(town, "Меняем трубу, закончим завтра.")
    await town.clicks(town.petrov.in_(town.zhkh), "Промежуточный ответ")
    await approve(town)
    await town.wait(31)
    for chat in (town.zhkh, town.coordinators):
        assert "Промежуточный ответ отправлен, 09:0" in card_in(chat, number).text


async def test_a_message_of_one_line_stands_on_its_card_once(town):
    number = await written(town, LAMP)
    card = card_in(town.coordinators, number)
    assert card.text.count("Не горит фонарь") == 1
    assert card.text.count("ул. Гагарина, 3") == 1


async def test_the_news_of_urgency_is_marked_once(town):
    await written(town)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно")
    assert bot_in(town.zhkh)[-1].text.count("🔴") == 1


async def test_a_lone_sticker_or_dice_gets_no_number_but_a_kind_question(town):
    await town.anna.send_sticker()
    await town.boris.send_dice()
    await town.settle()
    for person in (town.anna, town.boris):
        assert "что случилось и где" in person.chat.last_message.text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(0,)]
    await town.says(town.anna, WATER)
    assert len(numbers_told(town.anna.chat)) == 1


async def test_a_preview_of_the_day_before_yesterday_loses_its_buttons(town):
    """Telegram lets a bot take away what is up to 48 hours old."""
    number = await drafted(town)
    preview = next(message for message in bot_in(town.zhkh) if "Так увидит житель" in message.text)
    await town.wait(50 * 3600)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Новый текст ответа")
    assert not labels(preview)


async def test_a_gist_that_a_coordinator_gave_outlives_the_citizens_correction(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Тема и адрес", "Суть"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], "Тёмный двор")
    own = next(message for message in town.anna.chat.visible if message.sender is town.anna)
    await town.anna.edit(own, "Не горит фонарь на ул. Гагарина, 7")
    await town.redraw()
    assert card_in(town.coordinators, number).text.startswith("Тёмный двор · ул. Гагарина, 7")


async def test_what_was_kept_for_somebody_who_had_never_pressed_start_comes_with_the_first_word(town):
    """The messenger tells of no change then: that somebody writes is the only sign."""
    town.zhkh.kick_bot(town.petrov)
    await town.settle()
    assert ask_database(town, "SELECT state FROM outbox WHERE kind = 'alarm'") == [("held",)]
    await town.says(town.admin, "/help")
    assert any("Бот не может писать" in message.text for message in bot_in(town.admin.chat))


@where(intake={"per_citizen_per_hour": 1})
async def test_above_the_limit_what_came_apart_gets_numbers_apart(town):
    """Words within a minute are one matter; what comes ten minutes later is another."""
    await written(town, WATER)
    for text in ("Яма на ул. Мира, 10", "очень большая", "Темно на ул. Гагарина, 3"):
        if not text.islower():
            await town.wait(600)
            await town.clicks(town.anna, "Написать")
        await town.says(town.anna, text)
    await town.wait(3 * 3600)
    await town.wait(3600)
    counted = ask_database(
        town,
        "SELECT count(*) FROM citizen_messages WHERE appeal_id > 1 GROUP BY appeal_id ORDER BY appeal_id",
    )
    assert counted == [(2,), (1,)]
