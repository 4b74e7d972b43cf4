"""An addition that is another matter gets a number of its own from the coordinators' card."""

from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    PITS,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    number_in,
    numbers_told,
    written,
)

LATER = 120


async def separates(town, number, words):
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Отделить дополнение", on=card_in(town.coordinators, number))
    return await town.clicks(olga, words, on=card_in(town.coordinators, number))


async def test_a_coordinator_makes_an_addition_a_message_of_its_own_and_the_citizen_learns_its_number(town):
    former = await written(town, LAMP)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    await town.redraw()
    toast = await separates(town, former, "Яма на ул. Мира")
    number = numbers_told(town.anna.chat)[-1]
    assert number != former
    assert toast == f"Теперь отдельное сообщение {number}. Житель узнает номер."
    assert town.anna.chat.find(f"Записали как новое сообщение {number}")
    assert PITS in card_in(town.roads, number).text
    assert PITS not in card_in(town.coordinators, former).text
    assert "Отделить дополнение" not in labels(card_in(town.coordinators, former))
    rows = ask_database(town, "SELECT actor_name, after FROM journal WHERE action = 'separate'")
    assert rows == [("Кузнецова Ольга Павловна", f'{{"number": "{number}", "messages": 1}}')]


async def test_an_album_goes_as_a_whole_with_its_photos(town):
    former = await written(town, LAMP)
    await town.wait(LATER)
    await town.anna.send_album(3, PITS)
    await town.settle()
    await town.wait(BREATH)
    await separates(town, former, "Яма на ул. Мира")
    number = numbers_told(town.anna.chat)[-1]
    assert "📎 фото 3" in card_in(town.roads, number).text
    assert len(bot_in(town.roads)) == 4
    assert "фото" not in card_in(town.coordinators, former).text


async def test_what_was_separated_already_is_not_separated_again(town):
    former = await written(town, LAMP)
    await town.wait(LATER)
    await town.says(town.anna, PITS)
    await town.redraw()
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Отделить дополнение", on=card_in(town.coordinators, former))
    card = card_in(town.coordinators, former)
    data = next(
        button["callback_data"]
        for row in card.reply_markup["inline_keyboard"]
        for button in row
        if "Яма" in button["text"]
    )
    await town.anna.click("Новый вопрос")
    await town.redraw()
    await olga.press_data(card, data)
    await town.redraw()
    assert len(numbers_told(town.anna.chat)) == 2
    assert len(cards_in(town.roads, numbers_told(town.anna.chat)[-1])) == 1
    assert number_in(bot_in(town.coordinators)[0]) == former
