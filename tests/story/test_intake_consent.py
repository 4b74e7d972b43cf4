"""The consent to personal data: a text in the first receipt, or a button before anybody reads a word (152-ФЗ)."""

from domain.municipality import ConsentMode
from tests.city import labels
from tests.story.scenes import (
    BREATH,
    PITS,
    WATER,
    ask_database,
    bot_in,
    card_in,
    decree,
    number_in,
    numbers_told,
    where,
    written,
)

required = where(consent={"mode": ConsentMode.REQUIRED, "version": "7", "keep_days": 30})


def staff_says(town):
    groups = (town.coordinators, town.zhkh, town.roads, town.leadership, town.approvals)
    return "\n".join(message.text for group in groups for message in bot_in(group))


async def test_the_first_receipt_carries_the_notice_and_later_ones_do_not(town):
    await written(town)
    assert "152-ФЗ" in bot_in(town.anna.chat)[0].text
    assert "59-ФЗ" in bot_in(town.anna.chat)[0].text
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    assert "152-ФЗ" not in town.anna.chat.last_message.text
    assert ask_database(town, "SELECT consent_version FROM citizens") == [("1",)]


@where(consent={"text": "Свой текст с <b>знаком</b> & словами"})
async def test_the_towns_own_words_are_shown_as_they_are(town):
    await written(town)
    assert "Свой текст с <b>знаком</b> & словами" in bot_in(town.anna.chat)[0].text


@required
async def test_required_consent_is_asked_in_a_message_of_its_own_and_the_staff_sees_nothing(town):
    await town.says(town.anna, WATER)
    (request,) = bot_in(town.anna.chat)
    assert labels(request) == ["Даю согласие"]
    assert "152-ФЗ" in request.text
    assert "30 дней" in request.text
    assert "59-ФЗ" in request.text
    assert not staff_says(town)


@required
async def test_with_the_consent_everything_said_before_is_one_message_detected_at_its_first_word(town):
    await town.says(town.anna, WATER)
    await town.wait(300)
    await town.anna.send_photo("и подвал")
    await town.settle()
    assert len(bot_in(town.anna.chat)) == 1, "asked once, however much is written"
    assert await town.clicks(town.anna, "Даю согласие") == "Спасибо!"
    (number,) = numbers_told(town.anna.chat)
    card = card_in(town.zhkh, number)
    assert WATER in card.text
    assert "и подвал" in card.text
    assert [message.media for message in bot_in(town.zhkh)][:1] == ["photo"]
    assert town.anna.chat.find("Спасибо, согласие получили.")
    detected, registered = ask_database(town, "SELECT detected_at, registered_at FROM appeals")[0]
    assert detected < registered
    assert ask_database(town, "SELECT consent_version, consent_at IS NOT NULL FROM citizens") == [("7", 1)]


@required
async def test_the_consent_is_given_once(town):
    await town.says(town.anna, WATER)
    request = bot_in(town.anna.chat)[0]
    await town.anna.click("Даю согласие", twice=True)
    await town.redraw()
    await town.anna.press_data(request, "c")
    await town.wait(BREATH)
    assert len(numbers_told(town.anna.chat)) == 1
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    await town.wait(BREATH)
    assert len(numbers_told(town.anna.chat)) == 2


@required
async def test_reminders_come_after_ten_minutes_and_next_morning_and_no_more(town):
    await town.says(town.anna, WATER)

    def requests():
        return [message for message in bot_in(town.anna.chat) if "согласи" in message.text]

    await town.wait(9 * 60)
    assert len(requests()) == 1
    await town.wait(60)
    assert len(requests()) == 2
    assert "Напоминаем" in requests()[-1].text
    await town.wait(12 * 3600)
    assert len(requests()) == 2, "nobody is woken in the evening"
    await town.wait(11 * 3600)
    assert len(requests()) == 3
    await town.wait(5 * 86_400)
    assert len(requests()) == 3


@required
async def test_any_of_the_requests_takes_the_consent_and_all_of_them_close(town):
    await town.says(town.anna, WATER)
    await town.wait(600)
    await town.clicks(town.anna, "Даю согласие", on=bot_in(town.anna.chat)[0])
    assert len(numbers_told(town.anna.chat)) == 1
    await town.wait(BREATH)
    assert town.anna.chat.find_button("Даю согласие") is None


@required
async def test_coordinators_learn_how_many_wait_and_not_what_they_wrote(town):
    await town.says(town.anna, WATER)
    await town.says(town.boris, PITS)
    await town.wait(660)
    said = staff_says(town)
    assert "2 сообщения ждут согласия жителей" in said
    assert "вода" not in said
    assert "Яма" not in said


@required
async def test_what_nobody_agreed_to_is_erased_after_the_term(town):
    await town.says(town.anna, WATER)
    await town.wait(29 * 86_400)
    assert ask_database(town, "SELECT count(*) FROM citizen_messages") == [(1,)]
    await town.wait(2 * 86_400)
    assert ask_database(town, "SELECT count(*) FROM citizen_messages") == [(0,)]
    await town.clicks(town.anna, "Даю согласие", on=bot_in(town.anna.chat)[0])
    assert not numbers_told(town.anna.chat)


@required
async def test_a_greeting_before_the_consent_is_asked_what_happened_after_it(town):
    await town.says(town.anna, "Здравствуйте")
    await town.clicks(town.anna, "Даю согласие")
    assert not numbers_told(town.anna.chat)
    assert "что случилось и где" in town.anna.chat.last_message.text


@required
async def test_without_a_consent_edits_are_unseen_too(town):
    message = await town.says(town.anna, WATER)
    await town.anna.edit(message, WATER.replace("5", "9"))
    await town.settle()
    assert not staff_says(town)
    await town.clicks(town.anna, "Даю согласие")
    assert "Ленина, 9" in card_in(town.zhkh, number_in(bot_in(town.anna.chat)[-1])).text


@required
async def test_a_new_version_of_the_text_asks_again(town):
    await town.says(town.anna, WATER)
    await town.clicks(town.anna, "Даю согласие")
    assert len(numbers_told(town.anna.chat)) == 1
    await town.wait(BREATH)
    await decree(town, consent={"version": "8"})
    await town.clicks(town.anna, "Написать")
    await town.says(town.anna, PITS)
    assert labels(town.anna.chat.last_message) == ["Даю согласие"]
    assert not bot_in(town.roads)
    await town.clicks(town.anna, "Даю согласие")
    await town.wait(BREATH)
    assert card_in(town.roads, numbers_told(town.anna.chat)[-1])
    assert ask_database(town, "SELECT consent_version FROM citizens") == [("8",)]
