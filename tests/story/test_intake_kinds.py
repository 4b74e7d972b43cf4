"""Every kind of message that a messenger knows is registered, with exactly one receipt, or refused in words."""

import pytest

from tests.story.scenes import bot_in, card_in, number_in, numbers_told

KINDS = {
    "text": lambda anna: anna.send("Темно у школы"),
    "photo": lambda anna: anna.send_photo(),
    "photo with words": lambda anna: anna.send_photo("Темно у школы"),
    "video": lambda anna: anna.send_video("Темно у школы"),
    "document": lambda anna: anna.send_document("Темно у школы"),
    "audio": lambda anna: anna.send_audio(),
    "animation": lambda anna: anna.send_animation(),
    "voice": lambda anna: anna.send_voice(),
    "video note": lambda anna: anna.send_video_note(),
    "sticker": lambda anna: anna.send_sticker(),
    "location": lambda anna: anna.send_location(55.75, 37.61),
    "venue": lambda anna: anna.send_venue(55.75, 37.61, "Школа № 5", "ул. Мира, 3"),
    "contact": lambda anna: anna.send_contact(),
    "poll": lambda anna: anna.send_poll("Когда включат свет?"),
    "dice": lambda anna: anna.send_dice(),
    "forward from a hidden person": lambda anna: anna.forward_hidden("Темно у школы", "Сосед"),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_message_gets_one_receipt_and_a_card(town, kind):
    await KINDS[kind](town.anna)
    await town.wait(16)
    (receipt,) = bot_in(town.anna.chat)
    card_in(town.coordinators, number_in(receipt))
    assert len(numbers_told(town.anna.chat)) == 1
    print(town.anna.chat.transcript())
    print(town.coordinators.transcript())
