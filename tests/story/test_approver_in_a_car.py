"""The approver in a car: a phone, one hand, no scrolling; a group or a private chat alike (R31, R43–R45)."""

from dataclasses import replace

import pytest

from domain.ids import ChatId
from tests.city import labels
from tests.story.scenes import (
    REPLY,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    drafted,
    replies,
    revised,
    submitted,
    where,
    written,
)

BETTER = "Здравствуйте! Трубу заменили 2 марта, воду откачали. Приносим извинения."
GALINA = 500_007_007


def galinas_phone(chats):
    return replace(chats, approvals=ChatId(GALINA))


IN_PRIVATE = where(chats=galinas_phone)


async def a_line_of(town, count):
    """So many drafts wait, each about a citizen of its own."""
    numbers = []
    for name in range(count):
        person = town.world.user(f"Житель {name}")
        numbers.append(await sent_for_approval(town, person))
    return numbers


async def sent_for_approval(town, person):
    number = await written(town, by=person)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await town.wait(30)
    return number


def at_the_bottom(chat):
    return bot_in(chat)[-1]


async def test_ten_approvals_in_a_row_never_leave_the_bottom_of_the_chat(town):
    numbers = await a_line_of(town, 10)
    galina = town.galina.in_(town.approvals)
    decided = []
    for left in range(9, -1, -1):
        card = at_the_bottom(town.approvals)
        decided.append(card.text.splitlines()[-1])
        toast = await town.clicks(galina, "Согласовать", on=card)
        assert toast.endswith(f"Ещё ждут: {left}" if left else "30 секунд.")
        if left:
            assert "Следующий" in labels(card)
            await town.clicks(galina, "Следующий", on=card)
            await town.wait(8)
    assert sorted(decided) == numbers
    assert decided[1:] == numbers[:9], "after the one at hand the oldest come first"
    await town.wait(61)
    assert ask_database(town, "SELECT count(*) FROM appeals WHERE status = 'answered'") == [(10,)]


async def test_the_next_card_comes_down_in_silence_and_leaves_one_line(town):
    first, second = await a_line_of(town, 2)
    galina, old = town.galina.in_(town.approvals), card_in(town.approvals, first)
    assert (
        await town.clicks(galina, "Следующий", on=at_the_bottom(town.approvals)) == f"{first} — внизу чата."
    )
    assert old.text == f"{first}: карточка внизу чата."
    assert not labels(old)
    card = at_the_bottom(town.approvals)
    assert card.text.endswith(first)
    assert card.silent
    assert labels(card) == ["Согласовать", "На доработку", "Следующий", "Почему такой срок"]
    await town.clicks(galina, "Следующий", on=card)
    assert at_the_bottom(town.approvals).text.endswith(second), "who skips goes round"


async def test_a_reply_to_the_line_that_stayed_is_about_the_same_draft(town):
    first, _ = await a_line_of(town, 2)
    old = card_in(town.approvals, first)
    await town.clicks(town.galina.in_(town.approvals), "Следующий", on=at_the_bottom(town.approvals))
    await replies(town, town.galina.in_(town.approvals), old, "Укажите дату")
    assert labels(at_the_bottom(town.approvals)) == ["Это замечание", "Заменить текст", "Отмена"]
    assert first in at_the_bottom(town.approvals).text


async def test_alone_in_the_line_a_draft_offers_no_next_one(town):
    number = await submitted(town)
    assert labels(card_in(town.approvals, number)) == ["Согласовать", "На доработку", "Почему такой срок"]


async def test_when_the_others_are_decided_the_button_says_so(town):
    first, second = await a_line_of(town, 2)
    galina, low = town.galina.in_(town.approvals), card_in(town.approvals, second)
    following = low.button("Следующий")["callback_data"]
    await town.clicks(galina, "Согласовать", on=card_in(town.approvals, first))
    await galina.press_data(low, following)
    await town.settle()
    assert town.galina.toast.text == "Больше ничего не ждёт согласования."


async def test_a_stranger_moves_nothing(town):
    await a_line_of(town, 2)
    card = at_the_bottom(town.approvals)
    data = card.button("Следующий")["callback_data"]
    await town.stranger.in_(town.approvals).press_data(card, data)
    await town.settle()
    assert "недоступно" in town.stranger.toast.text
    assert at_the_bottom(town.approvals) is card


async def test_the_remark_to_the_version_before_stands_on_the_card(town):
    number = await revised(town, "Укажите дату")
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    assert "Замечание к версии 1 (Антонова Г. Ю.): Укажите дату" in card_in(town.approvals, number).text


async def speaks(town, seat, message):
    await seat.send_file("voice", reply_to=message)
    await town.redraw()


async def test_a_voice_in_reply_to_a_draft_is_the_reason_for_a_revision(town):
    """R44: the department hears it under the number."""
    number = await submitted(town)
    await speaks(town, town.galina.in_(town.approvals), card_in(town.approvals, number))
    told, voice = bot_in(town.zhkh)[-2:]
    assert told.text.startswith(f"✏️ {number} на доработку (Антонова Г. Ю.): голосовым сообщением")
    assert voice.kind == "voice"
    assert (
        "Возвращено на доработку, Антонова Г. Ю.: голосовым сообщением"
        in card_in(town.approvals, number).text
    )
    assert ask_database(town, "SELECT status, revisions FROM appeals") == [("in_progress", 1)]


async def test_a_voice_answers_the_question_what_to_revise(town):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку")
    await speaks(town, galina, bot_in(town.approvals)[-1])
    assert bot_in(town.zhkh)[-1].kind == "voice"
    assert number in bot_in(town.zhkh)[-2].text


async def test_a_voice_is_no_reason_for_a_return(town):
    """R40 wants it in writing."""
    await drafted(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше")
    await speaks(town, petrov, bot_in(town.zhkh)[-1])
    assert "Нужны слова" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT returns FROM appeals") == [(0,)]


@pytest.mark.parametrize("button", ["Решено", "Промежуточный ответ", "Уточнить"])
async def test_r31_answers_interim_answers_and_questions_all_wait_for_an_approver(town, button):
    """R31, Krasnoufimsk No. 83, п. 6.3: not one of the three leaves without an approval, and each leaves after it."""
    said = len(bot_in(town.anna.chat)) + 1
    await submitted(town, "Будет выполнено до 5 марта. Уточните номер дома.", button)
    await town.wait(3600)
    assert len(bot_in(town.anna.chat)) == said
    await approve(town)
    await town.wait(31)
    assert "Уточните номер дома" in bot_in(town.anna.chat)[-1].text


@IN_PRIVATE
async def test_in_a_private_chat_everything_works_as_in_a_group(town):
    assert town.galina.id == GALINA
    await town.galina.start()
    first, second = await a_line_of(town, 2)
    await town.clicks(town.galina, "Согласовать", on=at_the_bottom(town.galina.chat))
    await town.clicks(town.galina, "Отменить", on=card_in(town.galina.chat, second))
    await town.clicks(town.galina, "Согласовать", on=card_in(town.galina.chat, second))
    await town.clicks(town.galina, "Следующий", on=card_in(town.galina.chat, second))
    await replies(town, town.galina, card_in(town.galina.chat, first), BETTER)
    await town.clicks(town.galina, "Заменить текст")
    assert "версия 2" in at_the_bottom(town.galina.chat).text
    await speaks(town, town.galina, at_the_bottom(town.galina.chat))
    assert bot_in(town.zhkh)[-1].kind == "voice"
    await town.wait(31)
    assert ask_database(town, "SELECT status FROM appeals ORDER BY id") == [("in_progress",), ("answered",)]


@IN_PRIVATE
async def test_in_a_private_chat_the_reason_is_asked_and_taken(town):
    await town.galina.start()
    number = await submitted(town)
    await town.clicks(town.galina, "На доработку")
    assert labels(card_in(town.galina.chat, number))[2:][0] == "Ответить по существу вопроса"
    await replies(town, town.galina, at_the_bottom(town.galina.chat), "Укажите дату")
    assert bot_in(town.zhkh)[-1].text.startswith(f"✏️ {number} на доработку (Антонова Г. Ю.): Укажите дату")
    assert not answers_in(town.anna.chat)


@IN_PRIVATE
async def test_in_a_private_chat_words_that_reply_to_nothing_answer_the_question(town):
    await town.galina.start()
    number = await submitted(town)
    await town.clicks(town.galina, "На доработку")
    await town.says(town.galina, "/duty")
    await town.says(town.galina, "/help", reply_to=bot_in(town.galina.chat)[-2])
    assert ask_database(town, "SELECT state FROM drafts") == [("submitted",)], "a command is no remark"
    said = await town.says(town.galina, "Укажите, когда починят")
    assert bot_in(town.zhkh)[-1].text.startswith(f"✏️ {number} на доработку (Антонова Г. Ю.): Укажите, когда")
    await town.galina.edit(said, "Укажите день")
    await town.wait(6)
    assert town.galina.chat.find(f"{number}: правка не считается.")
    await town.says(town.galina, "А у нас во дворе не горит фонарь")
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(2,)], (
        "what nobody has asked is a citizen's"
    )
