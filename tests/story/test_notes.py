"""Notes between colleagues: «!» at the beginning of a reply. Everybody in the house sees the last one, no citizen any."""

from tests.story.scenes import (
    REPLY,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    replies,
    submitted,
    written,
)

NOTE = "📝 Петров И. С., 09:00: ключ от подвала у Марии"


async def test_a_note_stands_on_every_card_and_never_reaches_the_citizen(town):
    number = await submitted(town)
    said = len(bot_in(town.zhkh))
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "! ключ от подвала у Марии")
    for chat in (town.zhkh, town.coordinators, town.approvals):
        assert NOTE in card_in(chat, number).text
    assert len(bot_in(town.zhkh)) == said, "no message, no preview"
    await town.clicks(town.galina.in_(town.approvals), "Согласовать", on=card_in(town.approvals, number))
    await town.wait(31)
    assert REPLY in town.anna.chat.last_message.text
    assert "подвал" not in "".join(message.text for message in bot_in(town.anna.chat))


async def test_a_note_accepts_nothing_and_the_last_one_counts(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "!звонил, не берут")
    await replies(town, petrov, card_in(town.zhkh, number), "! ключ от подвала у Марии")
    text = card_in(town.zhkh, number).text
    assert NOTE in text
    assert "не берут" not in text
    assert "Принял" not in text
    noted = ask_database(town, "SELECT actor_name FROM journal WHERE action = 'note'")
    assert noted == [("Петров Иван Сергеевич",)] * 2


async def test_coordinators_and_approvers_note_on_their_cards_too(town):
    number = await submitted(town)
    await replies(
        town, town.olga.in_(town.coordinators), card_in(town.coordinators, number), "!это третий раз"
    )
    assert "📝 Кузнецова О. П., 09:00: это третий раз" in card_in(town.zhkh, number).text
    await replies(town, town.galina.in_(town.approvals), card_in(town.approvals, number), "! спрошу главу")
    assert "📝 Антонова Г. Ю., 09:00: спрошу главу" in card_in(town.zhkh, number).text


async def test_a_phone_in_a_note_is_closed(town):
    number = await accepted(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "! соседка 8 912 345-67-12")
    assert "соседка +7 ··· ·· 12" in card_in(town.zhkh, number).text


async def test_a_note_is_possible_after_the_answer(town):
    number = await answered(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "! акт в папке 3")
    assert "акт в папке 3" in card_in(town.zhkh, number).text


async def test_a_stranger_notes_nothing(town):
    number = await written(town)
    await replies(town, town.stranger.in_(town.zhkh), card_in(town.zhkh, number), "! я тут живу")
    await replies(town, town.dorogin.in_(town.zhkh), card_in(town.zhkh, number), "! это наше")
    assert ask_database(town, "SELECT count(*) FROM notes") == [(0,)]


async def test_the_reason_that_was_asked_for_may_begin_as_it_likes(town):
    await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше")
    await replies(town, petrov, bot_in(town.zhkh)[-1], "!!! Не наш дом")
    assert "!!! Не наш дом" in bot_in(town.coordinators)[-1].text
