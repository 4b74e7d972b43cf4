"""One version after another: only the newest can be approved, and an approver's own words are a version too."""

from dataclasses import replace

from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import (
    REPLY,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    revised,
    submitted,
    where,
)

BETTER = "Здравствуйте! Трубу заменили 2 марта, воду откачали. Приносим извинения."


async def test_after_a_revision_the_reply_to_the_card_is_the_next_version(town):
    number = await revised(town)
    old = card_in(town.approvals, number)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    new = card_in(town.approvals, number)
    assert new is not old
    assert "версия 2" in new.text
    assert labels(new) == ["Согласовать", "На доработку", "Почему такой срок"]
    await approve(town)
    await town.wait(31)
    (answer,) = answers_in(town.anna.chat)
    assert BETTER in answer.text


async def test_the_reply_to_the_revision_is_a_draft_as_well(town):
    await revised(town)
    await replies(town, town.petrov.in_(town.zhkh), bot_in(town.zhkh)[-1], BETTER)
    assert BETTER in bot_in(town.zhkh)[-1].text
    assert "Решено" in labels(bot_in(town.zhkh)[-1])


async def test_a_button_of_an_old_version_sends_nothing(town):
    number = await submitted(town)
    old = card_in(town.approvals, number)
    data = [button["callback_data"] for row in old.keyboard for button in row]
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    for press in data:
        await town.galina.in_(town.approvals).press_data(old, press)
        await town.redraw()
        assert town.galina.toast.text == "Это старая версия. Нажмите кнопку под новой."
    await town.wait(61)
    assert not answers_in(town.anna.chat)


async def test_words_in_reply_are_asked_whether_they_are_a_remark_or_the_text(town):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await replies(town, galina, card_in(town.approvals, number), "Укажите дату")
    assert labels(bot_in(town.approvals)[-1]) == ["Это замечание", "Заменить текст", "Отмена"]
    await town.clicks(galina, "Отмена")
    await replies(town, galina, card_in(town.approvals, number), BETTER)
    question = bot_in(town.approvals)[-1]
    assert labels(question) == ["Заменить текст", "Это замечание", "Отмена"], "the likelier first"
    assert number in question.text
    assert BETTER in question.text
    assert question.silent


async def test_this_is_a_remark_sends_it_back(town):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await replies(town, galina, card_in(town.approvals, number), "Укажите дату")
    question = bot_in(town.approvals)[-1]
    assert await town.clicks(galina, "Это замечание") == "Возвращено на доработку."
    assert question.deleted
    assert f"{number} на доработку (Антонова Г. Ю.): Укажите дату" in bot_in(town.zhkh)[-1].text


async def test_a_replaced_text_is_a_new_version_that_has_to_be_approved_itself(town):
    number = await submitted(town)
    old, galina = card_in(town.approvals, number), town.galina.in_(town.approvals)
    await replies(town, galina, old, BETTER)
    assert await town.clicks(galina, "Заменить текст") == "Текст заменён. Согласуйте новую версию."
    new = card_in(town.approvals, number)
    assert new is not old
    assert BETTER in new.text
    assert "Автор: Петров И. С. · версия 2" in new.text
    assert "Текст: Антонова Г. Ю." in new.text
    assert "Заменено новой версией" in old.text
    await town.wait(61)
    assert not answers_in(town.anna.chat)
    await approve(town)
    await town.wait(31)
    (answer,) = answers_in(town.anna.chat)
    assert BETTER in answer.text
    assert REPLY not in answer.text


def olga_approves_too(staff):
    return tuple(
        replace(one, roles=one.roles | {Role.APPROVER}) if one.name.startswith("Кузнецова") else one
        for one in staff
    )


@where(staff=olga_approves_too)
async def test_words_of_one_approver_are_not_decided_on_by_another(town):
    number = await submitted(town)
    await replies(town, town.galina.in_(town.approvals), card_in(town.approvals, number), BETTER)
    toast = await town.clicks(town.olga.in_(town.approvals), "Заменить текст")
    assert toast == "Это решает тот, кто написал эти слова: Антонова Г. Ю."
    assert len(cards_in(town.approvals, number)) == 1


async def test_words_that_were_decided_on_are_not_decided_on_again(town):
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await replies(town, galina, card_in(town.approvals, number), BETTER)
    question = bot_in(town.approvals)[-1]
    remark = question.button("Это замечание")["callback_data"]
    await town.clicks(galina, "Заменить текст")
    await galina.press_data(question, remark)
    await town.redraw()
    assert town.galina.toast.text == "Это старая версия. Нажмите кнопку под новой."
    assert ask_database(town, "SELECT status FROM appeals") == [("on_approval",)]


async def test_a_photo_without_words_in_reply_is_told_that_words_are_needed(town):
    number = await submitted(town)
    await town.galina.in_(town.approvals).send_photo(reply_to=card_in(town.approvals, number))
    await town.redraw()
    assert bot_in(town.approvals)[-1].text == f"{number}: Нужны слова. Напишите причину или текст."


async def test_a_preview_that_waits_while_the_answer_leaves_sends_nothing_later(town):
    number = await submitted(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    preview = bot_in(town.zhkh)[-1]
    solved = preview.button("Решено")["callback_data"]
    await approve(town)
    await town.wait(31)
    await town.petrov.in_(town.zhkh).press_data(preview, solved)
    await town.redraw()
    assert town.petrov.toast.text == f"Кнопка устарела. {number} сейчас: ответ дан."
    assert len(answers_in(town.anna.chat)) == 1


async def test_approved_and_replaced_in_the_same_moment_only_one_of_them_happens(town):
    number = await submitted(town)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), BETTER)
    await town.galina.in_(town.approvals).click("Согласовать")
    await town.petrov.in_(town.zhkh).click("Решено")
    await town.wait(31)
    approved = town.galina.toast.text.startswith("Согласовано")
    submitted_anew = town.petrov.toast.text.startswith("Отправлено")
    assert approved != submitted_anew
    assert len(answers_in(town.anna.chat)) == approved
    if approved:
        assert REPLY in answers_in(town.anna.chat)[0].text
