"""No answer leaves without an approver, and what leaves is the version that was approved (R43-R46)."""

from dataclasses import replace

import pytest

from domain.ids import ChatId
from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import (
    REPLY,
    accepted,
    answered,
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
)

BETTER = "Здравствуйте! Трубу заменили 2 марта, воду откачали. Приносим извинения."
READY = ["Ответить по существу вопроса", "Написать проще и короче", "Указать срок", "Приложить фото"]


def petrov_approves_too(staff):
    """One person may hold several roles (R64)."""
    return tuple(
        replace(one, roles=one.roles | {Role.APPROVER}) if one.name.startswith("Петров") else one
        for one in staff
    )


async def test_the_card_shows_the_question_and_the_answer_apart(town):
    number = await submitted(town)
    card = card_in(town.approvals, number)
    assert card.text.splitlines()[0].startswith("Водоснабжение · ул. Ленина, 5 · до ")
    assert card.text.index("вода по колено") < card.text.index(REPLY)
    assert "Автор: Петров И. С." in card.text
    assert labels(card) == ["Согласовать", "На доработку", "Почему такой срок"]
    assert not card.silent


async def test_nothing_leaves_before_the_undo_time_is_over(town):
    number = await submitted(town)
    assert await approve(town) == "Согласовано. Отменить можно 30 секунд."
    assert "отправится в 09:00:3" in card_in(town.approvals, number).text
    assert labels(card_in(town.approvals, number)) == ["Отменить отправку"]
    await town.wait(25)
    assert not answers_in(town.anna.chat)
    await town.wait(5)
    assert len(answers_in(town.anna.chat)) == 1
    assert "Ответ доставлен" in card_in(town.approvals, number).text
    assert not labels(card_in(town.approvals, number))


async def test_undo_in_time_sends_nothing_and_the_draft_waits_again(town):
    number = await submitted(town)
    await approve(town)
    assert await town.clicks(town.galina.in_(town.approvals), "Отменить") == "Отправка отменена."
    await town.wait(60)
    assert not answers_in(town.anna.chat)
    assert labels(card_in(town.approvals, number)) == ["Согласовать", "На доработку", "Почему такой срок"]
    await approve(town)
    await town.wait(31)
    assert len(answers_in(town.anna.chat)) == 1


async def test_undo_too_late_is_told(town):
    number = await submitted(town)
    await approve(town)
    card = card_in(town.approvals, number)
    undo = card.button("Отменить")["callback_data"]
    await town.wait(31)
    await town.galina.in_(town.approvals).press_data(card, undo)
    await town.redraw()
    assert town.galina.toast.text == f"Кнопка устарела. {number} сейчас: ответ дан."
    assert len(answers_in(town.anna.chat)) == 1


@where(approval={"undo_seconds": 0})
async def test_without_an_undo_time_it_leaves_at_once(town):
    await submitted(town)
    assert await approve(town) == "Согласовано, отправляется."
    await town.wait(1)
    assert len(answers_in(town.anna.chat)) == 1


async def test_approved_twice_it_is_sent_once(town):
    await submitted(town)
    await town.galina.in_(town.approvals).click("Согласовать", twice=True)
    await town.wait(61)
    assert len(answers_in(town.anna.chat)) == 1


@where(staff=petrov_approves_too)
async def test_nobody_approves_the_own_draft(town):
    number = await submitted(town)
    toast = await town.clicks(town.petrov.in_(town.approvals), "Согласовать")
    assert toast == "Свой проект согласует другой человек."
    await town.wait(31)
    assert not answers_in(town.anna.chat)
    assert labels(card_in(town.approvals, number)) == ["Согласовать", "На доработку", "Почему такой срок"]


@where(staff=petrov_approves_too, approval={"self_approval": True})
async def test_where_the_town_allows_it_one_does(town):
    await submitted(town)
    await town.clicks(town.petrov.in_(town.approvals), "Согласовать")
    await town.wait(31)
    assert len(answers_in(town.anna.chat)) == 1


def galinas_phone(chats):
    return replace(chats, approvals=ChatId(GALINA))


GALINA = 500_007_007


@where(chats=galinas_phone)
async def test_an_approver_may_work_in_private(town):
    assert town.galina.id == GALINA
    await town.galina.start()
    await submitted(town)
    await town.clicks(town.galina, "Согласовать")
    await town.wait(31)
    assert len(answers_in(town.anna.chat)) == 1


async def test_what_to_revise_is_asked_of_the_presser(town):
    number = await submitted(town)
    toast = await town.clicks(town.galina.in_(town.approvals), "На доработку")
    assert toast == "Напишите или наговорите, что доработать, или нажмите готовую причину."
    prompt = bot_in(town.approvals)[-1]
    assert prompt.text.startswith(f"Антонова Галина Юрьевна, {number}: что доработать?")
    assert prompt.markup["force_reply"]
    assert prompt.markup["selective"]


async def test_a_revision_is_a_new_message_with_number_and_reason(town):
    number = await revised(town, "Укажите <b>дату</b>")
    told = bot_in(town.zhkh)[-1]
    assert told.text.startswith(f"✏️ {number} на доработку (Антонова Г. Ю.): Укажите <b>дату</b>")
    assert not told.silent
    card = card_in(town.zhkh, number)
    assert "Принял Петров И. С." in card.text
    assert "доработок: 1" in card.text
    assert (
        "Возвращено на доработку, Антонова Г. Ю.: Укажите <b>дату</b>" in card_in(town.approvals, number).text
    )
    assert not labels(card_in(town.approvals, number))


@pytest.mark.parametrize("reason", READY)
async def test_a_ready_reason_revises_too(town, reason):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку")
    assert labels(card_in(town.approvals, number))[2:] == [*READY, "Отмена", "Почему такой срок"]
    assert await town.clicks(galina, reason) == "Причина записана."
    assert bot_in(town.zhkh)[-1].text.startswith(f"✏️ {number} на доработку (Антонова Г. Ю.): {reason}")


async def test_the_executor_does_not_approve_in_the_departments_chat(town):
    number = await submitted(town)
    data = card_in(town.approvals, number).button("Согласовать")["callback_data"]
    await town.petrov.in_(town.zhkh).press_data(card_in(town.zhkh, number), data)
    await town.wait(31)
    assert not answers_in(town.anna.chat)


async def test_what_the_register_remembers_of_the_way(town):
    number = await revised(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await approve(town)
    await town.wait(31)
    actions = [
        row[0] for row in ask_database(town, "SELECT action FROM journal WHERE appeal_id = 1 ORDER BY id")
    ]
    steps = [
        "register",
        "route",
        "accept",
        "submit",
        "revise",
        "submit",
        "approve",
        "publish_answer",
        "delivery",
    ]
    assert [action for action in actions if action in steps] == steps
    assert ask_database(town, "SELECT state FROM drafts ORDER BY version") == [("returned",), ("published",)]


async def test_the_whole_way_says_no_more_than_it_must(town):
    """An appeal costs the citizen the receipt and the answer, the department two sends and three edits at most."""
    number = await answered(town)
    assert len(bot_in(town.anna.chat)) == 2
    sends = town.world.history.calls("send*", town.zhkh.id)
    edits = town.world.history.calls("edit*", town.zhkh.id)
    assert len(sends) == 2
    assert len(edits) == 3, [call.params["text"] for call in edits]
    assert "Ответ доставлен" in card_in(town.zhkh, number).text
    heard = [call for call in sends if not call.params.get("disable_notification")]
    assert len(heard) == 1


async def test_a_draft_alone_is_seen_by_nobody_outside_the_department(town):
    await drafted(town)
    await town.wait(3600)
    assert not bot_in(town.approvals)
    assert len(bot_in(town.anna.chat)) == 1


async def test_without_an_answer_there_is_nothing_to_approve(town):
    await accepted(town)
    assert town.approvals.find_button("Согласовать") is None
