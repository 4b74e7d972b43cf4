"""What an answer promises by a day: kept under control, reminded of, missed, kept with proof, moved, taken off."""

from datetime import date, timedelta

from domain.people import SYSTEM
from domain.promises import PromiseFigures
from domain.status import Event
from services.work.promises import promise
from storage.promises import count_promises
from tests.city import labels, running, sleeping_town
from tests.story.scenes import (
    accepted,
    answered,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    drafted,
    replies,
    submitted,
)
from tests.story.test_escalation import lists_in, until

PROMISE = "Яму засыпали щебнем, асфальт уложим до 13.03."
"""A Friday, eleven days ahead."""
DONE = "Асфальт уложен."


def preview_in(chat):
    return next(message for message in reversed(bot_in(chat)) if "Просто переписка" in labels(message))


def state_of(town):
    return ask_database(town, "SELECT state, due_on, moves, is_late FROM promises ORDER BY id")


def due_of(town):
    rows = ask_database(town, "SELECT due_at FROM deadlines WHERE stage = 'promise' AND ended_at IS NULL")
    return [due[:16] for (due,) in rows]


async def pinned_in(town, chat):
    """What stands on top of the chat a minute later."""
    await town.wait(61)
    told = chat.sent_by(chat.world.bot.user)
    return next(one.text for one in told if one.text.startswith("В работе"))


async def promised(town, reply=PROMISE):
    """The citizen has the answer, and a promise in it."""
    return await answered(town, reply, "Меры приняты")


async def reported(town, number, words=DONE, photo=True):
    """The department's reply to its card, sent to approval as what was promised."""
    petrov = town.petrov.in_(town.zhkh)
    card = card_in(town.zhkh, number)
    if photo:
        await petrov.send_photo(words, reply_to=card)
        await town.redraw()
    else:
        await replies(town, petrov, card, words)
    await town.clicks(petrov, "Обещание выполнено", on=preview_in(town.zhkh))


async def test_a_promise_is_found_kept_under_control_and_told_when_it_is_done(town):
    number = await drafted(town, PROMISE)
    preview = preview_in(town.zhkh)
    assert "Обещано до 13.03.2026" in preview.text
    assert labels(preview)[-3:] == ["Другой день", "Не обещание", "Просто переписка"]
    await town.clicks(town.petrov.in_(town.zhkh), "Меры приняты")
    assert "Обещание: 13.03.2026" in card_in(town.approvals, number).text
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("open", "2026-03-13", 0, None)]
    assert due_of(town) == ["2026-03-13T14:00"], "the close of business of that day"
    card = card_in(town.zhkh, number)
    assert "Обещано жителю до 13.03.2026" in card.text
    assert labels(card)[-2:] == ["Обещание выполнено", "Перенести срок"]
    assert "обещано до 13.03.2026" in await pinned_in(town, town.zhkh)
    await town.says(town.anna, f"/status {number}")
    assert "Ответили, обещали сделать до 13 марта" in bot_in(town.anna.chat)[-1].text
    await reported(town, number)
    assert due_of(town) == [], "while its proof is on approval it is in other hands"
    assert "на согласовании" in card_in(town.zhkh, number).text
    assert "Обещание выполнено, проект" in card_in(town.approvals, number).text
    before = len(bot_in(town.anna.chat))
    await approve(town)
    await town.wait(31)
    photo, told = bot_in(town.anna.chat)[before:]
    assert "photo" in photo.content
    assert told.text.startswith(f"Обещанное выполнено. Ваше сообщение {number}")
    assert DONE in told.text
    assert labels(told) == ["Да, решено", "Частично", "Не решено"]
    assert state_of(town) == [("kept", "2026-03-13", 0, 0)]
    assert "Обещано" not in card_in(town.zhkh, number).text
    await town.says(town.anna, f"/status {number}")
    assert "обещано" not in bot_in(town.anna.chat)[-1].text


async def test_the_department_is_reminded_three_days_before_the_day_before_and_that_day(town):
    number = await promised(town)
    named = {}
    for day in ("09", "10", "11", "12", "13"):
        await until(town, f"03-{day}T11:30")
        told = [one for one in bot_in(town.zhkh) if "выполнить обещание" in one.text]
        today = int((town.world.clock.now() - timedelta(hours=4)).timestamp())
        named[day] = any(number in one.text and one.date >= today for one in told)
    assert named == {"09": False, "10": True, "11": False, "12": True, "13": True}


async def test_a_reply_to_the_reminder_of_one_promise_is_a_report_of_it(town):
    number = await promised(town)
    await until(town, "03-12T11:30")
    reminder = next(one for one in reversed(bot_in(town.zhkh)) if "выполнить обещание" in one.text)
    await replies(town, town.petrov.in_(town.zhkh), reminder, DONE)
    assert labels(preview_in(town.zhkh))[0] == "Обещание выполнено"
    assert number in preview_in(town.zhkh).text


async def test_a_missed_promise_climbs_like_any_other_term_and_is_kept_late(town):
    number = await promised(town)
    await until(town, "03-13T17:30")
    assert not lists_in(town.coordinators), "exactly on time is in time, and the evening is quiet"
    await until(town, "03-16T09:10")
    assert number in lists_in(town.coordinators)[-1].text
    await until(town, "03-16T14:30")
    assert number in lists_in(town.leadership)[-1].text
    await town.clicks(town.olga.in_(town.coordinators), number, on=lists_in(town.coordinators)[-1])
    await reported(town, number, photo=False)
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("kept", "2026-03-13", 0, 1)]
    assert lists_in(town.coordinators)[-1].text.startswith("✅")
    now, march = town.world.clock.now(), (date(2026, 3, 1), date(2026, 3, 31))
    figures = await count_promises(town.app.units._database.reader, *march, now=now)
    assert figures == PromiseFigures(made=1, in_time=0, late=1, moved=0, overdue=0)


async def test_what_is_reported_in_time_is_in_time_however_long_approval_takes(town):
    number = await promised(town)
    await until(town, "03-13T16:50")
    await reported(town, number, photo=False)
    await until(town, "03-16T10:00")
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("kept", "2026-03-13", 0, 0)]


async def test_a_report_sent_back_is_owed_again(town):
    number = await promised(town)
    await reported(town, number, photo=False)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку", on=card_in(town.approvals, number))
    await replies(town, galina, bot_in(town.approvals)[-1], "Приложите фото")
    assert due_of(town) == ["2026-03-13T14:00"]
    assert any("Приложите фото" in one.text for one in bot_in(town.zhkh)[-2:])
    await reported(town, number)
    await approve(town)
    await town.wait(31)
    assert state_of(town)[0][0] == "kept"


async def test_the_day_is_moved_with_a_reason_that_is_approved_and_told(town):
    number = await promised(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Перенести срок", on=card_in(town.zhkh, number))
    await replies(town, petrov, bot_in(town.zhkh)[-1], "Завод не отгрузил асфальт, уложим до 20.03.")
    assert labels(preview_in(town.zhkh))[0] == "Перенести до 20.03.2026"
    await town.clicks(petrov, "Перенести до 20.03.2026", on=preview_in(town.zhkh))
    assert due_of(town) == ["2026-03-13T14:00"], "until it is approved nothing moves"
    await approve(town)
    await town.wait(31)
    told = bot_in(town.anna.chat)[-1].text
    assert "сделаем до 20 марта" in told
    assert "Завод не отгрузил асфальт" in told
    assert due_of(town) == ["2026-03-20T14:00"]
    await replies(town, petrov, card_in(town.zhkh, number), "Погода, переносим до 27.03")
    await town.clicks(petrov, "Перенести до 27.03.2026", on=preview_in(town.zhkh))
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("open", "2026-03-27", 2, None)]
    assert "до 27.03.2026 (срок переносили 2 раза)" in card_in(town.coordinators, number).text


async def test_it_is_moved_only_to_a_later_day_and_never_without_one(town):
    number = await promised(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "Асфальт ещё не привезли")
    toast = await town.clicks(petrov, "Перенести срок", on=preview_in(town.zhkh))
    assert toast == "Назовите день: бот спросил ниже."
    prompt = bot_in(town.zhkh)[-1]
    await replies(town, petrov, prompt, "до 10.03")
    assert "обещано до 13.03.2026, перенести можно только на более поздний день" in bot_in(town.zhkh)[-1].text
    await replies(town, petrov, prompt, "20.03")
    assert "Новый день обещания: 20.03.2026" in preview_in(town.zhkh).text


async def test_a_day_that_is_not_certain_is_asked_for_and_never_guessed(town):
    number = await drafted(town, "Асфальт уложим во втором квартале.")
    petrov = town.petrov.in_(town.zhkh)
    assert "неясно, до какого дня" in preview_in(town.zhkh).text
    assert await town.clicks(petrov, "Меры приняты") == "Назовите день: бот спросил ниже."
    assert not bot_in(town.approvals)
    prompt = bot_in(town.zhkh)[-1]
    assert prompt.markup["force_reply"]
    for words, said in (
        ("скоро", "непонятно"),
        ("01.02.2026", "уже прошёл"),
        ("01.02.2029", "дальше, чем через год"),
    ):
        await replies(town, petrov, prompt, words)
        assert said in bot_in(town.zhkh)[-1].text
    await replies(town, petrov, prompt, "до 02.05")
    assert "Обещано до 02.05.2026" in preview_in(town.zhkh).text
    assert "Это выходной, поэтому на контроле до" in preview_in(town.zhkh).text
    await town.clicks(petrov, "Меры приняты")
    assert "Обещание: 02.05.2026" in card_in(town.approvals, number).text


async def test_what_is_no_promise_is_not_controlled(town):
    number = await drafted(town, PROMISE)
    await town.clicks(town.petrov.in_(town.zhkh), "Не обещание")
    assert "Обещано" not in preview_in(town.zhkh).text
    await town.clicks(town.petrov.in_(town.zhkh), "Меры приняты")
    await approve(town)
    await town.wait(31)
    assert state_of(town) == []
    assert "Обещание выполнено" not in labels(card_in(town.zhkh, number))


async def test_the_approver_may_name_another_day(town):
    number = await submitted(town, PROMISE, "Меры приняты")
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "Другой день", on=card_in(town.approvals, number))
    await replies(town, galina, bot_in(town.approvals)[-1], "16.03")
    assert "Обещание: 16.03.2026" in card_in(town.approvals, number).text
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("open", "2026-03-16", 0, None)]


async def test_an_outcome_without_plans_promises_nothing(town):
    await answered(town, PROMISE, "Решено")
    assert state_of(town) == []


async def test_nobody_approves_a_day_that_has_passed(town):
    number = await submitted(town, PROMISE, "Меры приняты")
    await until(town, "03-16T10:00")
    toast = await approve(town)
    assert "обещанный день 13.03.2026 уже прошёл" in toast
    assert state_of(town) == []
    assert number


async def test_the_final_answer_keeps_what_an_interim_one_promised(town):
    number = await answered(town, "Заказали трубу, заменим до 13.03.", "Промежуточный ответ")
    assert due_of(town) == ["2026-03-13T14:00"]
    assert "Обещано жителю до 13.03.2026" in card_in(town.zhkh, number).text
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "Трубу заменили.")
    await town.clicks(petrov, "Решено", on=preview_in(town.zhkh))
    await approve(town)
    await town.wait(31)
    assert state_of(town) == [("kept", "2026-03-13", 0, 0)]


async def test_a_repeat_carries_the_promise_on(town):
    number = await promised(town)
    answer = next(one for one in reversed(bot_in(town.anna.chat)) if "Не решено" in labels(one))
    await town.clicks(town.anna, "Не решено", on=answer)
    await town.redraw()
    assert state_of(town) == [("carried", "2026-03-13", 0, None), ("open", "2026-03-13", 0, None)]
    assert due_of(town) == ["2026-03-13T14:00"]
    assert "Обещание выполнено" not in labels(card_in(town.zhkh, number))


async def test_only_coordinators_take_a_promise_off_and_say_why(town):
    number = await promised(town)
    olga = town.olga.in_(town.coordinators)
    assert "Снять обещание" not in labels(card_in(town.zhkh, number))
    stolen = card_in(town.coordinators, number).button("Снять обещание")["callback_data"]
    await town.petrov.in_(town.zhkh).press_data(card_in(town.zhkh, number), stolen)
    await town.settle()
    assert "недоступно" in town.petrov.toast.text
    await town.clicks(olga, "Снять обещание", on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], "Это срок подрядчика, а не наш")
    assert state_of(town) == [("dropped", "2026-03-13", 0, None)]
    ((reason,),) = ask_database(town, "SELECT reason FROM journal WHERE action = 'drop_promise'")
    assert reason == "Это срок подрядчика, а не наш"
    assert due_of(town) == []
    assert "Обещано" not in card_in(town.zhkh, number).text


async def test_who_blocked_the_bot_gets_the_second_message_by_a_call(town):
    number = await promised(town)
    await town.anna.block_bot()
    await town.settle()
    await reported(town, number, photo=False)
    await approve(town)
    await town.wait(31)
    assert any("не доставлен" in one.text or "заблокировал" in one.text for one in bot_in(town.zhkh)[-3:])
    assert "Позвонить" in labels(card_in(town.coordinators, number))


async def test_who_asked_for_a_call_gets_the_second_message_as_a_task(town):
    number = await accepted(town)
    await town.anna.send_contact("+79161234567")
    await town.wait(2)
    olga, petrov = town.olga.in_(town.coordinators), town.petrov.in_(town.zhkh)
    await town.clicks(olga, "Способ ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Звонок", on=card_in(town.coordinators, number))
    await replies(town, petrov, card_in(town.zhkh, number), PROMISE)
    await town.clicks(petrov, "Меры приняты")
    await approve(town)
    await town.wait(31)
    await town.clicks(olga, "Дозвонились", on=cards_in(town.coordinators, number)[-1])
    await reported(town, number, photo=False)
    await approve(town)
    await town.wait(31)
    task = cards_in(town.coordinators, number)[-1]
    assert DONE in task.text
    assert "Дозвонились" in labels(task)
    await town.clicks(olga, "Дозвонились", on=task)
    assert state_of(town)[0][0] == "kept"
    assert "Дозвонились" not in labels(cards_in(town.coordinators, number)[-1])


async def test_a_second_press_says_what_is_so_and_does_nothing_twice(town):
    number = await promised(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), DONE)
    preview = preview_in(town.zhkh)
    data = preview.button("Обещание выполнено")["callback_data"]
    await town.clicks(petrov, "Обещание выполнено", on=preview)
    await petrov.press_data(preview, data)
    await town.settle()
    assert len([one for one in cards_in(town.approvals, number) if DONE in one.text]) == 1
    await approve(town)
    await town.wait(31)
    await town.wait(31)
    told = [one for one in bot_in(town.anna.chat) if one.text.startswith("Обещанное выполнено")]
    assert len(told) == 1
    await town.sidorova.in_(town.zhkh).press_data(card_in(town.zhkh, number), data)
    await town.settle()
    assert len(state_of(town)) == 1


async def test_another_department_cannot_report_it(town):
    number = await promised(town)
    data = card_in(town.zhkh, number).button("Обещание выполнено")["callback_data"]
    await town.dorogin.in_(town.roads).press_data(card_in(town.zhkh, number), data)
    await town.settle()
    assert "недоступно" in town.dorogin.toast.text


async def test_a_promise_outlives_a_restart_at_each_step(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            number = await promised(town)
        async with running(town):
            await reported(town, number, photo=False)
            await approve(town)
        async with running(town):
            await town.wait(31)
            await town.wait(31)
            told = [one for one in bot_in(town.anna.chat) if one.text.startswith("Обещанное выполнено")]
            assert len(told) == 1
            assert state_of(town) == [("kept", "2026-03-13", 0, 0)]


async def test_another_verb_may_promise_a_day_too(town):
    number = await accepted(town)
    now = town.world.clock.now()
    async with town.app.units.open(now=now) as uow:
        appeal = await uow.appeals.find_by_number(number)
        await promise(uow, appeal, appeal.department, now.date() + timedelta(days=4), now=now)
        uow.appeals.save(appeal, SYSTEM, now, action=Event.PROMISE)
        await uow.commit()
    assert due_of(town) == ["2026-03-06T14:00"]
