"""«Не наше»: back to the coordinators, always with a written reason (R40)."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    accepted,
    ask_database,
    bot_in,
    card_in,
    replies,
    written,
)

READY = ["Не наша территория", "Не в наших полномочиях", "Это к другому отделу", "Мало сведений: нет адреса"]


async def asked_why(town):
    """Petrov has said that it is not theirs, and is asked why."""
    number = await written(town)
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Не наше")
    assert toast == "Напишите причину или нажмите готовую."
    return number


def prompt_in(chat):
    return next(message for message in reversed(bot_in(chat)) if "ответом на это сообщение" in message.text)


async def test_the_reason_is_asked_of_the_presser_alone(town):
    number = await asked_why(town)
    prompt = prompt_in(town.zhkh)
    assert prompt.text.startswith(f"Петров Иван Сергеевич, {number}: почему не ваше?")
    assert prompt.markup["force_reply"]
    assert prompt.markup["selective"]
    mentions = [entity for entity in prompt.entities if entity["type"] == "text_mention"]
    assert [entity["user"]["id"] for entity in mentions] == [town.petrov.id]
    assert labels(card_in(town.zhkh, number))[-5:] == [*READY, "Отмена"]


async def test_pressing_again_asks_no_second_time(town):
    await asked_why(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Не наше")
    assert len([message for message in bot_in(town.zhkh) if "почему не ваше" in message.text]) == 1


async def test_a_written_reason_is_a_new_message_at_the_coordinators(town):
    number = await asked_why(town)
    await replies(town, town.petrov.in_(town.zhkh), prompt_in(town.zhkh), "Это дом <b>РЖД</b>")
    told = bot_in(town.coordinators)[-1]
    assert told.text.startswith(f"↩️ {number} вернули (Петров И. С.): Это дом <b>РЖД</b>")
    assert not told.silent
    assert "Возвращено: Это дом <b>РЖД</b>" in card_in(town.zhkh, number).text
    assert not labels(card_in(town.zhkh, number))
    card = card_in(town.coordinators, number)
    assert "Возвращено: Это дом <b>РЖД</b>" in card.text
    assert {"Дороги", "↩️ ЖКХ"} <= set(labels(card))


@pytest.mark.parametrize("reason", READY)
async def test_a_ready_reason_is_as_good(town, reason):
    number = await asked_why(town)
    assert await town.clicks(town.petrov.in_(town.zhkh), reason) == "Причина записана."
    assert f"{number} вернули (Петров И. С.): {reason}" in bot_in(town.coordinators)[-1].text


async def test_a_reason_without_words_is_none(town):
    number = await asked_why(town)
    await town.petrov.in_(town.zhkh).send_photo(reply_to=prompt_in(town.zhkh))
    await town.redraw()
    assert bot_in(town.zhkh)[-1].text == f"{number}: Нужны слова. Напишите причину или текст."
    await replies(town, town.petrov.in_(town.zhkh), prompt_in(town.zhkh), "...")
    await replies(town, town.petrov.in_(town.zhkh), prompt_in(town.zhkh), "/help")
    assert "Возвращено" not in card_in(town.zhkh, number).text
    await replies(town, town.petrov.in_(town.zhkh), prompt_in(town.zhkh), "Не наш дом")
    assert "Возвращено: Не наш дом" in card_in(town.zhkh, number).text


async def test_after_a_ready_reason_the_question_is_gone(town):
    await asked_why(town)
    asked = prompt_in(town.zhkh)
    await town.clicks(town.petrov.in_(town.zhkh), READY[0])
    assert asked.deleted


async def test_somebody_else_cannot_give_the_reason(town):
    number = await asked_why(town)
    sidorova = town.sidorova.in_(town.zhkh)
    await replies(town, sidorova, prompt_in(town.zhkh), "Не наш дом")
    assert "от другого человека: Петров" in bot_in(town.zhkh)[-1].text
    assert await town.clicks(sidorova, READY[0]) != "Причина записана."
    assert "Возвращено" not in card_in(town.zhkh, number).text


async def test_cancel_takes_the_question_and_the_ready_reasons_away(town):
    number = await asked_why(town)
    prompt = prompt_in(town.zhkh)
    assert await town.clicks(town.petrov.in_(town.zhkh), "Отмена") == "Отменено."
    assert prompt.deleted
    assert labels(card_in(town.zhkh, number)) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]


async def test_after_acceptance_it_can_still_be_returned(town):
    number = await accepted(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Не наше")
    await replies(town, town.petrov.in_(town.zhkh), prompt_in(town.zhkh), "Не наш дом")
    assert "Возвращено: Не наш дом" in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT executor_id, department FROM appeals") == [(None, None)]


async def test_returned_twice_the_card_counts_it(town):
    number = await asked_why(town)
    await town.clicks(town.petrov.in_(town.zhkh), READY[0])
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ")
    await town.clicks(town.sidorova.in_(town.zhkh), "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(town.sidorova.in_(town.zhkh), READY[2])
    card = card_in(town.coordinators, number)
    assert "возвратов: 2" in card.text
    assert f"Возвращено: {READY[2]}" in card.text


async def test_a_ready_reason_pressed_twice_returns_once(town):
    number = await asked_why(town)
    await town.petrov.in_(town.zhkh).click(READY[0], twice=True)
    await town.redraw()
    assert len([message for message in bot_in(town.coordinators) if "вернули" in message.text]) == 1
    assert ask_database(town, "SELECT returns FROM appeals WHERE number = ?", number) == [(1,)]


async def test_a_late_reason_after_it_went_elsewhere_changes_nothing(town):
    number = await asked_why(town)
    prompt = prompt_in(town.zhkh)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…")
    await town.clicks(olga, "Дороги")
    await replies(town, town.petrov.in_(town.zhkh), prompt, "Не наш дом")
    assert "слова не приняты" in bot_in(town.zhkh)[-1].text
    assert "Возвращено" not in card_in(town.roads, number).text


async def test_the_next_department_starts_afresh(town):
    number = await asked_why(town)
    await town.clicks(town.petrov.in_(town.zhkh), READY[0])
    await town.clicks(town.olga.in_(town.coordinators), "Дороги")
    card = card_in(town.roads, number)
    assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert "Возвращено" not in card.text
    assert "возвратов: 1" in card.text
    assert "Передано: Отдел дорог" in card_in(town.zhkh, number).text


async def moved_to_roads(town):
    """Petrov has accepted it, and Olga gives it to the roads."""
    number = await accepted(town)
    card = card_in(town.zhkh, number)
    buttons = {caption: card.button(caption)["callback_data"] for caption in ("Написать ответ", "Не наше")}
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Дороги", on=card_in(town.coordinators, number))
    return number, card, buttons


async def test_who_had_it_and_presses_or_replies_is_told_where_it_is_now(town):
    number, card, buttons = await moved_to_roads(town)
    petrov = town.petrov.in_(town.zhkh)
    for data in buttons.values():
        await petrov.press_data(card, data)
        await town.settle()
        assert town.petrov.toast.text == f"{number} передано: Отдел дорог, 09:00"
    await replies(town, petrov, card, "Трубу заменим завтра, вода будет к вечеру")
    assert bot_in(town.zhkh)[-1].text == f"{number} передано: Отдел дорог, 09:00"
    await town.stranger.in_(town.zhkh).press_data(card, buttons["Не наше"])
    await town.settle()
    assert town.stranger.toast.text.startswith("Это действие здесь вам недоступно")


async def test_who_returned_it_and_presses_again_hears_that_it_waits(town):
    number = await asked_why(town)
    card = card_in(town.zhkh, number)
    write = card.button("Написать ответ")["callback_data"]
    await town.clicks(town.petrov.in_(town.zhkh), READY[0])
    await town.petrov.in_(town.zhkh).press_data(card, write)
    await town.settle()
    assert town.petrov.toast.text == f"Кнопка устарела. {number} сейчас: ждёт направления в отдел."


async def test_the_card_of_who_had_it_is_one_line_and_never_changes_again(town):
    number, card, _ = await moved_to_roads(town)
    gone = f"Передано: Отдел дорог, 09:00\n{number}"
    assert card.text == gone
    edits = len(town.world.history.calls("edit*", town.zhkh.id))
    dorogin = town.dorogin.in_(town.roads)
    await town.clicks(dorogin, "Принять", on=card_in(town.roads, number))
    await town.says(town.anna, "И подвал залило")
    await town.clicks(dorogin, "Не наше", on=card_in(town.roads, number))
    await town.clicks(dorogin, READY[0], on=card_in(town.roads, number))
    assert card.text == gone
    assert not labels(card)
    assert len(town.world.history.calls("edit*", town.zhkh.id)) == edits
