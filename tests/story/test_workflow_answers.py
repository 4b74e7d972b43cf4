"""The answer as the citizen gets it, what the citizen says of it, and what becomes of one that does not arrive."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    BREATH,
    REPLY,
    accepted,
    answered,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    numbers_told,
    replies,
    submitted,
    where,
)

LONG = "\n".join(f"{line}. Во дворе дома заменён участок трубы." for line in range(90))
TEXTS = {
    "markup": "Трубу <b>заменили</b> & проверили. <a href='x'>Ссылка</a> *звёзды*",
    "emoji": "Готово 👍🏽 👨‍👩‍👧‍👦 🇷🇺",
    "lines": "Добрый день!\n\n  1) трубу заменили;\n  2) воду откачали.\n",
    "long": LONG[:4096],
}


async def publish(town):
    await approve(town)
    await town.wait(31)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_the_answer_arrives_to_the_letter(town, text):
    assert len(text) <= 4096
    await answered(town, text)
    said = [message for message in bot_in(town.anna.chat) if message.text and not numbers_only(message)]
    parts = said[1:]
    assert "".join(text.split()) in "".join("".join(part.text.split()) for part in parts).replace(
        "2026-00001,продолжение", ""
    )
    assert labels(parts[-1]) == ["Да, решено", "Частично", "Не решено"]
    assert not any(labels(part) for part in parts[:-1])
    assert all("2026-00001" in part.text for part in parts)


def numbers_only(message):
    return message.text.strip() == "2026-00001"


async def test_an_answer_with_attachments_has_them_before_the_words(town):
    number = await accepted(town)
    photo = await town.petrov.in_(town.zhkh).send_photo(REPLY, reply_to=card_in(town.zhkh, number))
    await town.redraw()
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await publish(town)
    proof, answer = bot_in(town.anna.chat)[-2:]
    assert proof.file_id == photo.file_id
    assert REPLY in answer.text
    assert labels(answer) == ["Да, решено", "Частично", "Не решено"]


@pytest.mark.parametrize(
    ("verdict", "said"), [("Да, решено", "Житель: решено"), ("Частично", "Житель: решено частично")]
)
async def test_the_verdict_is_on_the_card_and_a_rating_is_asked(town, verdict, said):
    number = await answered(town)
    assert await town.clicks(town.anna, verdict) == "Спасибо!"
    question = town.anna.chat.last_message
    assert labels(question) == ["1", "2", "3", "4", "5"]
    assert number in question.text
    assert said in card_in(town.zhkh, number).text.splitlines()
    await town.wait(BREATH)
    assert await town.clicks(town.anna, "4") == "Спасибо!"
    await town.wait(BREATH)
    assert "Оценка жителя: 4" in card_in(town.zhkh, number).text
    assert "Спасибо за оценку" in town.anna.chat.last_message.text
    assert not labels(town.anna.chat.last_message)


async def test_the_same_verdict_twice_asks_once(town):
    await answered(town)
    await town.anna.click("Да, решено", twice=True)
    await town.wait(BREATH)
    await town.clicks(town.anna, "Да, решено")
    await town.wait(BREATH)
    assert len([message for message in bot_in(town.anna.chat) if "Оцените" in message.text]) == 1


async def test_not_solved_opens_a_repeat_at_the_same_department_once(town):
    former = await answered(town)
    answer = town.anna.chat.last_message
    toast = await town.clicks(town.anna, "Не решено")
    assert toast == "Открыли снова."
    number = numbers_told(town.anna.chat)[-1]
    assert number != former
    receipt = town.anna.chat.last_message.text
    assert f"Открыли снова: номер {number}, повторно к {former}" in receipt
    assert "что осталось не так" in receipt
    card = card_in(town.zhkh, number)
    assert f"повторное к {former}" in card.text
    assert card.text.startswith("Водоснабжение · ул. Ленина, 5")
    await town.clicks(town.anna, "Не решено", on=answer)
    await town.wait(BREATH)
    await town.clicks(town.anna, "Да, решено", on=answer)
    assert "Кнопка устарела" in town.anna.toast.text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(2,)]


async def test_what_is_left_is_added_to_the_repeat(town):
    await answered(town)
    await town.clicks(town.anna, "Не решено")
    await town.says(town.anna, "Подвал так и стоит в воде")
    await town.redraw()
    number = numbers_told(town.anna.chat)[-1]
    assert "Подвал так и стоит в воде" in card_in(town.zhkh, number).text


async def test_the_mind_may_be_changed_from_partly_to_not(town):
    former = await answered(town)
    await town.clicks(town.anna, "Частично")
    await town.wait(BREATH)
    await town.clicks(town.anna, "Не решено")
    assert numbers_told(town.anna.chat)[-1] != former
    assert "Житель: не решено" in card_in(town.zhkh, former).text


async def test_after_thirty_days_not_solved_is_noted_and_opens_nothing(town):
    number = await answered(town)
    await town.wait(31 * 86_400)
    assert await town.clicks(town.anna, "Не решено") == "Записали."
    assert numbers_told(town.anna.chat) == [number]
    assert "Житель: не решено" in card_in(town.zhkh, number).text
    assert "Напишите сюда, что осталось не так: дадим новый номер." in town.anna.chat.last_message.text
    assert labels(town.anna.chat.last_message) == ["1", "2", "3", "4", "5"]


async def test_nobody_judges_anothers_answer(town):
    await answered(town)
    answer = town.anna.chat.last_message
    await town.says(town.boris, "Здравствуйте")
    await town.boris.press_data(answer, answer.button("Не решено")["callback_data"])
    await town.redraw()
    assert town.boris.toast.text == "Не нашли. Возможно, кнопка устарела."
    assert ask_database(town, "SELECT solved FROM appeals") == [(None,)]


async def blocked(town):
    """The answer left, and the citizen had blocked the bot."""
    number = await submitted(town)
    await town.anna.block_bot()
    await publish(town)
    return number


async def test_a_blocked_answer_is_told_to_executor_and_coordinators(town):
    number = await blocked(town)
    for chat in (town.zhkh, town.coordinators):
        assert "житель заблокировал бота" in card_in(chat, number).text
        told = [message.text for message in bot_in(chat)]
        assert told.count(f"{number}: ответ не доставлен, житель заблокировал бота") == 1
    assert not answers_in(town.anna.chat)


async def test_a_blocked_answer_is_not_tried_for_ever(town):
    await blocked(town)
    before = len(town.world.history.calls("send*", town.anna.id))
    await town.wait(86_400)
    assert len(town.world.history.calls("send*", town.anna.id)) == before


async def test_after_unblocking_the_answer_arrives_exactly_once(town):
    number = await blocked(town)
    await town.anna.unblock_bot()
    await town.wait(BREATH)
    assert len(answers_in(town.anna.chat)) == 1
    assert "Ответ доставлен" in card_in(town.zhkh, number).text
    await town.anna.block_bot()
    await town.anna.unblock_bot()
    await town.wait(60)
    assert len(answers_in(town.anna.chat)) == 1


async def test_a_citizen_who_writes_again_gets_what_was_kept(town):
    """The update about unblocking may be lost; a message says the same."""
    await blocked(town)
    town.anna.chat.blocked = False
    await town.says(town.anna, "Здравствуйте")
    await town.wait(BREATH)
    assert len(answers_in(town.anna.chat)) == 1


async def test_an_account_that_is_gone_is_told_too(town):
    number = await submitted(town)
    town.anna.deactivated = True
    await publish(town)
    assert "не доставлен" in card_in(town.zhkh, number).text
    assert "не доставлен" in bot_in(town.coordinators)[-1].text


async def test_a_deleted_card_is_put_up_once_more(town):
    number = await accepted(town)
    await town.petrov.in_(town.zhkh).delete(card_in(town.zhkh, number))
    await town.says(town.anna, "подвал тоже залило")
    await town.wait(2)
    (again,) = cards_in(town.zhkh, number)
    assert "подвал тоже залило" in again.text
    assert labels(again) == ["Написать ответ", "Не наше", "Почему такой срок"]
    await replies(town, town.petrov.in_(town.zhkh), again, REPLY)
    assert "Так увидит житель" in bot_in(town.zhkh)[-1].text


async def test_a_card_that_looks_so_already_counts_as_drawn(town):
    """An edit whose answer was lost is repeated; Telegram says that nothing is modified."""
    number = await accepted(town)
    town.world.faults.add("cut_after", method="editMessageText", chat=town.zhkh.id)
    await town.says(town.anna, "подвал тоже залило")
    await town.wait(10)
    assert len(cards_in(town.zhkh, number)) == 1
    assert "подвал тоже залило" in card_in(town.zhkh, number).text
    waiting = ask_database(town, "SELECT count(*) FROM outbox WHERE state <> 'done' AND kind <> 'pinned'")
    assert waiting == [(0,)]


@where(approval={"undo_seconds": 0})
async def test_a_markup_that_telegram_refuses_is_sent_without_it(town):
    body = '{"ok":false,"error_code":400,"description":"Bad Request: can\'t parse entities: Unsupported start tag"}'
    await submitted(town)
    town.world.faults.add("custom", method="sendMessage", chat=town.anna.id, status=400, body=body)
    await publish(town)
    assert REPLY in answers_in(town.anna.chat)[0].text
