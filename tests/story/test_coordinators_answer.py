"""What no department has, the coordinators ask about and answer themselves, and somebody else approves it (R31)."""

from dataclasses import replace

from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import (
    LAMP,
    accepted,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    decree,
    replies,
    written,
)

ASKED = "Какой номер у опоры?"


async def asked(town):
    """Olga's question waits for approval."""
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Уточнить", on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], ASKED)
    return number


async def test_a_question_is_approved_asked_and_its_answer_comes_to_the_coordinators(town):
    number = await asked(town)
    assert ASKED in card_in(town.approvals, number).text
    assert "Вопрос жителю" in card_in(town.approvals, number).text
    assert len(bot_in(town.anna.chat)) == 1, "nothing is asked before it is approved"
    await approve(town)
    await town.wait(31)
    question = bot_in(town.anna.chat)[-1]
    assert ASKED in question.text
    assert ask_database(town, "SELECT status, question_waits FROM appeals") == [("registered", 1)]
    await town.wait(120)
    await town.anna.reply(question, "Опора № 17")
    await town.redraw()
    assert f"➕ {number}: житель дополнил" in bot_in(town.coordinators)[-1].text
    assert "Опора № 17" in card_in(town.coordinators, number).text
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, number))
    assert cards_in(town.zhkh, number), "it goes on its way"


async def test_a_coordinator_answers_what_needs_no_department(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ответить", on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], "Добрый день! Фонарь включат в пятницу.")
    preview = bot_in(town.coordinators)[-1]
    assert "Разъяснено" in labels(preview)
    await town.clicks(olga, "Разъяснено", on=preview)
    assert "На согласовании" in card_in(town.coordinators, number).text
    assert "Принял" not in card_in(town.coordinators, number).text
    await approve(town)
    await town.wait(31)
    assert "Фонарь включат" in answers_in(town.anna.chat)[0].text
    assert ask_database(town, "SELECT status, outcome, department FROM appeals") == [
        ("answered", "explained", None)
    ]


async def test_nobody_approves_the_own_answer(town):
    number = await asked(town)
    agree = card_in(town.approvals, number).button("Согласовать")["callback_data"]
    staff = town.app.units.municipality.staff
    both = frozenset({Role.COORDINATOR, Role.APPROVER})
    await decree(
        town, staff=tuple(replace(one, roles=both) if one.id == town.olga.id else one for one in staff)
    )
    await town.olga.start()
    await town.settle()
    await town.olga.press_data(bot_in(town.olga.chat)[-1], agree)
    await town.settle()
    assert town.olga.toast.text == "Свой проект согласует другой человек."


async def test_what_is_returned_comes_back_to_the_coordinators_and_a_reply_is_the_next_version(town):
    number = await asked(town)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
    await replies(town, galina, bot_in(town.approvals)[-1], "Спросите вежливее")
    revision = bot_in(town.coordinators)[-1]
    assert "Спросите вежливее" in revision.text
    olga = town.olga.in_(town.coordinators)
    await replies(town, olga, revision, "Добрый день! Укажите, пожалуйста, номер опоры: он на табличке.")
    await town.clicks(olga, "Уточнить", on=bot_in(town.coordinators)[-1])
    assert "Укажите, пожалуйста" in cards_in(town.approvals, number)[-1].text


async def test_what_a_department_has_is_not_answered_past_it(town):
    number = await accepted(town)
    assert not {"Ответить", "Уточнить"} & set(labels(card_in(town.coordinators, number)))
