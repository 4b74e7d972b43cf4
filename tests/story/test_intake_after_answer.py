"""Words after an answer: thanks close the matter, all else is asked about."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    LAMP,
    PITS,
    answered,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    is_receipt,
    number_in,
    numbers_told,
    replies,
)

QUARTER = 15 * 60


@pytest.mark.parametrize(
    "words", ["Спасибо большое!", "👍", "Благодарю за помощь", "Хорошо, поняла", "Добрый вечер"]
)
async def test_thanks_after_an_answer_get_a_reaction_and_no_number(town, words):
    number = await answered(town)
    said = len(bot_in(town.anna.chat))
    thanks = await town.says(town.anna, words)
    assert thanks.reactions == {town.world.bot.user.id: ["👍"]}
    assert len(bot_in(town.anna.chat)) == said
    assert numbers_told(town.anna.chat) == [number]


async def test_a_sticker_after_an_answer_is_thanks_too(town):
    number = await answered(town)
    sticker = await town.anna.send_sticker("❤️")
    await town.wait(QUARTER)
    assert sticker.reactions
    assert numbers_told(town.anna.chat) == [number]


async def test_other_words_after_an_answer_are_asked_about(town):
    number = await answered(town)
    words = await town.says(town.anna, "Опять течёт")
    question = town.anna.chat.last_message
    assert question.reply_to is words
    assert f"На сообщение {number} мы уже ответили" in question.text
    assert labels(question) == ["Не решено", "Новый вопрос", "Просто спасибо"]
    assert numbers_told(town.anna.chat) == [number]


async def test_thanks_with_a_complaint_are_no_thanks(town):
    await answered(town)
    await town.says(town.anna, "Спасибо, но вода всё ещё стоит")
    assert labels(town.anna.chat.last_message)


async def test_not_solved_opens_a_repeat_at_the_same_department(town):
    former = await answered(town)
    await town.says(town.anna, "Опять течёт")
    toast = await town.clicks(town.anna, "Не решено", on=town.anna.chat.last_message)
    number = numbers_told(town.anna.chat)[-1]
    assert number != former
    assert number in toast
    receipt = [message for message in bot_in(town.anna.chat) if is_receipt(message)][-1]
    assert f"повторно к {former}" in receipt.text
    assert "Где это?" not in receipt.text, "the address is known from the former message"
    card = card_in(town.zhkh, number)
    assert card.text.startswith("Водоснабжение · ул. Ленина, 5")
    assert f"повторное к {former}" in card.text
    assert "Опять течёт" in card.text
    assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]


async def test_a_new_question_after_an_answer_is_routed_by_its_own_words(town):
    await answered(town)
    await town.says(town.anna, PITS)
    await town.clicks(town.anna, "Новый вопрос")
    number = numbers_told(town.anna.chat)[-1]
    card = card_in(town.roads, number)
    assert "повторное" not in card.text


async def test_just_thanks_makes_nothing(town):
    number = await answered(town)
    await town.says(town.anna, "Всё работает как надо, молодцы")
    assert await town.clicks(town.anna, "Просто спасибо") == "Спасибо!"
    await town.wait(QUARTER)
    assert numbers_told(town.anna.chat) == [number]
    assert town.anna.chat.find("И вам спасибо!")
    assert town.anna.chat.find_button("Просто спасибо") is None


async def test_unanswered_for_a_quarter_of_an_hour_the_words_are_registered(town):
    former = await answered(town)
    await town.says(town.anna, LAMP)
    await town.wait(QUARTER - 60)
    assert numbers_told(town.anna.chat) == [former]
    await town.wait(60)
    number = numbers_told(town.anna.chat)[-1]
    assert number != former
    assert LAMP in card_in(town.coordinators, number).text
    assert town.anna.chat.find_button("Просто спасибо") is None


@pytest.mark.parametrize("caption", ["Не решено", "Новый вопрос", "Просто спасибо"])
async def test_every_button_decides_once(town, caption):
    await answered(town)
    await town.says(town.anna, "Опять течёт")
    question = town.anna.chat.last_message
    await town.anna.click(caption, on=question, twice=True)
    await town.redraw()
    for row in question.keyboard:
        await town.anna.press_data(question, row[0]["callback_data"])
        await town.redraw()
    made = 1 if caption == "Просто спасибо" else 2
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(made,)]


async def test_a_photo_after_an_answer_waits_with_the_question_and_goes_with_the_repeat(town):
    await answered(town)
    photo = await town.anna.send_photo("Вот как стало")
    await town.settle()
    assert not [message for message in bot_in(town.zhkh) if message.media]
    await town.clicks(town.anna, "Не решено", on=town.anna.chat.last_message)
    shown = next(message for message in bot_in(town.zhkh) if message.media)
    assert shown.file_id == photo.file_id


async def test_a_reply_to_the_answer_is_asked_about_that_answer(town):
    first = await answered(town)
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    answer = next(message for message in bot_in(town.anna.chat) if "Ответ на ваше" in message.text)
    await replies(town, town.anna, answer, "Опять течёт")
    await town.wait(3)
    assert first in town.anna.chat.last_message.text
    assert "Не решено" in labels(town.anna.chat.last_message)


async def test_a_month_after_the_answer_words_are_a_new_message(town):
    former = await answered(town)
    await town.wait(31 * 86_400)
    await town.says(town.anna, "Опять течёт")
    number = number_in(town.anna.chat.last_message)
    assert number != former
    assert not labels(town.anna.chat.last_message)


async def test_the_former_card_says_that_the_citizen_was_not_content(town):
    former = await answered(town)
    await town.clicks(town.anna, "Не решено")
    await town.redraw()
    assert "Житель: не решено" in card_in(town.zhkh, former).text
    assert len(cards_in(town.zhkh, former)) == 1
