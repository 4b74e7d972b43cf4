"""Every kind of message that a messenger knows is registered, with exactly one receipt, or refused in words."""

import pytest

from tests.story.scenes import (
    WATER,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    number_in,
    numbers_told,
    where,
    written,
)

FILES = {
    "photo": lambda anna: anna.send_photo(),
    "photo with words": lambda anna: anna.send_photo("Темно у школы"),
    "video": lambda anna: anna.send_video("Темно у школы"),
    "document": lambda anna: anna.send_document("Темно у школы"),
    "audio": lambda anna: anna.send_audio(),
    "animation": lambda anna: anna.send_animation(),
    "voice": lambda anna: anna.send_voice(),
    "video note": lambda anna: anna.send_video_note(),
}
OTHERS = {
    "text": lambda anna: anna.send("Темно у школы"),
    "location": lambda anna: anna.send_location(55.75, 37.61),
    "venue": lambda anna: anna.send_venue(55.75, 37.61, "Школа № 5", "ул. Мира, 3"),
    "contact": lambda anna: anna.send_contact(),
    "poll": lambda anna: anna.send_poll("Когда включат свет?"),
    "forward from a person": lambda anna: anna.forward("Темно у школы", anna),
    "forward from a hidden person": lambda anna: anna.forward_hidden("Темно у школы", "Сосед"),
}


@pytest.mark.parametrize("kind", [*FILES, *OTHERS])
async def test_every_kind_of_message_gets_one_receipt_and_one_card(town, kind):
    await (FILES | OTHERS)[kind](town.anna)
    await town.wait(16)
    (receipt,) = bot_in(town.anna.chat)
    assert len(cards_in(town.coordinators, number_in(receipt))) == 1
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(1,)]


@pytest.mark.parametrize("kind", FILES)
async def test_a_file_reaches_the_staff_silently_and_before_its_card(town, kind):
    sent = await FILES[kind](town.anna)
    await town.wait(16)
    copy, card = bot_in(town.coordinators)
    assert copy.file_id == sent.file_id
    assert copy.silent
    assert card.reply_to is copy
    assert not card.silent
    assert card.text.endswith(number_in(bot_in(town.anna.chat)[-1]))


async def test_files_go_to_the_one_chat_that_holds_the_matter(town):
    await town.anna.send_photo(WATER)
    await town.settle()
    assert [message.media for message in bot_in(town.zhkh)] == ["photo", None]
    assert [message.media for message in bot_in(town.coordinators)] == [None]


async def test_a_place_stands_on_the_map_before_the_card(town):
    await town.anna.send_location(55.75, 37.61)
    await town.settle()
    place, card = bot_in(town.coordinators)
    assert place.content["location"] == {"latitude": 55.75, "longitude": 37.61}
    assert place.silent
    assert "место на карте" in card.text


async def test_the_name_of_a_place_is_its_address(town):
    await town.anna.send_venue(55.75, 37.61, "Школа № 5", "ул. Мира, 3")
    await town.settle()
    number = number_in(bot_in(town.anna.chat)[-1])
    assert "Где это?" not in bot_in(town.anna.chat)[-1].text
    assert "Школа № 5, ул. Мира, 3" in card_in(town.coordinators, number).text.splitlines()[0]


async def test_a_poll_is_read_with_its_options(town):
    await town.anna.send_poll("Когда включат свет?", ("Завтра", "Никогда"))
    await town.settle()
    card = bot_in(town.coordinators)[-1].text
    assert "Когда включат свет?" in card
    assert "Никогда" in card


async def test_the_own_phone_is_kept_and_shown_closed(town):
    await town.anna.send_contact("+79161234567")
    await town.settle()
    card = bot_in(town.coordinators)[-1].text
    assert "+7 ··· ·· 67" in card
    assert "1234567" not in card
    assert ask_database(town, "SELECT phone FROM citizens") == [("+79161234567",)]


async def test_a_phone_sent_later_is_kept_too(town):
    number = await written(town)
    await town.anna.send_contact("+79161234567")
    await town.redraw()
    assert "+7 ··· ·· 67" in card_in(town.zhkh, number).text


async def test_somebody_elses_contact_does_not_become_the_citizens_phone(town):
    await town.anna.send_contact("+79161234567", town.boris)
    await town.settle()
    assert ask_database(town, "SELECT phone FROM citizens") == [(None,)]
    card = bot_in(town.coordinators)[-1].text
    assert "Борис Ким" in card
    assert "+7 ··· ·· 67" in card


@pytest.mark.parametrize(
    ("origin", "shown"),
    [
        (lambda town: town.boris, "переслано: Борис Ким"),
        (lambda town: {"type": "hidden_user", "date": 1, "sender_user_name": "Сосед"}, "переслано: Сосед"),
        (
            lambda town: {
                "type": "channel",
                "date": 1,
                "message_id": 7,
                "chat": {"id": -1003, "type": "channel", "title": "Новости города"},
            },
            "переслано: Новости города",
        ),
    ],
    ids=["person", "hidden", "channel"],
)
async def test_the_card_says_whose_words_were_forwarded(town, origin, shown):
    await town.anna.forward("Темно у школы", origin(town))
    await town.wait(4)
    assert shown in bot_in(town.coordinators)[-1].text


async def test_a_forward_and_the_words_about_it_are_one_matter(town):
    await town.anna.forward("Отключили без объявления", town.boris)
    await town.anna.send("Это про воду на ул. Мира, 3, сделайте что-нибудь")
    await town.wait(4)
    (number,) = numbers_told(town.anna.chat)
    card = card_in(town.zhkh, number).text
    assert "Отключили без объявления" in card
    assert "сделайте что-нибудь" in card


async def test_a_dice_is_asked_what_happened(town):
    await town.anna.send_dice()
    await town.settle()
    assert "что случилось и где" in town.anna.chat.last_message.text
    assert not numbers_told(town.anna.chat)


@pytest.mark.parametrize(
    "content",
    [
        {"story": {"chat": {"id": -1003, "type": "channel", "title": "Канал"}, "id": 1}},
        {"game": {"title": "Игра", "description": "…", "photo": []}},
    ],
    ids=["story", "game"],
)
async def test_what_cannot_be_taken_is_refused_in_words(town, content):
    await town.anna.post(content)
    await town.settle()
    (refusal,) = bot_in(town.anna.chat)
    assert "Такое сообщение бот прочитать не может" in refusal.text
    assert not bot_in(town.coordinators)


async def test_an_unreadable_update_is_kept_told_and_holds_up_nobody(town):
    """A forward from a hidden person without a name, which the library cannot read (aiogram#1840)."""
    await town.admin.start()
    await town.redraw()
    await town.anna.forward_hidden("Темно у школы")
    await town.says(town.boris, WATER)
    assert len(numbers_told(town.boris.chat)) == 1
    await town.wait(2)
    assert "Администратор уже знает" in town.anna.chat.last_message.text
    await town.world.until(lambda: len(bot_in(town.admin.chat)) > 1)
    alarm = town.admin.chat.last_message.text
    assert "Не удалось обработать" in alarm
    assert "Темно" not in alarm
    assert ask_database(town, "SELECT count(*) FROM inbox WHERE state = 'set_aside'") == [(1,)]


async def test_a_pinned_message_is_not_a_message(town):
    number = await written(town)
    before = len(bot_in(town.anna.chat))
    await town.anna.pin(bot_in(town.anna.chat)[-1])
    await town.wait(61)
    assert len(bot_in(town.anna.chat)) == before
    assert numbers_told(town.anna.chat) == [number]


@where(routing={"automatic": False})
async def test_files_wait_with_the_coordinators_and_go_on_with_the_matter(town):
    await town.anna.send_photo(WATER)
    await town.settle()
    assert [message.media for message in bot_in(town.coordinators)] == ["photo", None]
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ")
    assert [message.media for message in bot_in(town.zhkh)] == ["photo", None]
