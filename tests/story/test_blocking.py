"""/block and /unblock: a person decides, with a reason; nothing is lost, and everything can be given back."""

from sandbox.model import Message
from tests.city import labels
from tests.story.scenes import (
    LAMP,
    PITS,
    accepted,
    approve,
    ask_database,
    bot_in,
    card_in,
    number_in,
    numbers_told,
    replies,
    written,
)

DAY = 24 * 3600
SPAM = "Купите наши окна, скидка 50 %"


def last(chat) -> Message:
    return bot_in(chat)[-1]


async def blocked(town, reason="спам"):
    """Olga has blocked Anna by the number of her message."""
    number = await written(town)
    await town.says(town.olga.in_(town.coordinators), f"/block {number} {reason}")
    return number


async def test_a_blocked_citizens_words_are_kept_without_a_number_and_answered_once_a_day(town):
    number = await blocked(town)
    await town.redraw()
    assert "заблокирован: спам, Кузнецова О. П., 02.03" in card_in(town.zhkh, number).text
    await town.says(town.anna, SPAM)
    answer = last(town.anna.chat).text
    assert "Причина: спам." in answer
    assert "112" in answer, "it says where else to turn"
    await town.wait(120)
    await town.says(town.anna, SPAM)
    assert last(town.anna.chat).text == answer
    assert len([one for one in bot_in(town.anna.chat) if one.text == answer]) == 1
    await town.wait(DAY)
    await town.says(town.anna, SPAM)
    assert len([one for one in bot_in(town.anna.chat) if one.text == answer]) == 2
    assert numbers_told(town.anna.chat) == [number]
    assert (
        ask_database(town, "SELECT held, text FROM citizen_messages WHERE appeal_id IS NULL")
        == [("barred", SPAM)] * 3
    )


async def test_a_number_that_nothing_has_is_said_to_be_none(town):
    await town.says(town.olga.in_(town.coordinators), "/block 2026-00777 спам")
    assert last(town.coordinators).text == "Сообщения 2026-00777 нет."


async def test_without_a_reason_it_is_asked_for_and_ready_ones_stand_beside(town):
    number = await written(town)
    olga = town.olga.in_(town.coordinators)
    await olga.reply(card_in(town.coordinators, number), "/block")
    await town.settle()
    ready, question = last(town.coordinators), bot_in(town.coordinators)[-2]
    assert "за что блокируете" in question.text
    assert labels(ready) == ["Спам", "Реклама", "Оскорбления", "Угрозы", "Отмена"]
    assert await town.clicks(olga, "Оскорбления", on=ready) == "Причина записана."
    assert ask_database(town, "SELECT bar_reason, barred_by FROM citizens") == [
        ("Оскорбления", "Кузнецова О. П.")
    ]
    assert ask_database(town, "SELECT reason FROM journal WHERE action = 'bar'") == [("Оскорбления",)]


async def test_the_reason_in_own_words_answers_the_question(town):
    number = await written(town)
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, f"/block {number}")
    question = next(one for one in bot_in(town.coordinators) if "за что блокируете" in one.text)
    await replies(town, olga, question, "Пишет одно и то же под разными именами")
    assert ask_database(town, "SELECT bar_reason FROM citizens") == [
        ("Пишет одно и то же под разными именами",)
    ]


async def test_what_was_kept_is_listed_and_registered_by_a_press(town):
    number = await blocked(town)
    await town.says(town.anna, LAMP)
    await town.wait(120)
    await town.says(town.anna, PITS)
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, f"/unblock {number}")
    kept = last(town.coordinators)
    assert "пришло 2 сообщения" in kept.text
    assert LAMP in kept.text
    assert await town.clicks(olga, "Зарегистрировать", on=kept) == "Зарегистрировано: 2"
    assert len(numbers_told(town.anna.chat)) == 3, "each matter has a number of its own"
    assert "заблокирован" not in card_in(town.zhkh, number).text
    await town.wait(120)
    assert kept.text.startswith("Зарегистрировано: 2026-")


async def test_what_was_kept_may_stay_without_a_number(town):
    number = await blocked(town)
    await town.says(town.anna, SPAM)
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, f"/unblock {number}")
    kept = last(town.coordinators)
    assert await town.clicks(olga, "Не регистрировать", on=kept) == "Не регистрируем: 1"
    assert numbers_told(town.anna.chat) == [number]
    assert ask_database(town, "SELECT held FROM citizen_messages WHERE text = ?", SPAM) == [(None,)]
    assert ask_database(
        town, "SELECT action FROM journal WHERE action LIKE '%bar' OR action = 'kept_dropped'"
    ) == [
        ("bar",),
        ("unbar",),
        ("kept_dropped",),
    ]
    await town.wait(120)
    await town.says(town.anna, LAMP)
    assert number_in(last(town.anna.chat)) == number, "an addition again"


async def test_the_blocked_still_answer_what_they_are_asked_and_judge_their_answer(town):
    number = await accepted(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(
        town, petrov, card_in(town.zhkh, number), "Добрый день! Напишите, пожалуйста, какой это подъезд."
    )
    await town.clicks(petrov, "Уточнить")
    await approve(town)
    await town.wait(31)
    await town.says(town.olga.in_(town.coordinators), f"/block {number} реклама")
    await town.says(town.anna, "Второй подъезд")
    assert number_in(last(town.anna.chat)) == number
    assert "Второй подъезд" in last(town.zhkh).text
    await replies(town, petrov, card_in(town.zhkh, number), "Добрый день! Трубу заменили.")
    await town.clicks(petrov, "Решено")
    await approve(town)
    await town.wait(31)
    await town.clicks(town.anna, "Да, решено")
    assert ask_database(town, "SELECT solved FROM appeals") == [("yes",)]


async def test_a_life_in_danger_is_heard_also_of_the_blocked(town):
    await blocked(town)
    await town.says(town.anna, "Я больше не хочу жить")
    assert "8 (495) 989-50-50" in "\n".join(one.text for one in bot_in(town.anna.chat))
    assert ask_database(town, "SELECT count(*) FROM citizen_messages WHERE held = 'barred'") == [(0,)]


async def test_what_was_kept_is_erased_after_its_term_and_the_journal_tells_how_much(town):
    number = await blocked(town)
    assert "сохраняются без номера 30 дней, потом стираются" in last(town.coordinators).text
    await town.says(town.anna, SPAM)
    await town.wait(20 * DAY)
    await town.says(town.anna, LAMP)
    await town.wait(11 * DAY)
    held = "SELECT text FROM citizen_messages WHERE held = 'barred'"
    assert ask_database(town, held) == [(LAMP,)]
    assert ask_database(town, "SELECT actor_id, after FROM journal WHERE action = 'erase'") == [
        (0, '{"barred": 1}')
    ]
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, f"/unblock {number}")
    kept = last(town.coordinators)
    await town.wait(20 * DAY)
    assert ask_database(town, held) == []
    assert await town.clicks(olga, "Зарегистрировать", on=kept) == "Здесь уже решено: больше ничего не ждёт."


async def test_only_coordinators_and_administrators_block_and_only_at_home_or_in_private(town):
    number = await written(town)
    for person, seat in ((town.petrov, town.zhkh), (town.galina, town.approvals), (town.olga, town.zhkh)):
        await town.says(person.in_(seat), f"/block {number} спам")
    assert ask_database(town, "SELECT barred_at FROM citizens") == [(None,)]
    await town.says(town.admin, f"/block {number} спам")
    assert ask_database(town, "SELECT barred_by FROM citizens WHERE barred_at IS NOT NULL") == [
        ("Романов А. Л.",)
    ]
    await town.says(town.olga.in_(town.coordinators), f"/block {number} реклама")
    assert "уже заблокирован: спам, Романов А. Л." in last(town.coordinators).text
