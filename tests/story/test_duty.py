"""A holiday of one person never silences a queue: substitutes, duty, and the call for help (A2, A19)."""

import pytest

from tests.city import labels
from tests.story.scenes import (
    LAMP,
    ask_database,
    bot_in,
    card_in,
    decree,
    submitted,
    written,
)

DUTY = "/duty Дорогин за Сидорову до 30.11"


async def says(town, seat, words):
    await town.says(seat, words)
    await town.redraw()
    return bot_in(seat._seat().chat)[-1]


async def test_duty_shows_who_sees_to_what_and_how_to_change_it(town):
    shown = await says(town, town.olga.in_(town.coordinators), "/duty")
    assert "Координаторы: Кузнецова О. П." in shown.text
    assert "Согласующие: Антонова Г. Ю." in shown.text
    assert "/duty Иванова за Петрова до 30.11" in shown.text
    assert shown.silent


async def test_a_substitute_has_the_rights_of_the_one_replaced_for_that_time(town):
    number = await written(town)
    dorogin, card = town.dorogin.in_(town.zhkh), card_in(town.zhkh, number)
    assert "недоступно" in await town.clicks(dorogin, "Принять", on=card)
    shown = await says(town, town.olga.in_(town.coordinators), "/duty Дорогин за Сидорову до завтра")
    assert "Дорогин П. И. за: Сидорова М. И." in shown.text
    assert await town.clicks(dorogin, "Не наше", on=card) == "Напишите причину или нажмите готовую."
    await town.clicks(dorogin, "Отмена", on=card)
    assert (await town.clicks(dorogin, "Принять", on=card)).startswith("Принято")
    journal = "SELECT actor_name, in_place_of FROM journal WHERE action = 'accept'"
    assert ask_database(town, journal) == [("Дорогин Пётр Ильич", "Сидорова Мария Ивановна")]
    await town.wait(3 * 24 * 3600)
    assert "недоступно" in await town.clicks(dorogin, "Написать ответ", on=card_in(town.zhkh, number))


async def test_ended_before_its_time_the_right_is_gone_with_the_next_press(town):
    number = await written(town)
    olga = town.olga.in_(town.coordinators)
    shown = await says(town, olga, DUTY)
    await town.clicks(olga, "Снять: Дорогин П. И.", on=shown)
    toast = await town.clicks(town.dorogin.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert "недоступно" in toast


async def test_whoever_left_the_staff_lends_no_rights_any_more(town):
    number = await written(town)
    await says(town, town.olga.in_(town.coordinators), DUTY)
    staff = town.app.units.municipality.staff
    await decree(town, staff=tuple(one for one in staff if one.id != town.sidorova.id))
    toast = await town.clicks(town.dorogin.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert "недоступно" in toast


@pytest.mark.parametrize("who", ["petrov", "galina", "glava"])
async def test_others_may_look_and_set_nothing(town, who):
    person = getattr(town, who)
    await person.start()
    await town.redraw()
    assert "Координаторы" in (await says(town, person, "/duty")).text
    await town.redraw()
    assert "недоступно" in (await says(town, person, DUTY)).text
    assert ask_database(town, "SELECT count(*) FROM stints") == [(0,)]


async def test_nobody_lends_rights_to_himself(town):
    said = await says(town, town.olga.in_(town.coordinators), "/duty Кузнецова за Глебова до 30.11")
    assert "пусть вас назначит другой координатор" in said.text
    assert ask_database(town, "SELECT count(*) FROM stints") == [(0,)]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Неизвестный за Сидорову до 30.11", "Непонятно, кто это: «Неизвестный»"),
        ("Дорогин за Сидорову как-нибудь", "Непонятно, до какого дня"),
        ("Дорогин за Сидорову", "Непонятно, до какого дня"),
        ("Дорогин лечит Сидорову до 30.11", "Непонятно, до какого дня"),
        ("Дорогин за Дорогина до 30.11", "Никто не замещает сам себя"),
        ("Дорогин за Сидорову до 24.02", "напишите его: до 24.02.2027"),
    ],
)
async def test_what_is_not_understood_is_asked_about(town, words, asked):
    said = await says(town, town.olga.in_(town.coordinators), f"/duty {words}")
    assert asked in said.text
    assert ask_database(town, "SELECT count(*) FROM stints") == [(0,)]


async def test_a_newer_word_about_the_same_two_takes_the_place_of_the_former(town):
    olga = town.olga.in_(town.coordinators)
    await says(town, olga, DUTY)
    shown = await says(town, olga, "/duty Дорогин Пётр вместо Сидоровой М. И. до 10.03")
    assert "Дорогин П. И. за: Сидорова М. И., 09:00 – 10.03\n" in shown.text, "the last day counts in full"
    assert labels(shown) == ["Снять: Дорогин П. И. за: Сидорова М. И."]
    assert await town.clicks(olga, "Снять", on=shown) == "Снято."
    assert await town.clicks(olga, "Снять", on=shown) != "Снято."


async def test_to_a_citizen_duty_is_no_command(town):
    said = await says(town, town.anna, "/duty")
    assert "Координаторы" not in said.text


# The queue


async def test_a_queue_that_nobody_sees_to_calls_for_help_once(town):
    await town.admin.start()
    await written(town, LAMP)
    await town.wait(29 * 60)
    assert not bot_in(town.approvals)
    await town.wait(3 * 60)
    (call,) = bot_in(town.approvals)
    assert call.text == "1 сообщение ждёт координатора с 09:00: 30 рабочих минут очередью никто не занимался."
    assert labels(call) == ["Взять на себя"]
    assert bot_in(town.admin.chat)[-1].text == call.text
    await town.wait(2 * 3600)
    assert len(bot_in(town.approvals)) == 1, "once for each stretch"


async def test_where_a_coordinator_acts_nobody_is_called(town):
    number = await written(town, LAMP)
    await town.wait(20 * 60)
    await town.clicks(town.olga.in_(town.coordinators), "Взять", on=card_in(town.coordinators, number))
    await town.wait(20 * 60)
    assert not bot_in(town.approvals)


async def test_who_takes_it_over_is_a_coordinator_until_midnight(town):
    number = await written(town, LAMP)
    await town.wait(32 * 60)
    galina, card = town.galina.in_(town.coordinators), card_in(town.coordinators, number)
    assert "недоступно" in await town.clicks(galina, "ЖКХ", on=card)
    assert (await town.clicks(town.galina.in_(town.approvals), "Взять на себя")).startswith(
        "Сегодня вы координатор"
    )
    await town.redraw()
    for chat in (town.approvals, town.coordinators):
        assert chat.find("Очередью до конца дня занимается Антонова Г. Ю.").buttons == []
    assert not town.approvals.find_button("Взять на себя")
    assert await town.clicks(galina, "ЖКХ", on=card) == "Направлено: ЖКХ"
    other = await written(town, LAMP, by=town.boris)
    await town.wait(24 * 3600)
    toast = await town.clicks(galina, "ЖКХ", on=card_in(town.coordinators, other))
    assert "недоступно" in toast


async def test_a_stranger_takes_nothing_over(town):
    await written(town, LAMP)
    await town.wait(32 * 60)
    toast = await town.clicks(town.stranger.in_(town.approvals), "Взять на себя")
    assert "недоступно" in toast
    assert ask_database(town, "SELECT count(*) FROM stints") == [(0,)]


async def test_a_substitute_approver_still_does_not_approve_the_own_draft(town):
    """Four eyes stay four: standing in for the approver, Petrov cannot agree to what he wrote."""
    await says(town, town.olga.in_(town.coordinators), "/duty Петров за Антонову до 30.11")
    await submitted(town)
    toast = await town.clicks(town.petrov.in_(town.approvals), "Согласовать")
    assert toast == "Свой проект согласует другой человек."
