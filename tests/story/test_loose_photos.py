"""Photos beside the reply, as people send them from the yard: offered for the answer, never put into it by themselves."""

import pytest

from tests.city import labels
from tests.story.scenes import REPLY, accepted, ask_database, bot_in, card_in, drafted, replies


@pytest.fixture(autouse=True)
def _the_bot_sees_the_whole_group(town):
    town.zhkh.promote_bot()


def offers(chat):
    return [
        message for message in bot_in(chat) if any(label.startswith("Приложить") for label in labels(message))
    ]


def preview_in(chat):
    return next(message for message in reversed(bot_in(chat)) if "Просто переписка" in labels(message))


async def sends(town, person, count):
    for _ in range(count):
        await person.in_(town.zhkh).send_photo()
    await town.wait(3)


async def test_photos_after_the_reply_are_offered_and_attached_by_a_press(town):
    number = await drafted(town)
    await sends(town, town.petrov, 2)
    (offer,) = offers(town.zhkh)
    assert offer.silent
    assert number in offer.text
    assert labels(offer) == ["Приложить 2 фото"]
    assert "файлов" not in preview_in(town.zhkh).text
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Приложить 2 фото")
    assert toast == "Приложено: 2. Ответ показан заново."
    assert not offers(town.zhkh)
    preview = preview_in(town.zhkh)
    assert REPLY in preview.text
    assert "файлов к ответу: 2" in preview.text
    await town.clicks(town.petrov.in_(town.zhkh), "Решено", on=preview)
    assert len([message for message in bot_in(town.approvals) if message.media]) == 2


async def test_photos_before_the_reply_are_offered_too(town):
    number = await accepted(town)
    await sends(town, town.petrov, 1)
    assert not offers(town.zhkh)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.wait(3)
    assert labels(offers(town.zhkh)[0]) == ["Приложить 1 фото"]


async def test_without_a_press_nothing_goes_and_a_photo_that_came_after_the_button_stays_out(town):
    await drafted(town)
    await sends(town, town.petrov, 1)
    (offer,) = offers(town.zhkh)
    data = offer.button("Приложить 1 фото")["callback_data"]
    await sends(town, town.petrov, 1)
    await town.petrov.in_(town.zhkh).press_data(offer, data)
    await town.redraw()
    assert "файлов к ответу: 1" in preview_in(town.zhkh).text


async def test_neither_late_nor_other_peoples_photos_are_offered(town):
    await drafted(town)
    await sends(town, town.sidorova, 1)
    await sends(town, town.stranger, 1)
    await town.wait(181)
    await sends(town, town.petrov, 1)
    assert not offers(town.zhkh)
    assert ask_database(town, "SELECT count(*) FROM loose_files") == [(1,)], "older ones are forgotten"


async def test_only_who_wrote_the_answer_attaches(town):
    await drafted(town)
    await sends(town, town.petrov, 1)
    toast = await town.clicks(town.sidorova.in_(town.zhkh), "Приложить 1 фото", on=offers(town.zhkh)[0])
    assert "недоступно" in toast
    assert "файлов" not in preview_in(town.zhkh).text
