"""A citizen takes a message back, as long as no answer to it is approved."""

from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    WATER,
    accepted,
    approve,
    ask_database,
    bot_in,
    card_in,
    number_in,
    submitted,
    written,
)


async def test_withdrawn_after_being_asked_once_more_and_the_department_is_told(town):
    number = await accepted(town)
    await town.says(town.anna, f"/withdraw {number}")
    assert labels(town.anna.chat.last_message) == [f"Да, отозвать {number}"]
    assert ask_database(town, "SELECT status FROM appeals") == [("in_progress",)]
    assert await town.clicks(town.anna, f"Да, отозвать {number}") == f"Отозвано: {number}."
    assert f"Сообщение {number} отозвано" in town.anna.chat.last_message.text
    assert "Житель отозвал сообщение, 09:00" in card_in(town.coordinators, number).text
    assert "Житель отозвал сообщение, 09:00" in card_in(town.zhkh, number).text
    assert labels(card_in(town.zhkh, number)) == []
    assert f"{number}: житель отозвал сообщение" in bot_in(town.zhkh)[-1].text
    assert bot_in(town.zhkh)[-1].silent, "there is nothing to do any more"
    assert ask_database(town, "SELECT status, outcome FROM appeals") == [("closed", "withdrawn")]
    await town.wait(BREATH)
    await town.says(town.anna, "/my")
    assert "Вы отозвали сообщение" in town.anna.chat.last_message.text


async def test_a_draft_on_approval_is_taken_away_with_the_message(town):
    number = await submitted(town)
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, f"Да, отозвать {number}")
    assert "Снято" in card_in(town.approvals, number).text
    assert labels(card_in(town.approvals, number)) == []


async def test_after_the_approval_it_is_too_late_and_said_so(town):
    number = await submitted(town)
    await town.says(town.anna, "/withdraw")
    await approve(town)
    assert "ответ согласован" in await town.clicks(town.anna, f"Да, отозвать {number}")
    await town.wait(BREATH)
    await town.says(town.anna, f"/withdraw {number}")
    assert f"{number} отозвать уже нельзя" in town.anna.chat.last_message.text
    await town.wait(31)
    await town.says(town.anna, "/withdraw")
    assert town.anna.chat.last_message.text.startswith("Отозвать нечего")


async def test_of_several_the_citizen_chooses_and_nobody_takes_back_another_persons(town):
    first, other = await written(town, WATER), await written(town, LAMP, by=town.boris)
    await town.says(town.anna, "/new")
    second = await written(town, LAMP)
    await town.wait(BREATH)
    await town.says(town.anna, "/withdraw")
    question = town.anna.chat.last_message
    assert labels(question) == [f"Да, отозвать {second}", f"Да, отозвать {first}"]
    await town.says(town.boris, "/withdraw")
    theirs = bot_in(town.boris.chat)[-1].button("Да, отозвать")["callback_data"]
    await town.anna.press_data(question, theirs)
    await town.settle()
    assert town.anna.toast.text.startswith("Не нашли")
    assert ask_database(town, "SELECT status FROM appeals WHERE number = ?", other) == [("registered",)]


async def test_what_comes_after_the_withdrawal_gets_a_number_of_its_own(town):
    number = await written(town)
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, f"Да, отозвать {number}")
    await town.wait(120)
    await town.says(town.anna, "Снова нет воды на ул. Ленина, 5")
    assert number_in(town.anna.chat.last_message) != number


async def test_of_several_departments_each_that_had_accepted_its_part_is_told(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Несколько", "ЖКХ", "Дороги", "Отправить 2"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    await town.clicks(town.dorogin.in_(town.roads), "Принять", on=card_in(town.roads, number))
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, f"Да, отозвать {number}")
    assert bot_in(town.roads)[-1].text.startswith(f"✖️ {number}: житель отозвал сообщение")
    assert labels(card_in(town.roads, number)) == []
    assert labels(card_in(town.zhkh, number)) == []
    assert not any("✖️" in message.text for message in bot_in(town.zhkh)), "nobody there had begun"
