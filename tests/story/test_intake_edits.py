"""Citizens correct what they wrote: both wordings are kept, and whoever works on it sees the change."""

from tests.story.scenes import (
    WATER,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    numbers_told,
    written,
)

OTHER_HOUSE = "Прорвало трубу на ул. Ленина, 7: во дворе вода по колено"
NO_CHANGE = "прорвало трубу на ул. Ленина 5, во дворе вода по колено!"


def first_words(town):
    """Anna's own first message."""
    return next(message for message in town.anna.chat.visible if message.sender is town.anna)


def alerts(town):
    return [message for message in bot_in(town.zhkh) if "житель изменил сообщение" in message.text]


async def test_before_acceptance_the_card_shows_old_and_new_and_nobody_is_woken(town):
    number = await written(town)
    await town.anna.edit(first_words(town), OTHER_HOUSE)
    await town.wait(10)
    card = card_in(town.zhkh, number).text
    assert "✏️ 09:00 житель изменил: «" in card
    assert "ул. Ленина, 5: во дворе вода по колено» → «" in card
    assert card.count("измен") == 1
    assert not alerts(town)
    assert len(bot_in(town.anna.chat)) == 1


async def test_the_corrected_address_is_the_cards_address(town):
    number = await written(town)
    await town.anna.edit(first_words(town), OTHER_HOUSE)
    await town.wait(10)
    assert card_in(town.zhkh, number).text.splitlines()[0] == "Водоснабжение · ул. Ленина, 7 · до 16:00"


async def test_after_acceptance_a_changed_sense_is_told_with_sound(town):
    number = await accepted(town)
    await town.anna.edit(first_words(town), OTHER_HOUSE)
    await town.wait(10)
    (alert,) = alerts(town)
    assert number in alert.text
    assert WATER in alert.text
    assert OTHER_HOUSE in alert.text
    assert not alert.silent


async def test_after_acceptance_a_comma_wakes_nobody(town):
    number = await accepted(town)
    await town.anna.edit(first_words(town), NO_CHANGE)
    await town.wait(10)
    assert not alerts(town)
    assert "житель изменил" in card_in(town.zhkh, number).text


async def test_several_quick_edits_are_one_alert_with_the_first_and_the_last_wording(town):
    await accepted(town)
    for house in (6, 7, 8):
        await town.anna.edit(first_words(town), WATER.replace("Ленина, 5", f"Ленина, {house}"))
        await town.world.clock.advance(1)
    await town.wait(10)
    (alert,) = alerts(town)
    assert "Ленина, 5" in alert.text
    assert "Ленина, 8" in alert.text
    assert "Ленина, 6" not in alert.text


async def test_every_wording_is_kept(town):
    await written(town)
    await town.anna.edit(first_words(town), OTHER_HOUSE)
    await town.settle()
    assert ask_database(town, "SELECT old_text, new_text FROM message_edits") == [(WATER, OTHER_HOUSE)]


async def test_an_edit_that_changes_nothing_is_nothing(town):
    number = await written(town)
    before = card_in(town.zhkh, number).edited
    await town.anna.edit(first_words(town), WATER)
    await town.wait(10)
    assert card_in(town.zhkh, number).edited == before
    assert ask_database(town, "SELECT count(*) FROM message_edits") == [(0,)]


async def test_a_caption_is_corrected_too(town):
    photo = await town.anna.send_photo(WATER)
    await town.settle()
    (number,) = numbers_told(town.anna.chat)
    await town.anna.edit(photo, OTHER_HOUSE)
    await town.wait(10)
    assert OTHER_HOUSE in card_in(town.zhkh, number).text


async def test_an_edit_of_an_unknown_message_is_a_message(town):
    """The bot was not there when it was written."""
    message = await town.boris.send("/start")
    await town.settle()
    message.content = {"text": "Здравствуйте"}
    await town.boris.edit(message, WATER)
    await town.settle()
    assert len(numbers_told(town.boris.chat)) == 1


async def test_an_edit_after_the_answer_is_kept_and_alerts_nobody(town):
    number = await answered(town)
    said = len(bot_in(town.anna.chat)), len(bot_in(town.zhkh))
    await town.anna.edit(first_words(town), OTHER_HOUSE)
    await town.wait(10)
    assert (len(bot_in(town.anna.chat)), len(bot_in(town.zhkh))) == said
    assert "житель изменил" in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT count(*) FROM message_edits") == [(1,)]


async def test_an_edit_from_a_few_words_to_a_long_text_fits_the_card(town):
    number = await written(town, "Вода")
    await town.anna.edit(first_words(town), "Вода во дворе. " * 270)
    await town.wait(10)
    card = card_in(town.zhkh, number)
    assert len(card.text) <= 4096
    assert "«Вода» → «Вода во дворе." in card.text
    assert len(cards_in(town.zhkh, number)) == 1


async def test_words_that_name_a_topic_at_last_do_not_send_it_away_from_the_coordinators(town):
    number = await written(town, "Помогите")
    await town.anna.edit(first_words(town), WATER)
    await town.wait(10)
    card = card_in(town.coordinators, number)
    assert WATER in card.text
    assert card.buttons[0][0] == "ЖКХ", "the likeliest department comes first"
