"""What a citizen may ask and say besides the matter: address, commands, keyboard, language."""

import pytest

from sandbox.model import Message
from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    PITS,
    REPLY,
    WATER,
    accepted,
    answered,
    ask_database,
    bot_in,
    card_in,
    is_receipt,
    numbers_told,
    where,
    written,
)

NOWHERE = "Третий день нет воды"


def keys(message: Message) -> list[str]:
    return [key["text"] for row in (message.markup or {}).get("keyboard", []) for key in row]


async def test_without_an_address_the_receipt_asks_for_it_with_a_button(town):
    await town.says(town.anna, NOWHERE)
    receipt = bot_in(town.anna.chat)[0]
    assert "Где это?" in receipt.text
    assert keys(receipt) == ["Отправить место", "Написать", "Мои сообщения", "Помощь"]


async def test_with_an_address_nothing_is_asked(town):
    await written(town)
    receipt = bot_in(town.anna.chat)[0]
    assert "Где это?" not in receipt.text
    assert keys(receipt) == ["Написать", "Мои сообщения", "Помощь"]


@pytest.mark.parametrize(
    "words", ["Я вас убью", "Спасибо большое вашим дворникам, стало чисто", "Я не хочу больше жить."]
)
async def test_whoever_threatens_despairs_or_gives_thanks_is_not_asked_where(town, words):
    await town.says(town.anna, words)
    receipt = next(message for message in bot_in(town.anna.chat) if is_receipt(message))
    assert "Где это?" not in receipt.text
    assert "Отправить место" not in keys(receipt)


async def test_the_address_in_words_completes_the_card(town):
    number = await written(town, NOWHERE)
    await town.wait(120)
    await town.says(town.anna, "ул. Мира, 3")
    assert town.anna.chat.last_message.text.startswith(f"Место записали к сообщению {number}")
    await town.redraw()
    assert card_in(town.zhkh, number).text.splitlines()[0] == "Водоснабжение · ул. Мира, 3 · до 16:00"


async def test_the_location_button_completes_the_card(town):
    number = await written(town, NOWHERE)
    await town.wait(120)
    await town.anna.send_location(55.75, 37.61)
    await town.wait(2)
    assert "Место записали" in town.anna.chat.last_message.text
    assert "место на карте" in card_in(town.zhkh, number).text
    place = bot_in(town.zhkh)[-1]
    assert place.content["location"]["latitude"] == 55.75
    assert place.reply_to is card_in(town.zhkh, number)


async def test_a_place_far_from_the_others_is_taken_and_marked(town):
    for each in range(6):
        person = town.world.user(f"Житель {each}")
        await written(town, NOWHERE, by=person)
        await person.send_location(56.61 + (each // 5) * 3, 57.76)
        await town.settle()
    await town.redraw()
    near, far = (card_in(town.zhkh, number).text for number in ("2026-00001", "2026-00006"))
    assert "⚠️ место на карте далеко: ~330 км от остальных" in far
    assert "место на карте" in near
    assert "далеко" not in near


async def test_start_says_who_is_here_and_what_this_is_not(town):
    await town.anna.start()
    await town.settle()
    (greeting,) = bot_in(town.anna.chat)
    assert "Городской округ Примерск" in greeting.text
    assert "не официальное обращение по закону № 59-ФЗ" in greeting.text
    assert "112" in greeting.text
    assert keys(greeting) == ["Написать", "Мои сообщения", "Помощь"]


@where(official_appeal_url="https://example.org/59", emergency_phone="911")
async def test_start_links_to_where_a_formal_appeal_can_be_filed(town):
    await town.anna.start("whatever")
    await town.settle()
    assert "https://example.org/59" in town.anna.chat.last_message.text
    assert "звоните 911" in town.anna.chat.last_message.text


async def test_help_is_the_same_by_command_and_by_button(town):
    await town.says(town.anna, "/help")
    await town.says(town.anna, "Помощь")
    first, second = bot_in(town.anna.chat)
    assert first.text == second.text
    assert "Как это работает" in first.text


async def test_my_messages_tell_where_each_is_and_what_comes_next(town):
    water = await accepted(town)
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, LAMP)
    lamp = numbers_told(town.anna.chat)[-1]
    foreign = await written(town, PITS, by=town.boris)
    await town.wait(BREATH)
    await town.says(town.anna, "Мои сообщения")
    said = town.anna.chat.last_message.text
    assert said.index(lamp) < said.index(water), "the newest first"
    assert f"{water} · Прорвало трубу" in said
    assert "Отдел готовит ответ — с 09:00\nКто занимается: Управление ЖКХ\nДальше: ответ проверим" in said
    assert "Выбираем, кому передать — с 09:00\nДальше: передадим в отдел" in said
    assert foreign not in said


async def test_one_message_shows_the_list_and_the_whole_of_each(town):
    number = await answered(town)
    await town.wait(BREATH)
    await town.says(town.anna, "/my")
    shown = town.anna.chat.last_message
    assert f"{number} · Прорвало трубу на ул. Ленина, 5: во дворе вода по колено · Ответили" in shown.text
    await town.clicks(town.anna, f"{number} · Прорвало", on=shown)
    assert town.anna.chat.last_message is shown, "edited, not sent anew"
    assert WATER in shown.text
    assert REPLY in shown.text
    assert labels(shown) == ["Ко всем сообщениям"]
    await town.clicks(town.anna, "Ко всем сообщениям")
    assert shown.text.startswith("Ваши сообщения")


async def test_more_than_five_messages_are_turned_over_by_buttons(town):
    for house in range(1, 8):
        await town.says(town.anna, "/new")
        await town.says(town.anna, f"Не горит фонарь на ул. Гагарина, {house}")
        await town.wait(BREATH)
    newest, oldest = numbers_told(town.anna.chat)[-1], numbers_told(town.anna.chat)[0]
    await town.says(town.anna, "/my")
    shown = town.anna.chat.last_message
    assert len(labels(shown)) == 6
    assert newest in shown.text
    assert oldest not in shown.text
    await town.clicks(town.anna, "Раньше ›")
    assert oldest in shown.text
    assert newest not in shown.text
    await town.clicks(town.anna, "‹ Новее")
    assert newest in shown.text


async def test_nobody_opens_another_citizens_message(town):
    await written(town, by=town.boris)
    await written(town, LAMP)
    await town.wait(BREATH)
    await town.says(town.anna, "/my")
    shown = town.anna.chat.last_message
    before = shown.text
    await town.anna.press_data(shown, "b:0:1")
    await town.settle()
    assert town.anna.toast.text
    assert shown.text == before


async def test_who_has_written_nothing_has_nothing_in_the_list(town):
    await town.says(town.anna, "/my")
    assert "пока нет сообщений" in town.anna.chat.last_message.text


async def test_status_tells_where_a_message_is(town):
    number = await answered(town)
    await town.says(town.anna, f"/status {number}")
    said = town.anna.chat.last_message.text
    assert f"Сообщение {number}\nОтветили, 09:0" in said
    assert "Вы написали (09:00):" in said


async def test_status_knows_no_foreign_and_no_unknown_number(town):
    foreign = await written(town, by=town.boris)
    await town.says(town.anna, f"/status {foreign}")
    refused = town.anna.chat.last_message.text
    await town.says(town.anna, "/status 2026-99999")
    assert town.anna.chat.last_message.text == refused
    assert "нет" in refused
    assert "Прорвало" not in refused


async def test_status_takes_the_bare_counter_too(town):
    number = await written(town)
    await town.wait(BREATH)
    await town.says(town.anna, "/status № 1")
    assert f"Сообщение {number}" in town.anna.chat.last_message.text


async def test_status_without_a_number_is_the_list(town):
    number = await written(town)
    await town.says(town.anna, "/status")
    assert number in town.anna.chat.last_message.text


async def test_commands_and_keys_are_no_messages(town):
    for text in ("/start", "/help", "/my", "/new", "/language", "Написать", "Мои сообщения", "Помощь"):
        await town.says(town.anna, text)
        await town.wait(BREATH)
    assert not numbers_told(town.anna.chat)
    assert not bot_in(town.coordinators)


async def test_an_unknown_command_is_answered(town):
    await town.says(town.anna, "/unknown")
    assert bot_in(town.anna.chat)


async def test_a_citizen_who_chose_english_is_spoken_to_in_english(town):
    await town.says(town.anna, "/language")
    assert labels(town.anna.chat.last_message) == ["Русский", "English"]
    await town.clicks(town.anna, "English")
    assert "From now on in English" in town.anna.chat.last_message.text
    await town.wait(BREATH)
    await town.says(town.anna, WATER)
    receipt = town.anna.chat.last_message
    assert "We have your message. Its number: 2026-00001" in receipt.text
    assert keys(receipt) == ["Write", "My messages", "Help"]
    card = card_in(town.zhkh, "2026-00001")
    assert "Направлено: Управление ЖКХ" in card.text, "the staff reads Russian"


async def test_the_english_keyboard_works_and_the_answer_stays_as_it_was_written(town):
    await town.says(town.anna, "/language")
    await town.clicks(town.anna, "English")
    await town.wait(BREATH)
    await answered(town)
    answer = town.anna.chat.last_message
    assert "The answer to your message" in answer.text
    assert REPLY in answer.text
    assert labels(answer) == ["Yes, solved", "Partly", "Not solved"]
    await town.wait(BREATH)
    await town.says(town.anna, "My messages")
    assert "Your messages" in town.anna.chat.last_message.text


async def test_a_forged_language_is_not_taken(town):
    await town.says(town.anna, "/language")
    await town.anna.press_data(town.anna.chat.last_message, "l:xx")
    await town.settle()
    assert ask_database(town, "SELECT language FROM citizens") == [(None,)]
    await town.wait(BREATH)
    await written(town)
