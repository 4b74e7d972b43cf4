"""«Почему такой срок»: the arithmetic in an alert for whoever asks, and the whole of it in private."""

from datetime import UTC, date, datetime, timedelta

from domain.municipality import CalendarException, DayKind
from tests.city import labels
from tests.story.scenes import WATER, answered, bot_in, card_in, cards_in, decree, submitted, where, written


async def asked(town, seat, chat, number):
    return await town.clicks(seat, "Почему такой срок", on=card_in(chat, number))


async def test_an_alert_tells_clause_and_arithmetic(town):
    """R41: at most 200 characters, and it stays until it is read."""
    number = await written(town)
    said = await asked(town, town.petrov.in_(town.zhkh), town.zhkh, number)
    assert said == "6 рабочих часов, п. 12: с выявления 02.03 09:00 — до 02.03 16:00."
    assert town.petrov.toast.alert
    assert len(said) <= 200


async def test_at_length_it_comes_to_the_presser_alone(town):
    await town.says(town.petrov, "/start")
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    assert "Подробно" not in labels(card_in(town.zhkh, number))
    await asked(town, petrov, town.zhkh, number)
    before = len(bot_in(town.zhkh))
    await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    told = bot_in(town.petrov.chat)[-1].text
    assert number in told
    assert "пн 02.03: 09:00–12:00, 13:00–16:00 — 6 ч" in told
    assert "№ 83, п. 12" in told
    assert len(bot_in(town.zhkh)) == before


async def test_who_never_opened_the_private_chat_reads_how_to(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await asked(town, petrov, town.zhkh, number)
    await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    assert "«Старт»" in bot_in(town.zhkh)[-1].text
    assert "«Старт»" in await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    await town.says(town.petrov, "/start")
    assert "отправлен" in await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    assert sum("почему такой срок" in one.text for one in bot_in(town.petrov.chat)) == 1


async def test_coordinators_ask_about_their_own_terms(town):
    """R39."""
    waiting = await written(town, "Не горит фонарь на ул. Гагарина, 3", by=town.boris)
    await town.wait(65)
    said = await asked(town, town.olga.in_(town.coordinators), town.coordinators, waiting)
    assert said.startswith("30 рабочих минут, к п. 10: с выявления")
    assert "Подробно" in labels(card_in(town.coordinators, waiting))


async def test_whoever_is_not_of_the_department_is_told_nothing(town):
    number = await written(town, WATER)
    said = await asked(town, town.stranger.in_(town.zhkh), town.zhkh, number)
    assert "п. 12" not in said


async def test_cards_show_where_a_new_day_off_has_moved_their_terms(town):
    """A23: without anybody's touching them."""
    number = await written(town)
    await town.wait(1)
    await decree(town, calendar=(CalendarException(date(2026, 3, 2), DayKind.OFF, "Траур"),))
    await town.wait(5)
    assert card_in(town.zhkh, number).text.splitlines()[0].endswith("до вт 15:00")


def alarms(town):
    return [one.text for one in bot_in(town.admin.chat) if one.text.startswith("⚠️ Срок не посчитать")]


async def test_the_administrator_hears_once_of_a_calendar_that_cannot_say_a_term_and_what_to_do(town):
    await town.admin.start()
    town.world.clock.set_to(datetime(2027, 12, 31, 12, 0, tzinfo=UTC))
    await town.says(town.anna, WATER)
    await town.says(town.boris, WATER)
    (told,) = alarms(town)
    assert "календарь «Городской округ Примерск», 2028 год" in told
    assert "Обновите программу" in told
    assert cards_in(town.zhkh, "2027-00002"), "the message is registered all the same"


async def test_a_year_without_a_working_day_is_told_with_the_calendar_and_the_remedy(town):
    await town.admin.start()
    days = (date(2026, 3, 2) + timedelta(days=number) for number in range(800))
    off = tuple(CalendarException(day, DayKind.OFF) for day in days)
    await decree(town, calendar=off)
    await written(town, WATER)
    (told,) = alarms(town)
    assert "нет ни одного рабочего часа" in told
    assert "/calendar" in told
    card = card_in(town.zhkh, "2026-00001")
    assert card.text.splitlines()[0].endswith("срок по календарю не посчитать: см. «Почему такой срок»")
    said = await town.clicks(town.petrov.in_(town.zhkh), "Почему такой срок", on=card)
    assert "нет рабочего времени" in said, "what is so, and not that a year's calendar is missing"
    await decree(town, calendar=())
    await town.wait(5)
    assert card_in(town.zhkh, "2026-00001").text.splitlines()[0].endswith("до 16:00")


async def test_where_the_calendar_ends_the_card_says_so_and_a_press_tells_the_year(town):
    """Nothing is guessed beyond the data; nobody takes the silence for time to spare."""
    town.world.clock.set_to(datetime(2027, 12, 31, 12, 0, tzinfo=UTC))
    await town.says(town.anna, WATER)
    card = bot_in(town.zhkh)[-1]
    assert card.text.splitlines()[0].endswith("срок по календарю не посчитать: см. «Почему такой срок»")
    said = await town.clicks(town.petrov.in_(town.zhkh), "Почему такой срок", on=card)
    assert "2028 года ещё не известны" in said


async def test_the_approver_asks_about_the_term_of_the_approval(town):
    """R44: the same words and rights as on the department's card."""
    await town.says(town.galina, "/start")
    number = await submitted(town)
    galina, card = town.galina.in_(town.approvals), bot_in(town.approvals)[-1]
    assert labels(card)[:3] == ["Согласовать", "На доработку", "Почему такой срок"]
    said = await town.clicks(galina, "Почему такой срок", on=card)
    assert said.startswith(
        "30 рабочих минут, п. 14: с отправки на согласование 02.03 09:00 — до 02.03 09:30."
    )
    await town.redraw()
    await town.clicks(galina, "Подробно", on=card)
    assert f"{number}: почему такой срок" in bot_in(town.galina.chat)[-1].text
    press = card.button("Почему такой срок")["callback_data"]
    await town.olga.in_(town.approvals).press_data(card, press)
    await town.settle()
    assert "п. 14" not in town.olga.toast.text
    await town.clicks(galina, "Согласовать", on=card)
    await town.redraw()
    assert "Почему такой срок" not in labels(card)


@where(regulation="grozny")
async def test_where_the_approval_has_no_term_there_is_nothing_to_ask(town):
    await submitted(town)
    assert "Почему такой срок" not in labels(bot_in(town.approvals)[-1])


async def test_why_the_promise_is_due_then_is_told_in_an_alert_and_at_length(town):
    """A12: a promise for a day off is controlled on the working day after it."""
    await town.says(town.petrov, "/start")
    number = await answered(town, "Яму засыпали щебнем, асфальт уложим до 14.03.", "Меры приняты")
    petrov = town.petrov.in_(town.zhkh)
    said = await town.clicks(petrov, "Почему такой срок", on=card_in(town.zhkh, number))
    assert said == (
        "Обещано в ответе жителю (02.03 09:00): сб 14.03. Выполнить до 16.03 17:00, это конец рабочего дня. "
        "Не считали: 14.03–15.03."
    )
    await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    told = bot_in(town.petrov.chat)[-1].text
    assert "Последний день, сб 14.03, нерабочий: срок переходит на пн 16.03" in told
    await town.clicks(
        town.olga.in_(town.coordinators), "Почему такой срок", on=card_in(town.coordinators, number)
    )
    assert town.olga.toast.text == said
