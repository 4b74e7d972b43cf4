"""Leaders and the mayor: told at once, called seldom, and what they say becomes work only after a press (R10, R35, R56)."""

from dataclasses import replace

import pytest

from domain.ids import ChatId
from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import (
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    submitted,
    where,
    written,
)

ORDER = "Разобраться и доложить"


def glebov_is_mayor(staff):
    return tuple(
        replace(one, roles=frozenset({Role.MAYOR})) if one.name.startswith("Глебов") else one for one in staff
    )


WITH_MAYOR = where(staff=glebov_is_mayor)


async def urgent(town, **options):
    """A message that the leaders have before them."""
    number = await written(town, **options)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    return number


async def ordered(town, words=ORDER, button="Завтра"):
    """Glebov has replied to the card, and handed his words on."""
    number = await urgent(town)
    await replies(town, town.glava.in_(town.leadership), card_in(town.leadership, number), words)
    await town.clicks(town.glava.in_(town.leadership), button)
    return number


async def tells_mayor(town, number, *buttons):
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    toast = ""
    for button in ("Главе", *buttons):
        toast = await town.clicks(olga, button, on=card)
    return toast


# The mayor


@WITH_MAYOR
async def test_r56_what_matters_to_the_public_reaches_the_mayor_in_private(town):
    """R56, Krasnoufimsk No. 83, п. 25: at once, with the reason, and it is no mark of urgency."""
    await town.glava.start()
    number = await written(town)
    assert await tells_mayor(town, number, "Общественно значимое") == "Главе отправлено."
    card = card_in(town.glava.chat, number)
    assert "Доложено Главе: 09:00, Кузнецова О. П. — Общественно значимое" in card.text
    assert not card.silent
    assert labels(card) == ["Взять на контроль"]
    assert not cards_in(town.leadership, number)
    assert "доложено Главе (Кузнецова О. П.)" in card_in(town.coordinators, number).text
    assert "Главе" not in labels(card_in(town.coordinators, number))
    assert ask_database(town, "SELECT urgent FROM appeals") == [(0,)]


@WITH_MAYOR
async def test_the_mayor_is_told_after_a_confirmation_alone_with_or_without_a_reason(town):
    await town.glava.start()
    number = await written(town)
    before = len(bot_in(town.glava.chat))
    await tells_mayor(town, number)
    assert len(bot_in(town.glava.chat)) == before, "the first press only asks"
    await town.clicks(
        town.olga.in_(town.coordinators), "Отправить Главе", on=card_in(town.coordinators, number)
    )
    assert "Доложено Главе: 09:00, Кузнецова О. П.\n" in card_in(town.glava.chat, number).text


@WITH_MAYOR
async def test_the_reason_for_the_mayor_may_be_in_ones_own_words(town):
    await town.glava.start()
    number = await written(town)
    await tells_mayor(town, number, "Своими словами")
    olga, question = town.olga.in_(town.coordinators), bot_in(town.coordinators)[-1]
    await olga.send_sticker(reply_to=question)
    await town.settle()
    assert bot_in(town.coordinators)[-1].text.startswith(f"{number}: Нужны слова.")
    assert not cards_in(town.glava.chat, number), "a sticker is no reason"
    await replies(town, olga, question, "Об этом пишут в газете")
    assert "— Об этом пишут в газете" in card_in(town.glava.chat, number).text


@WITH_MAYOR
async def test_a_mayor_who_never_pressed_start_is_told_in_the_leaders_chat_which_says_so(town):
    number = await written(town)
    await tells_mayor(town, number, "Отправить Главе")
    (card,) = cards_in(town.leadership, number)
    assert "Лично Главе бот пока написать не может" in card.text
    await town.glava.start()
    await town.redraw()
    assert cards_in(town.glava.chat, number), "what was for the mayor was kept"
    assert len(cards_in(town.leadership, number)) == 1


@WITH_MAYOR
async def test_r56_a_second_card_for_a_mayor_known_to_be_out_of_reach_is_told_at_once_too(town):
    first, second = await written(town), await written(town, by=town.boris)
    for number in (first, second):
        await tells_mayor(town, number, "Отправить Главе")
        assert "Лично Главе бот пока написать не может" in card_in(town.leadership, number).text
        assert f"{number}: лично Главе бот написать не может" in bot_in(town.coordinators)[-1].text


@WITH_MAYOR
async def test_a19_who_stands_in_for_the_mayor_gets_the_card_and_acts_on_it(town):
    await town.dorogin.start()
    await town.says(town.olga.in_(town.coordinators), "/duty Дорогин за Глебова до 30.11")
    number = await written(town)
    await tells_mayor(town, number, "Отправить Главе")
    assert not cards_in(town.leadership, number)
    card = card_in(town.dorogin.chat, number)
    assert "Вы замещаете Главу" in card.text
    assert await town.clicks(town.dorogin, "Взять на контроль", on=card) == "На контроле: Дорогин П. И."


async def test_without_a_mayor_the_leaders_chat_gets_the_card(town):
    number = await written(town)
    await tells_mayor(town, number, "Отправить Главе")
    assert "Главы нет среди сотрудников" in card_in(town.leadership, number).text


@WITH_MAYOR
async def test_the_mayor_instructs_from_the_private_chat(town):
    await town.glava.start()
    number = await written(town)
    await tells_mayor(town, number, "Отправить Главе")
    await replies(town, town.glava, card_in(town.glava.chat, number), "Починить до 24.11")
    assert await town.clicks(town.glava, "Передать как поручение") == "Поручение передано."
    assert "Починить до 24.11" in bot_in(town.zhkh)[-1].text
    assert "срок до 24.11" in bot_in(town.zhkh)[-1].text


# Instructions


async def test_a_reply_to_a_leaders_card_is_offered_as_an_instruction(town):
    number = await urgent(town)
    said = len(bot_in(town.zhkh))
    await replies(town, town.glava.in_(town.leadership), card_in(town.leadership, number), ORDER)
    offer = bot_in(town.leadership)[-1]
    assert offer.text.startswith(f"{number}: передать как поручение? Исполнитель: Управление ЖКХ\n{ORDER}")
    assert labels(offer) == ["Передать как поручение", "Сегодня", "Завтра", "Три дня", "Отмена"]
    assert offer.silent
    assert len(bot_in(town.zhkh)) == said, "nothing is handed on without a press"


async def test_an_instruction_reaches_department_and_coordinators_as_one_message_each(town):
    number = await ordered(town)
    for chat in (town.zhkh, town.coordinators):
        told = [one for one in bot_in(chat) if one.text.startswith(f"❗ {number}: поручение")]
        assert len(told) == 1
        assert told[0].text.startswith(f"❗ {number}: поручение (Глебов Г. П.), срок до 03.03")
        assert ORDER in told[0].text
        assert told[0].silent == (chat is town.coordinators), "it is the department's to do"
    for chat in (town.zhkh, town.coordinators, town.leadership):
        assert f"Поручение (Глебов Г. П.) до 03.03: {ORDER}" in card_in(chat, number).text


@pytest.mark.parametrize(
    ("words", "due"),
    [("Доложить до 24.11", "24.11"), ("Сделать завтра", "03.03"), ("Починить до 15:00", "02.03, 15:00")],
)
async def test_the_day_in_the_words_is_the_term(town, words, due):
    number = await ordered(town, words, "Передать как поручение")
    assert f"срок до {due}" in bot_in(town.zhkh)[-1].text
    assert number in bot_in(town.zhkh)[-1].text


async def test_a_term_that_is_not_understood_is_asked_for_again(town):
    glava = town.glava.in_(town.leadership)
    number = await ordered(town, button="Передать как поручение")
    question = bot_in(town.leadership)[-1]
    assert f"{number}: к какому сроку?" in question.text
    assert question.markup["force_reply"]
    await replies(town, glava, question, "как можно скорее")
    again = bot_in(town.leadership)[-1]
    assert f"{number}: срок непонятен" in again.text
    assert ask_database(town, "SELECT count(*) FROM instructions") == [(0,)]
    await replies(town, glava, again, "в пятницу")
    assert "срок до 06.03" in bot_in(town.zhkh)[-1].text


async def test_cancelled_it_is_no_instruction(town):
    number = await urgent(town)
    await replies(town, town.glava.in_(town.leadership), card_in(town.leadership, number), ORDER)
    assert await town.clicks(town.glava.in_(town.leadership), "Отмена") == "Отменено."
    assert "передать как поручение" not in bot_in(town.leadership)[-1].text
    assert ask_database(town, "SELECT count(*) FROM instructions") == [(0,)]


async def test_the_department_reports_by_a_reply_and_the_leader_sees_it_on_the_card(town):
    number = await ordered(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, bot_in(town.zhkh)[-1], "Трубу заменили")
    offer = bot_in(town.zhkh)[-1]
    assert labels(offer) == ["Исполнено", "Просто переписка"]
    assert await town.clicks(petrov, "Исполнено") == "Исполнено: Петров И. С."
    told = f"✅ Поручение исполнено (Петров И. С., 09:00): {ORDER} — Трубу заменили"
    assert told in card_in(town.leadership, number).text
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)], "a report is no answer"


async def test_coordinators_report_under_their_own_copy(town):
    number, olga = await ordered(town), town.olga.in_(town.coordinators)
    await replies(town, olga, town.coordinators.find("поручение (Глебов"), "Мастер отзвонился, заменили")
    toast = await town.clicks(town.petrov.in_(town.coordinators), "Исполнено")
    assert toast == "Это решает тот, кто написал эти слова: Кузнецова О. П."
    assert await town.clicks(olga, "Исполнено") == "Исполнено: Кузнецова О. П."
    assert "— Мастер отзвонился, заменили" in card_in(town.leadership, number).text


@pytest.mark.parametrize("who", ["olga", "petrov", "stranger"])
async def test_whoever_gives_no_instructions_is_told_so_and_nothing_is_handed_on(town, who):
    number = await urgent(town)
    said = len(bot_in(town.zhkh))
    await replies(town, getattr(town, who).in_(town.leadership), card_in(town.leadership, number), ORDER)
    assert bot_in(town.leadership)[-1].text.startswith(f"{number}: Поручения дают руководители.")
    assert ask_database(town, "SELECT count(*) FROM prompts") == [(0,)]
    assert len(bot_in(town.zhkh)) == said


async def test_a_reply_to_something_else_is_asked_about(town):
    await ordered(town)
    for _ in range(6):
        await urgent(town, by=town.world.user("Житель"))
        await town.wait(60)
    listing = next(one for one in bot_in(town.leadership) if one.text.startswith("Срочные за сегодня"))
    await replies(town, town.glava.in_(town.leadership), listing, ORDER)
    assert bot_in(town.leadership)[-1].text.startswith("Это не карточка сообщения.")


# Called seldom


async def test_five_urgent_cards_a_day_are_heard_and_a_list_tells_of_all(town):
    numbers = []
    for _ in range(7):
        numbers.append(await urgent(town, by=town.world.user("Житель")))
        await town.wait(60)
    heard = [not card_in(town.leadership, number).silent for number in numbers]
    assert heard == [True] * 5 + [False] * 2
    (listing,) = [one for one in bot_in(town.leadership) if one.text.startswith("Срочные за сегодня: 7")]
    assert listing.silent
    assert all(number in listing.text for number in numbers)
    await town.wait(24 * 3600)
    assert not card_in(town.leadership, await urgent(town, by=town.boris)).silent, "another day"


def leaders_phone(chats):
    return replace(chats, leadership=ChatId(500_008_008))


@where(chats=leaders_phone)
async def test_the_leaders_chat_may_be_a_private_one(town):
    assert town.glava.id == 500_008_008
    await town.glava.start()
    number = await urgent(town)
    await replies(town, town.glava, card_in(town.glava.chat, number), ORDER)
    await town.clicks(town.glava, "Три дня")
    assert "срок до 05.03" in bot_in(town.zhkh)[-1].text
    assert await town.clicks(town.glava, "контроль") == "На контроле: Глебов Г. П."


async def test_an_instruction_about_an_answer_on_its_way_is_shown_on_the_approvers_way_too(town):
    """Whatever the state, the card of the department says what is wanted of it."""
    number = await submitted(town)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    await replies(town, town.glava.in_(town.leadership), card_in(town.leadership, number), ORDER)
    await town.clicks(town.glava.in_(town.leadership), "Сегодня")
    assert f"до 02.03: {ORDER}" in card_in(town.zhkh, number).text
