"""What follows a message: a part of it, an addition, or a matter of its own."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    LAMP,
    PITS,
    WATER,
    accepted,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    is_receipt,
    number_in,
    numbers_told,
    replies,
    where,
    written,
)

LATER = 61
HALF_AN_HOUR = 1801
"""Seconds after which words are no longer a part of the message before."""


async def test_a_greeting_is_asked_what_happened_and_gets_no_number(town):
    await town.says(town.anna, "Здравствуйте!")
    assert "что случилось и где" in town.anna.chat.last_message.text
    assert not bot_in(town.coordinators)
    await town.says(town.anna, WATER)
    assert len(numbers_told(town.anna.chat)) == 1


async def test_what_follows_within_a_minute_joins_in_silence(town):
    number = await written(town)
    await town.wait(58)
    await town.says(town.anna, "подвал тоже залило")
    await town.redraw()
    assert len(bot_in(town.anna.chat)) == 1
    assert "подвал тоже залило" in card_in(town.zhkh, number).text
    assert len(cards_in(town.zhkh, number)) == 1


@where(intake={"gather_seconds": 5})
async def test_the_town_decides_how_long_words_join(town):
    await written(town)
    await town.wait(6)
    await town.says(town.anna, "подвал тоже залило")
    assert "Добавили" in town.anna.chat.last_message.text


async def test_an_addition_is_acknowledged_and_offers_a_number_of_its_own(town):
    number = await written(town)
    await town.wait(LATER)
    addition = await town.says(town.anna, "подвал тоже залило")
    noted = town.anna.chat.last_message
    assert noted.text == f"Добавили к сообщению {number}."
    assert labels(noted) == ["Новый вопрос"]
    assert noted.reply_to is addition
    await town.redraw()
    assert "подвал тоже залило" in card_in(town.zhkh, number).text


async def test_new_question_takes_the_words_out_of_the_former_message(town):
    former = await written(town)
    await town.wait(LATER)
    await town.says(town.anna, LAMP)
    await town.anna.click("Новый вопрос", twice=True)
    await town.redraw()
    assert len(numbers_told(town.anna.chat)) == 2
    number = numbers_told(town.anna.chat)[-1]
    assert number != former
    assert LAMP in card_in(town.coordinators, number).text
    assert LAMP not in card_in(town.zhkh, former).text
    assert town.anna.chat.find(f"Записали как новое сообщение {number}")
    assert town.anna.chat.find_button("Новый вопрос") is None


async def test_the_executor_hears_of_an_addition_where_it_is_calm(town):
    number = await accepted(town)
    await town.wait(LATER)
    await town.says(town.anna, "и лифт стоит")
    assert bot_in(town.zhkh)[-1].silent, "the card has rung a minute ago"
    await town.wait(HALF_AN_HOUR)
    await town.says(town.anna, "подвал тоже залило")
    told = bot_in(town.zhkh)[-1]
    assert told.text.startswith(f"➕ {number}")
    assert "подвал тоже залило" in told.text
    assert not told.silent


async def test_two_additions_in_a_row_are_both_told(town):
    number = await accepted(town)
    await town.wait(LATER)
    await town.anna.send("подвал залило")
    await town.says(town.anna, "и лифт стоит")
    told = [message.text for message in bot_in(town.zhkh) if message.text.startswith("➕")]
    assert "подвал залило" in " ".join(told)
    assert "и лифт стоит" in " ".join(told)
    await town.wait(3)
    card = card_in(town.zhkh, number).text
    assert card.index("подвал залило") < card.index("и лифт стоит"), "in the order of their coming"


async def test_a_photo_added_later_stands_under_the_card(town):
    number = await written(town)
    card = card_in(town.zhkh, number)
    await town.wait(LATER)
    sent = await town.anna.send_photo()
    await town.wait(2)
    photo = next(message for message in bot_in(town.zhkh) if message.media)
    assert photo.file_id == sent.file_id
    assert photo.reply_to is card
    assert photo.silent
    assert not [message for message in bot_in(town.coordinators) if message.media]


async def test_a_plainly_different_topic_is_asked_about(town):
    number = await written(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    question = town.anna.chat.last_message
    assert f"дополнение к сообщению {number} или новый вопрос?" in question.text
    assert labels(question) == ["Дополнение", "Новый вопрос"]
    assert not bot_in(town.roads)


async def test_a_different_topic_right_after_an_addition_is_asked_about_too(town):
    number = await written(town)
    await town.wait(LATER)
    await town.says(town.anna, "подвал тоже залило")
    await town.says(town.anna, "и лифт стоит")
    assert [m.text for m in bot_in(town.anna.chat)][1:] == [f"Добавили к сообщению {number}."]
    await town.says(town.anna, PITS)
    assert f"дополнение к сообщению {number} или новый вопрос?" in town.anna.chat.last_message.text


async def test_asked_about_an_addition_it_is_one(town):
    number = await accepted(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    assert await town.clicks(town.anna, "Дополнение") == "Добавили."
    assert numbers_told(town.anna.chat) == [number]
    assert PITS in card_in(town.zhkh, number).text
    assert not bot_in(town.roads)
    assert town.anna.chat.find(f"Добавили к сообщению {number}.")
    told = bot_in(town.zhkh)[-1].text
    assert told.startswith(f"➕ {number}"), "the executor hears of it as of any addition"
    assert PITS in told


async def test_asked_about_a_new_question_it_gets_its_number(town):
    await written(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    toast = await town.clicks(town.anna, "Новый вопрос")
    number = numbers_told(town.anna.chat)[-1]
    assert toast == f"Записали: номер {number}."
    assert PITS in card_in(town.roads, number).text


async def test_nobody_pressed_for_a_quarter_of_an_hour_so_it_is_a_new_message(town):
    await written(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    await town.wait(14 * 60)
    assert len(numbers_told(town.anna.chat)) == 1
    await town.wait(60)
    assert len(numbers_told(town.anna.chat)) == 2
    assert PITS in card_in(town.roads, numbers_told(town.anna.chat)[-1]).text
    assert town.anna.chat.find_button("Новый вопрос") is None


async def test_what_follows_a_question_waits_with_it(town):
    await written(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    await town.says(town.anna, "там уже два колеса пробили")
    assert len([message for message in bot_in(town.anna.chat) if labels(message)]) == 1
    await town.clicks(town.anna, "Новый вопрос")
    number = numbers_told(town.anna.chat)[-1]
    assert "два колеса" in card_in(town.roads, number).text


async def test_both_buttons_of_a_question_decide_once(town):
    await written(town)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    question = town.anna.chat.last_message
    data = [button["callback_data"] for row in question.keyboard for button in row]
    await town.clicks(town.anna, "Новый вопрос")
    await town.anna.press_data(question, data[0])
    await town.redraw()
    assert town.anna.toast.text
    assert len(numbers_told(town.anna.chat)) == 2
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(2,)]


async def two_open(town):
    """Anna has a message about water and, later, one about pits."""
    first = await written(town)
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    second = number_in(bot_in(town.anna.chat)[-1])
    await town.wait(LATER)
    return first, second


async def test_write_makes_the_next_message_a_matter_of_its_own(town):
    first, second = await two_open(town)
    assert first != second
    assert PITS in card_in(town.roads, second).text


async def test_without_a_hint_an_addition_belongs_to_the_latest_message(town):
    _, second = await two_open(town)
    await town.says(town.anna, "когда приедете?")
    assert second in town.anna.chat.last_message.text


async def test_a_reply_to_an_old_message_belongs_to_it(town):
    first, _ = await two_open(town)
    own = next(message for message in town.anna.chat.visible if message.text == WATER)
    await replies(town, town.anna, own, "когда приедете?")
    assert first in town.anna.chat.last_message.text
    await town.wait(LATER)
    receipt = next(message for message in bot_in(town.anna.chat) if is_receipt(message))
    await replies(town, town.anna, receipt, "яма уже во дворе")
    assert town.anna.chat.last_message.text == f"Добавили к сообщению {first}."


async def test_thanks_while_a_message_is_open_get_a_reaction_and_disturb_nobody(town):
    number = await accepted(town)
    await town.wait(LATER)
    before = len(bot_in(town.anna.chat)), len(bot_in(town.zhkh))
    thanks = await town.says(town.anna, "Спасибо большое!")
    assert thanks.reactions
    assert (len(bot_in(town.anna.chat)), len(bot_in(town.zhkh))) == before
    assert "Спасибо" not in card_in(town.zhkh, number).text


async def test_an_addition_does_not_go_to_another_citizens_message(town):
    number = await written(town)
    await town.wait(LATER)
    await town.says(town.boris, "подвал тоже залило")
    assert number_in(bot_in(town.boris.chat)[-1]) != number


@pytest.mark.parametrize("words", ["Когда будет ответ?", "Ну что там?", "Алло"])
async def test_who_only_asks_how_it_stands_is_told_and_nobody_else_is_troubled(town, words):
    number = await accepted(town)
    await town.wait(LATER)
    card, said = card_in(town.zhkh, number).text, len(bot_in(town.zhkh))
    await town.says(town.anna, words)
    told = town.anna.chat.last_message.text
    assert number in told
    assert "Отдел готовит ответ" in told
    assert len(bot_in(town.zhkh)) == said
    await town.wait(3)
    assert card_in(town.zhkh, number).text == card


async def test_words_that_ask_for_more_than_the_answer_are_added(town):
    number = await accepted(town)
    await town.wait(LATER)
    await town.says(town.anna, "Когда дадут воду?")
    await town.wait(3)
    assert "Когда дадут воду?" in card_in(town.zhkh, number).text
