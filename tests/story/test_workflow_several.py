"""Several departments on one message: each gives its part, the lead makes one answer of them (R47)."""

from dataclasses import replace

from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import (
    LAMP,
    REPLY,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    where,
    written,
)

PATCHED = "Яму на проезде засыпали."


async def shared(town, tasks="", text=LAMP):
    """Olga has given it to the housing department, which leads, and to that of roads."""
    number = await written(town, text)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Несколько", on=card_in(town.coordinators, number))
    for department in ("ЖКХ", "Дороги"):
        await town.clicks(olga, department, on=card_in(town.coordinators, number))
    if tasks:
        await town.clicks(olga, "Кому что", on=card_in(town.coordinators, number))
        await replies(town, olga, bot_in(town.coordinators)[-1], tasks)
    await town.clicks(olga, "Отправить 2", on=card_in(town.coordinators, number))
    return number


async def gives(town, seat, chat, number, words):
    """Somebody replies to the own department's card and gives the words as the part."""
    await replies(town, seat, card_in(chat, number), words)
    return await town.clicks(seat, "Готово, моя часть")


async def dorogin_gives(town, number, words=PATCHED):
    return await gives(town, town.dorogin.in_(town.roads), town.roads, number, words)


async def test_several_turns_the_card_into_a_list_to_tick(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    assert "Несколько" in labels(card_in(town.coordinators, number))
    assert await town.clicks(olga, "Несколько") == "Отметьте отделы. Первый ведёт."
    card = card_in(town.coordinators, number)
    assert labels(card) == ["ЖКХ", "Дороги", "Кому что", "Назад"]
    await town.clicks(olga, "Дороги")
    await town.clicks(olga, "ЖКХ")
    assert labels(card) == ["✓ Дороги, ведёт", "✓ ЖКХ", "Кому что", "Отправить 2", "Назад"]
    await town.clicks(olga, "Дороги")
    assert labels(card) == ["✓ ЖКХ, ведёт", "Дороги", "Кому что", "Отправить 1", "Назад"]
    await town.clicks(olga, "Назад")
    assert labels(card)[:5] == ["ЖКХ", "Дороги", "Несколько", "Взять", "Срочно"]
    assert not bot_in(town.zhkh)
    assert not bot_in(town.roads)


async def test_each_department_gets_its_own_card_that_says_what_is_its_part(town):
    number = await shared(town, "ЖКХ: фонарь\nДороги (2): яма\nи знак")
    zhkh, roads = card_in(town.zhkh, number), card_in(town.roads, number)
    assert "Ваша часть общего ответа: фонарь" in zhkh.text
    assert "• Дороги («яма и знак»): направлено, 09:00, вопросов: 2" in zhkh.text
    assert "Ваша часть общего ответа: яма и знак" in roads.text
    assert "• ЖКХ, ведёт («фонарь»): направлено, 09:00" in roads.text
    for card in (zhkh, roads):
        assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
        assert not card.silent
    assert ask_database(town, "SELECT department, is_lead, questions FROM assignments ORDER BY id") == [
        ("zhkh", 1, 1),
        ("roads", 0, 2),
    ]


async def test_the_coordinators_card_has_a_line_for_each_part(town):
    number = await shared(town)
    await town.clicks(town.dorogin.in_(town.roads), "Принять", on=card_in(town.roads, number))
    card = card_in(town.coordinators, number)
    assert "• ЖКХ, ведёт: направлено, 09:00" in card.text
    assert "• Дороги: принял Дорогин П. И., 09:00" in card.text
    await dorogin_gives(town, number)
    assert "• Дороги: часть готова, Дорогин П. И., 09:00" in card.text


async def test_the_parts_become_one_answer_in_the_order_of_departments(town):
    number = await shared(town)
    petrov = town.petrov.in_(town.zhkh)
    assert await gives(town, petrov, town.zhkh, number, REPLY) == "Ваша часть записана."
    assert labels(card_in(town.zhkh, number))[-1] == "Без опоздавших"
    assert await dorogin_gives(town, number) == "Ваша часть записана."
    card = card_in(town.zhkh, number)
    assert f"Дороги пишет:\n{PATCHED}" in card.text
    assert f"{number}: все части на месте" in bot_in(town.zhkh)[-1].text
    await town.clicks(petrov, "Собрать ответ", on=card)
    preview = bot_in(town.zhkh)[-1]
    assert f"{REPLY}\n\n{PATCHED}" in preview.text
    assert labels(preview)[0] == "Решено"
    assert "Готово, моя часть" not in labels(preview)
    await town.clicks(petrov, "Решено")
    approval = card_in(town.approvals, number)
    assert f"Часть: ЖКХ, Петров И. С. — «{REPLY}»" in approval.text
    assert f"Часть: Дороги, Дорогин П. И. — «{PATCHED}»" in approval.text
    await approve(town)
    await town.wait(31)
    assert f"{REPLY}\n\n{PATCHED}" in answers_in(town.anna.chat)[-1].text
    assert "Ответ доставлен" in card_in(town.roads, number).text
    assert not labels(card_in(town.roads, number))


async def test_what_the_lead_has_written_and_not_given_is_in_the_answer_as_well(town):
    number, petrov = await shared(town), town.petrov.in_(town.zhkh)
    await dorogin_gives(town, number)
    await replies(town, petrov, card_in(town.zhkh, number), REPLY)
    await town.clicks(petrov, "Собрать ответ", on=card_in(town.zhkh, number))
    assert f"{REPLY}\n\n{PATCHED}" in bot_in(town.zhkh)[-1].text
    await town.clicks(petrov, "Решено")
    assert f"Часть: ЖКХ, Петров И. С. — «{REPLY}»" in card_in(town.approvals, number).text


async def test_new_words_for_the_common_draft_keep_the_files_of_the_parts(town):
    number = await shared(town)
    dorogin, petrov = town.dorogin.in_(town.roads), town.petrov.in_(town.zhkh)
    await dorogin.send_photo(PATCHED, reply_to=card_in(town.roads, number))
    await town.redraw()
    await town.clicks(dorogin, "Готово, моя часть")
    await town.clicks(petrov, "Собрать ответ", on=card_in(town.zhkh, number))
    await replies(town, petrov, bot_in(town.zhkh)[-1], "Всё сделали.")
    preview = bot_in(town.zhkh)[-1]
    assert "Всё сделали." in preview.text
    assert PATCHED not in preview.text
    assert "файлов к ответу: 1" in preview.text


async def test_a_final_answer_waits_for_every_part(town):
    number = await shared(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), REPLY)
    preview = bot_in(town.zhkh)[-1]
    assert labels(preview) == ["Готово, моя часть", "Промежуточный ответ", "Уточнить", "Просто переписка"]
    forged = preview.button("Уточнить")["callback_data"].replace("clarify", "solved")
    await petrov.press_data(preview, forged)
    await town.redraw()
    assert town.petrov.toast.text.startswith("Ещё нет частей: Дороги.")
    assert not bot_in(town.approvals)


async def test_without_the_late_one_an_interim_answer_leaves_and_the_late_part_leads_to_the_final_one(town):
    number = await shared(town)
    petrov = town.petrov.in_(town.zhkh)
    await gives(town, petrov, town.zhkh, number, REPLY)
    await town.clicks(petrov, "Без опоздавших", on=card_in(town.zhkh, number))
    assert "На остальное ответим дополнительно" in bot_in(town.zhkh)[-1].text
    await town.clicks(petrov, "Промежуточный ответ")
    await approve(town)
    await town.wait(31)
    interim = bot_in(town.anna.chat)[-1].text
    assert interim.startswith(f"Промежуточный ответ на ваше сообщение {number}")
    assert "На остальное ответим дополнительно" in interim
    await dorogin_gives(town, number)
    await town.clicks(petrov, "Собрать ответ", on=card_in(town.zhkh, number))
    assert "На остальное" not in bot_in(town.zhkh)[-1].text
    await town.clicks(petrov, "Решено")
    await approve(town)
    await town.wait(31)
    assert PATCHED in answers_in(town.anna.chat)[-1].text


async def test_a_part_that_comes_after_the_draft_has_left_is_kept_and_told(town):
    number = await shared(town)
    petrov = town.petrov.in_(town.zhkh)
    await gives(town, petrov, town.zhkh, number, REPLY)
    await town.clicks(petrov, "Без опоздавших", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Промежуточный ответ")
    toast = await dorogin_gives(town, number)
    assert toast.startswith("Ответ уже на согласовании или отправлен без этих слов.")
    told = bot_in(town.zhkh)[-1].text
    assert f"{number}: часть отдела «Дороги» пришла, когда ответ" in told
    assert PATCHED in told
    assert ask_database(town, "SELECT text FROM assignments WHERE department = 'roads'") == [(PATCHED,)]


async def test_two_departments_give_their_parts_at_one_moment_and_the_lead_is_told_once(town):
    number = await shared(town)
    petrov, dorogin = town.petrov.in_(town.zhkh), town.dorogin.in_(town.roads)
    await replies(town, petrov, card_in(town.zhkh, number), REPLY)
    await replies(town, dorogin, card_in(town.roads, number), PATCHED)
    await petrov.click("Готово, моя часть")
    await dorogin.click("Готово, моя часть", twice=True)
    await town.redraw()
    assert len([one for one in bot_in(town.zhkh) if "все части на месте" in one.text]) == 1
    states = ask_database(town, "SELECT state FROM assignments")
    assert states == [("given",), ("given",)]


async def test_one_department_returns_its_part_and_the_other_works_on(town):
    number = await shared(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    dorogin = town.dorogin.in_(town.roads)
    await town.clicks(dorogin, "Не наше", on=card_in(town.roads, number))
    await town.clicks(dorogin, "Не наша территория")
    told = bot_in(town.coordinators)[-1].text
    assert f"{number}: Дороги, часть вернули (Дорогин П. И.): Не наша территория" in told
    assert "Остальные работают." in told
    assert "вернули: Не наша территория" in card_in(town.roads, number).text
    assert not labels(card_in(town.roads, number))
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert "Решено" in labels(bot_in(town.zhkh)[-1]), "nothing is waited for any more"


async def test_the_lead_returns_it_and_the_others_work_on_under_the_next_lead(town):
    number = await shared(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Не наша территория")
    assert await dorogin_gives(town, number) == "Ваша часть записана."
    await town.clicks(town.olga.in_(town.coordinators), "Дороги", on=card_in(town.coordinators, number))
    card = card_in(town.roads, number)
    assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    former = cards_in(town.roads, number)[0]
    assert former.text == f"Теперь ваш отдел ведёт сообщение: карточка ниже.\n{number}"
    await replies(town, town.dorogin.in_(town.roads), card, "Заменили лампу.")
    assert "Решено" in labels(bot_in(town.roads)[-1])


async def test_the_next_lead_keeps_the_part_that_the_former_lead_has_given(town):
    number = await shared(town)
    await gives(town, town.petrov.in_(town.zhkh), town.zhkh, number, REPLY)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Дороги", on=card_in(town.coordinators, number))
    assert "Ваша часть сейчас: часть готова, Петров И. С., 09:00" in card_in(town.zhkh, number).text
    lead, dorogin = card_in(town.roads, number), town.dorogin.in_(town.roads)
    assert f"ЖКХ пишет:\n{REPLY}" in lead.text
    await gives(town, dorogin, town.roads, number, PATCHED)
    await town.clicks(dorogin, "Собрать ответ", on=lead)
    assert f"{REPLY}\n\n{PATCHED}" in bot_in(town.roads)[-1].text


async def test_when_nobody_works_any_more_the_coordinators_are_not_told_that_somebody_does(town):
    number = await shared(town)
    for person, chat in ((town.petrov, town.zhkh), (town.dorogin, town.roads)):
        await town.clicks(person.in_(chat), "Не наше", on=card_in(chat, number))
        await town.clicks(person.in_(chat), "Не наша территория", on=card_in(chat, number))
    by_lead, by_other = (one.text for one in bot_in(town.coordinators)[-2:])
    assert "Остальные отделы работают, но собрать ответ некому: выберите, кто ведёт." in by_lead
    assert "Больше над сообщением никто не работает: направьте его." in by_other


async def test_a_department_is_added_to_what_is_at_work_and_taken_away_again(town):
    number = await written(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    olga, at_work = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    await town.clicks(olga, "Несколько", on=at_work)
    assert labels(at_work)[:2] == ["✓ ЖКХ, ведёт", "Дороги"]
    assert (await town.clicks(olga, "ЖКХ", on=at_work)).startswith("ЖКХ ведёт сообщение.")
    await town.clicks(olga, "Дороги", on=at_work)
    await town.clicks(olga, "Отправить 2", on=at_work)
    assert "• Дороги: направлено" in card_in(town.zhkh, number).text
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text
    await town.clicks(olga, "Несколько", on=at_work)
    await town.clicks(olga, "Дороги", on=at_work)
    await town.clicks(olga, "Отправить 1", on=at_work)
    assert f"{number}: ваша часть больше не нужна" in bot_in(town.roads)[-1].text
    assert not labels(card_in(town.roads, number))
    assert "Дороги" not in card_in(town.zhkh, number).text


async def test_a_stale_button_says_what_is_so_with_the_part(town):
    number = await shared(town)
    card = card_in(town.roads, number)
    accept = card.button("Принять")["callback_data"]
    await town.clicks(town.dorogin.in_(town.roads), "Принять", on=card)
    await dorogin_gives(town, number)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Несколько", "Дороги", "Отправить 1"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    await town.dorogin.in_(town.roads).press_data(card, accept)
    await town.redraw()
    assert town.dorogin.toast.text == "Кнопка устарела. Эта часть сейчас: снята координатором."


async def test_each_department_has_a_right_to_its_own_part_alone(town):
    number = await shared(town)
    zhkh, roads = card_in(town.zhkh, number), card_in(town.roads, number)
    of_roads, of_zhkh = (card.button("Принять")["callback_data"] for card in (roads, zhkh))
    await town.petrov.in_(town.zhkh).press_data(zhkh, of_roads)
    await town.dorogin.in_(town.roads).press_data(roads, of_zhkh)
    await town.redraw()
    for person in (town.petrov, town.dorogin):
        assert person.toast.text.startswith("Это действие здесь вам недоступно")
    assert "Принял" not in zhkh.text
    assert "принял" not in roads.text


async def test_two_coordinators_send_it_once(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Несколько", "ЖКХ", "Дороги"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    await olga.click("Отправить 2", twice=True)
    await town.redraw()
    assert len(cards_in(town.zhkh, number)) == len(cards_in(town.roads, number)) == 1


async def test_a_line_that_names_no_department_is_refused_in_words(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    for caption in ("Несколько", "ЖКХ", "Кому что"):
        await town.clicks(olga, caption, on=card_in(town.coordinators, number))
    asked = bot_in(town.coordinators)[-1]
    await replies(town, olga, asked, "Горгаз: проверить трубу")
    assert bot_in(town.coordinators)[-1].text.startswith(f"{number}: Такого отдела нет: Горгаз.")
    await replies(town, olga, asked, "жкх: проверить трубу")
    assert "• ЖКХ, ведёт: проверить трубу" in card_in(town.coordinators, number).text


def dorogin_approves(staff):
    """Dorogin works in a department and approves as well."""
    return tuple(
        replace(one, roles=one.roles | {Role.APPROVER}) if one.name.startswith("Дорогин") else one
        for one in staff
    )


@where(staff=dorogin_approves)
async def test_who_gave_a_part_does_not_approve_the_common_answer(town):
    number = await shared(town)
    await dorogin_gives(town, number)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Собрать ответ", on=card_in(town.zhkh, number))
    await town.clicks(petrov, "Решено")
    card = card_in(town.approvals, number)
    await town.dorogin.start()
    await town.settle()
    own = bot_in(town.dorogin.chat)[-1]
    await town.dorogin.press_data(own, card.button("Согласовать")["callback_data"])
    await town.redraw()
    assert town.dorogin.toast.text == "Свой проект согласует другой человек."
    assert "Согласовать" in labels(card)
