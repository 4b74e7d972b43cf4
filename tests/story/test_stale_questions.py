"""Questions of the bot that outlive what they were about: older versions, promises taken off, messages deleted."""

from tests.story.scenes import approve, ask_database, bot_in, card_in, drafted, replies, submitted
from tests.story.test_commitments import asked
from tests.story.test_escalation import until
from tests.story.test_promises_to_citizens import PROMISE, due_of, preview_in, promised, reported, state_of


def questions_in(chat):
    return [message for message in bot_in(chat) if (message.markup or {}).get("force_reply")]


async def moved(town, words):
    """A move to 20 March waits for approval, and the approver puts other words in its place."""
    number = await promised(town)
    petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
    await replies(town, petrov, card_in(town.zhkh, number), "Завод не отгрузил, уложим до 20.03.")
    await town.clicks(petrov, "Перенести до 20.03.2026", on=preview_in(town.zhkh))
    await replies(town, galina, card_in(town.approvals, number), words)
    await town.clicks(galina, "Заменить текст")
    return number


async def test_an_approvers_words_for_a_move_that_name_no_day_leave_the_day(town):
    number = await moved(town, "Завод задержал асфальт, приносим извинения.")
    assert "Обещание: 20.03.2026" in card_in(town.approvals, number).text
    await approve(town)
    await town.wait(31)
    told = bot_in(town.anna.chat)[-1].text
    assert "Завод задержал асфальт" in told
    assert "сделаем до 20 марта" in told
    assert state_of(town) == [("open", "2026-03-20", 1, None)]


async def test_an_approvers_words_move_no_promise_to_an_earlier_day(town):
    number = await moved(town, "Успеем раньше, уложим до 11.03.")
    toast = await approve(town)
    assert "обещано до 13.03.2026, перенести можно только на более поздний день" in toast
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "Другой день", on=card_in(town.approvals, number))
    await replies(town, galina, bot_in(town.approvals)[-1], "18.03")
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("open", "2026-03-18", 1, None)]


async def test_a_day_for_what_has_gone_to_approval_meanwhile_is_told_so(town):
    number = await drafted(town, PROMISE)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Другой день")
    question = questions_in(town.zhkh)[-1]
    button = preview_in(town.zhkh).button("Другой день")["callback_data"]
    await town.clicks(petrov, "Меры приняты", on=preview_in(town.zhkh))
    await petrov.press_data(card_in(town.zhkh, number), button)
    await town.settle()
    assert town.petrov.toast.text == "Это старая версия. Нажмите кнопку под новой."
    await town.dorogin.in_(town.roads).press_data(card_in(town.zhkh, number), button)
    await town.settle()
    assert "недоступно" in town.dorogin.toast.text
    await replies(town, petrov, question, "20.03")
    assert "этот вопрос уже закрыт. Сейчас ответ на согласовании" in bot_in(town.zhkh)[-1].text
    assert "Обещание: 13.03.2026" in card_in(town.approvals, number).text


async def test_why_not_is_asked_anew_about_a_newer_version(town):
    number = await submitted(town)
    petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
    former = questions_in(town.approvals)[-1]
    await replies(town, petrov, card_in(town.zhkh, number), "Трубу заменили, двор убрали.")
    await town.clicks(petrov, "Решено", on=preview_in(town.zhkh))
    await replies(town, galina, former, "Укажите дату")
    assert "этот вопрос уже закрыт" in bot_in(town.approvals)[-1].text
    await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
    question = questions_in(town.approvals)[-1]
    assert question is not former
    await replies(town, galina, question, "Укажите дату")
    assert f"{number} на доработку" in bot_in(town.zhkh)[-1].text


async def test_a_question_that_somebody_deleted_is_asked_once_more_a_minute_later(town):
    number = await promised(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Перенести срок", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Перенести срок", on=card_in(town.zhkh, number))
    (question,) = questions_in(town.zhkh)
    question.deleted = True
    await town.wait(61)
    await town.clicks(petrov, "Перенести срок", on=card_in(town.zhkh, number))
    (again,) = questions_in(town.zhkh)
    await replies(town, petrov, again, "Завод не отгрузил, уложим до 20.03.")
    assert "Новый день обещания: 20.03.2026" in preview_in(town.zhkh).text
    assert ask_database(town, "SELECT count(*) FROM prompts WHERE kind = 'promise_moved'") == [(1,)]


async def test_a_department_hears_silently_that_its_promise_was_taken_off_and_why(town):
    number = await promised(town)
    await reported(town, number, photo=False)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Снять обещание", on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], "Это <b>подрядчик</b>, звоните +79161234567")
    told = bot_in(town.zhkh)[-1]
    assert f"{number}: обещание жителю снято, выполнять и переносить его не нужно" in told.text
    assert "Кузнецова О. П.: Это <b>подрядчик</b>" in told.text
    assert "1234567" not in told.text
    assert told.silent
    assert due_of(town) == []


async def test_r51_a_day_that_was_chosen_is_not_asked_for_as_the_term(town):
    *_, question = await asked(town, "Меняем трубу во втором квартале.")
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Другой день", on=preview_in(town.zhkh))
    await replies(town, petrov, questions_in(town.zhkh)[-1], "06.03")
    toast = await town.clicks(petrov, "Промежуточный ответ", on=preview_in(town.zhkh))
    assert "Не хватает: кто отвечает, что делаете (" in toast
    await replies(town, petrov, questions_in(town.zhkh)[-1], "Петров И. С.; меняем трубу")
    assert "Срок: до 6 марта" in preview_in(town.zhkh).text
    assert question


async def test_r51_nobody_approves_an_interim_answer_whose_term_has_passed(town):
    *_, question = await asked(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, question, "до 03.03; Петров И. С.; меняем трубу")
    await town.clicks(petrov, "Промежуточный ответ", on=preview_in(town.zhkh))
    await until(town, "03-04T10:00")
    assert "обещанный день 03.03.2026 уже прошёл" in await approve(town)
