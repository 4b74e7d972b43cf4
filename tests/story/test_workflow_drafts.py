"""From words in a department's chat to a draft: the reply to the card is the habit that people have."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    BREATH,
    PITS,
    REPLY,
    WATER,
    accepted,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    decree,
    drafted,
    number_in,
    numbers_told,
    replies,
    submitted,
    where,
    written,
)

OUTCOMES = ["Решено", "Меры приняты", "Разъяснено", "Не подтвердилось", "Перенаправить"]
SENDING = {*OUTCOMES, "Промежуточный ответ", "Уточнить", "Просто переписка"}


def preview_in(chat):
    return next(
        (message for message in reversed(bot_in(chat)) if "Просто переписка" in labels(message)), None
    )


async def test_a_reply_to_the_card_accepts_and_shows_what_would_be_sent(town):
    number = await written(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text
    assert number in preview.text
    assert preview.silent
    assert set(labels(preview)) == SENDING
    assert labels(preview)[0] == "Решено", "the guess comes first"
    assert "Принял Петров И. С., 09:00" in card_in(town.zhkh, number).text
    assert not bot_in(town.approvals)


async def test_write_an_answer_asks_for_it_and_takes_the_reply(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    assert await town.clicks(petrov, "Написать ответ") == "Напишите ответ жителю: бот спросил ниже."
    prompt = bot_in(town.zhkh)[-1]
    assert prompt.text.startswith(f"Петров Иван Сергеевич, {number}: что ответить жителю")
    assert prompt.markup["force_reply"]
    assert prompt.markup["selective"]
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text
    await replies(town, petrov, prompt, REPLY)
    assert REPLY in preview_in(town.zhkh).text


async def test_a_newer_reply_takes_the_place_of_the_preview(town):
    number = await drafted(town, "Меняем трубу.")
    old = preview_in(town.zhkh)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert old.deleted
    assert REPLY in preview_in(town.zhkh).text
    assert len([message for message in bot_in(town.zhkh) if "Просто переписка" in labels(message)]) == 1


async def test_the_drafts_of_two_colleagues_stand_side_by_side(town):
    number = await drafted(town, "Меняем трубу.")
    await replies(town, town.sidorova.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert len([message for message in bot_in(town.zhkh) if "Просто переписка" in labels(message)]) == 2
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text


@where(regulation="chaikovsky")
@pytest.mark.parametrize("outcome", OUTCOMES)
async def test_every_outcome_goes_to_approval_under_its_name(town, outcome):
    number = await drafted(town, f"{REPLY} Тел. 8 800 555-49-43, help@example.ru, сайт example.ru")
    assert await town.clicks(town.petrov.in_(town.zhkh), outcome) == "Отправлено на согласование."
    card = card_in(town.approvals, number)
    assert f"Исход: {outcome}" in card.text
    assert labels(card) == ["Согласовать", "На доработку"]
    assert preview_in(town.zhkh) is None
    assert "На согласовании" in card_in(town.zhkh, number).text


async def test_a_draft_is_sent_to_approval_once(town):
    number = await drafted(town)
    await town.petrov.in_(town.zhkh).click("Решено", twice=True)
    await town.redraw()
    assert len(cards_in(town.approvals, number)) == 1


async def test_just_talk_leaves_nothing_behind(town):
    number = await drafted(town, "Трубу привезут к вечеру")
    preview = preview_in(town.zhkh)
    assert (
        await town.clicks(town.petrov.in_(town.zhkh), "Просто переписка") == "Хорошо, это просто переписка."
    )
    assert preview.deleted
    assert not bot_in(town.approvals)
    assert "Принял Петров" in card_in(town.zhkh, number).text


async def test_a_photo_with_words_is_a_draft_with_an_attachment(town):
    number = await accepted(town)
    photo = await town.petrov.in_(town.zhkh).send_photo(REPLY, reply_to=card_in(town.zhkh, number))
    await town.redraw()
    assert "файлов к ответу: 1" in preview_in(town.zhkh).text
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    assert [message.file_id for message in bot_in(town.approvals) if message.media] == [photo.file_id]


async def reply_with_album(town, number, *captions):
    """Petrov replies with an album; a client puts the reply on each of its items."""
    for caption in captions:
        await town.petrov.in_(town.zhkh).post(
            {
                "photo": (await town.olga.send_photo()).content["photo"],
                **({"caption": caption} if caption else {}),
            },
            reply_to=card_in(town.zhkh, number),
            extra={"media_group_id": "77"},
        )


async def test_an_album_with_words_is_one_draft(town):
    number = await accepted(town)
    await reply_with_album(town, number, "", REPLY, "")
    await town.wait(3)
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text
    assert "файлов к ответу: 3" in preview.text
    assert ask_database(town, "SELECT count(*) FROM drafts") == [(1,)]


async def test_a_photo_alone_is_asked_for_words_and_waits_for_them(town):
    number = await accepted(town)
    card = card_in(town.zhkh, number)
    await town.petrov.in_(town.zhkh).send_photo(reply_to=card)
    await town.redraw()
    asked = preview_in(town.zhkh)
    assert f"{number}: нужны слова" in asked.text
    assert labels(asked) == ["Просто переписка"]
    await replies(town, town.petrov.in_(town.zhkh), card, REPLY)
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text
    assert "файлов к ответу: 1" in preview.text


async def test_a_photo_that_follows_the_words_is_their_proof(town):
    number = await drafted(town)
    await town.wait(120)
    await town.petrov.in_(town.zhkh).send_photo(reply_to=card_in(town.zhkh, number))
    await town.redraw()
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text
    assert "файлов к ответу: 1" in preview.text
    assert "Решено" in labels(preview)


async def test_the_words_of_an_hour_ago_are_not_drawn_in(town):
    number = await drafted(town)
    await town.wait(3600)
    await town.petrov.in_(town.zhkh).send_photo(reply_to=card_in(town.zhkh, number))
    await town.redraw()
    assert f"{number}: нужны слова" in preview_in(town.zhkh).text


async def test_an_interim_answer_reaches_the_citizen_and_the_work_goes_on(town):
    number = await submitted(town, "Бригада выехала.", "Промежуточный ответ")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    interim = town.anna.chat.last_message
    assert f"Промежуточный ответ на ваше сообщение {number}" in interim.text
    assert "Бригада выехала." in interim.text
    assert "Окончательный ответ пришлём не позднее 10 марта." in interim.text, "R42: eight days of detection"
    assert not labels(interim)
    card = card_in(town.zhkh, number)
    assert "Принял Петров И. С." in card.text
    assert "Написать ответ" in labels(card)
    await replies(town, town.petrov.in_(town.zhkh), card, REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    assert f"Ответ на ваше сообщение {number}" in town.anna.chat.last_message.text


async def asked_back(town):
    """The citizen has been asked for the flat."""
    number = await submitted(town, "Какая у вас квартира?", "Уточнить")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    return number


async def test_a_question_reaches_the_citizen_and_the_card_says_that_it_waits(town):
    number = await asked_back(town)
    asked = town.anna.chat.last_message
    assert f"Чтобы ответить на ваше сообщение {number}, нам нужно узнать:" in asked.text
    assert "Какая у вас квартира?" in asked.text
    assert "ждём ответа жителя" in card_in(town.zhkh, number).text


async def test_the_citizens_next_words_answer_the_question_whatever_else_is_open(town):
    number = await asked_back(town)
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    other = numbers_told(town.anna.chat)[-1]
    await town.wait(61)
    await town.says(town.anna, "Двенадцатая")
    noted = town.anna.chat.last_message
    assert noted.text == f"Ваш ответ передали тем, кто занимается сообщением {number}."
    card = card_in(town.zhkh, number)
    await town.redraw()
    assert "Двенадцатая" in card.text
    assert "ждём ответа жителя" not in card.text
    assert "Двенадцатая" in bot_in(town.zhkh)[-1].text
    assert "Двенадцатая" not in card_in(town.roads, other).text


async def test_the_answer_to_a_question_is_never_asked_about_its_topic(town):
    number = await asked_back(town)
    await town.wait(61)
    await town.says(town.anna, "Двенадцатая, а рядом ещё яма")
    assert number_in(town.anna.chat.last_message) == number
    assert "дополнение" not in town.anna.chat.last_message.text.lower()


async def test_an_answer_within_the_minute_is_an_answer_too(town):
    number = await asked_back(town)
    await replies(town, town.anna, town.anna.chat.last_message, "Двенадцатая")
    await town.wait(BREATH)
    assert town.anna.chat.last_message.text == f"Ваш ответ передали тем, кто занимается сообщением {number}."
    assert "ждём ответа жителя" not in card_in(town.zhkh, number).text


async def test_a_stranger_in_the_group_may_talk_and_is_shown_the_way_in_once_who_answers(town):
    number, stranger = await written(town), town.stranger.in_(town.zhkh)
    said = len(bot_in(town.zhkh))
    await replies(town, stranger, card_in(town.zhkh, number), "Гляньте, ребята")
    assert len(bot_in(town.zhkh)) == said
    for _ in range(2):
        await replies(town, stranger, card_in(town.zhkh, number), REPLY)
    (offer,) = bot_in(town.zhkh)[said:]
    assert "вас нет среди сотрудников: ЖКХ, поэтому бот не принял это от вас" in offer.text
    assert "Принял" not in card_in(town.zhkh, number).text


async def test_who_was_asked_and_has_left_the_staff_since_is_told(town):
    number, petrov = await accepted(town), town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Написать ответ", on=card_in(town.zhkh, number))
    question = bot_in(town.zhkh)[-1]
    await decree(
        town, staff=tuple(one for one in town.app.units.municipality.staff if one.id != petrov.person.id)
    )
    await replies(town, petrov, question, REPLY)
    assert bot_in(town.zhkh)[-1].text.startswith(
        f"{number}: Слова не приняты: вас больше нет среди сотрудников."
    )
    assert ask_database(town, "SELECT count(*) FROM drafts") == [(0,)]


async def test_a_reply_to_what_is_answered_says_what_is_so(town):
    number = await submitted(town)
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Ещё одно")
    assert bot_in(town.zhkh)[-1].text == f"{number}: слова не приняты. Сейчас ответ уже дан."


async def test_talk_of_colleagues_that_replies_to_no_message_of_the_bot_is_left_alone(town):
    await written(town)
    said = len(bot_in(town.zhkh))
    talk = await town.petrov.in_(town.zhkh).send("Кто сегодня на Ленина?")
    await replies(town, town.sidorova.in_(town.zhkh), talk, "Я")
    assert len(bot_in(town.zhkh)) == said


async def test_while_it_is_on_approval_a_better_text_may_follow(town):
    number = await submitted(town, "Меняем трубу.")
    first = card_in(town.approvals, number)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    second = card_in(town.approvals, number)
    assert second is not first
    assert "Заменено новой версией" in first.text
    assert not labels(first)
    assert REPLY in second.text
    assert labels(second) == ["Согласовать", "На доработку", "Почему такой срок"]


async def test_a_preview_of_an_earlier_turn_sends_nothing_when_the_matter_comes_back(town):
    number = await drafted(town, "Меняем трубу.")
    solved = preview_in(town.zhkh).button("Решено")["callback_data"]
    olga = town.olga.in_(town.coordinators)
    for department in ("Дороги", "ЖКХ"):
        await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
        await town.clicks(olga, department, on=card_in(town.coordinators, number))
    await town.petrov.in_(town.zhkh).press_data(card_in(town.zhkh, number), solved)
    await town.redraw()
    assert town.petrov.toast.text == "Это старая версия. Нажмите кнопку под новой."
    assert not bot_in(town.approvals)
    assert preview_in(town.zhkh) is None


async def test_the_reply_to_a_message_of_water_is_not_taken_for_one_of_another_department(town):
    number = await written(town, WATER)
    await replies(town, town.dorogin.in_(town.roads), card_in(town.zhkh, number), REPLY)
    assert not bot_in(town.roads)
