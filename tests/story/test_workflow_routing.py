"""Where a message goes: by a sure rule, or by a coordinator's press (R20, R39, R63)."""

from dataclasses import replace

from domain.ids import DepartmentCode
from tests.city import labels
from tests.story.scenes import (
    LAMP,
    PITS,
    WATER,
    accepted,
    bot_in,
    card_in,
    cards_in,
    where,
    written,
)

BOTH = "Вода размыла асфальт, яма на ул. Мира, 10"


def ten_more(departments):
    """All of them in the chat of the first."""
    more = (
        replace(departments[0], code=DepartmentCode(f"d{number}"), name=f"Отдел {number}", short=f"О{number}")
        for number in range(10)
    )
    return (*departments, *more)


def urgent_water(topics):
    water, *others = topics
    return (replace(water, urgent=True), *others)


async def test_one_department_is_named_by_the_words_so_it_gets_the_card_at_once(town):
    number = await written(town)
    card = card_in(town.zhkh, number)
    assert card.text.startswith("Водоснабжение · ул. Ленина, 5")
    assert "по словам «вода»" in card.text
    assert not card.silent
    assert not bot_in(town.roads)


async def test_what_a_rule_has_routed_is_silent_at_the_coordinators(town):
    number = await written(town)
    card = card_in(town.coordinators, number)
    assert card.silent
    assert labels(card)[:3] == ["Ещё…", "Несколько", "Срочно"]
    assert "Направлено: Управление ЖКХ, 09:00" in card.text


async def test_nobody_is_named_so_it_waits_for_the_coordinators(town):
    number = await written(town, LAMP)
    card = card_in(town.coordinators, number)
    assert not card.silent
    assert "Ждёт направления" in card.text
    assert labels(card)[:5] == ["ЖКХ", "Дороги", "Несколько", "Взять", "Срочно"]
    assert not bot_in(town.zhkh)
    assert not bot_in(town.roads)


async def test_two_departments_are_named_so_it_waits_with_the_likelier_one_first(town):
    number = await written(town, BOTH)
    card = card_in(town.coordinators, number)
    assert labels(card)[:2] == ["Дороги", "ЖКХ"]
    assert not bot_in(town.roads)


@where(routing={"automatic": False})
async def test_where_rules_are_switched_off_everything_waits(town):
    number = await written(town, PITS)
    assert labels(card_in(town.coordinators, number))[:2] == ["Дороги", "ЖКХ"]
    assert not bot_in(town.roads)


async def test_a_coordinators_press_sends_it_to_the_department(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    assert await town.clicks(olga, "ЖКХ") == "Направлено: ЖКХ"
    assert labels(card_in(town.zhkh, number)) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert "Направлено: Управление ЖКХ, 09:00" in card_in(town.coordinators, number).text


async def test_the_same_press_twice_makes_one_card(town):
    number = await written(town, LAMP)
    await town.olga.in_(town.coordinators).click("ЖКХ", twice=True)
    await town.redraw()
    assert len(cards_in(town.zhkh, number)) == 1


async def test_a_press_on_an_older_look_of_the_card_changes_nothing_and_says_what_is_so(town):
    number = await written(town, LAMP)
    card = card_in(town.coordinators, number)
    roads = card.button("Дороги")["callback_data"]
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "ЖКХ")
    await olga.press_data(card, roads)
    await town.redraw()
    assert town.olga.toast.text == f"Кнопка устарела. {number} сейчас: направлено в отдел, ещё не принято."
    assert not bot_in(town.roads)


async def test_take_tells_the_others_who_sees_to_it(town):
    number = await written(town, LAMP)
    assert await town.clicks(town.olga.in_(town.coordinators), "Взять") == "Взято: Кузнецова О. П."
    card = card_in(town.coordinators, number)
    assert "Взято: Кузнецова О. П., 09:00" in card.text
    assert labels(card)[:4] == ["ЖКХ", "Дороги", "Ещё…", "Несколько"]


async def test_what_a_rule_sent_wrongly_is_sent_on(town):
    number = await accepted(town)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…")
    assert await town.clicks(olga, "Дороги") == "Направлено: Дороги"
    gone, new = card_in(town.zhkh, number), card_in(town.roads, number)
    assert labels(card_in(town.coordinators, number))[:3] == ["Ещё…", "Несколько", "Срочно"], "folded again"
    assert "Передано: Отдел дорог, 09:00" in gone.text
    assert not labels(gone)
    assert labels(new) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert "Принял" not in new.text


async def test_the_department_that_lost_it_can_do_nothing_with_its_old_card(town):
    number = await written(town)
    card = card_in(town.zhkh, number)
    accept = card.button("Принять")["callback_data"]
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…")
    await town.clicks(olga, "Дороги")
    await town.petrov.in_(town.zhkh).press_data(card, accept)
    await town.redraw()
    assert town.petrov.toast.text == f"{number} передано: Отдел дорог, 09:00"
    assert "Принял" not in card_in(town.roads, number).text


@where(departments=ten_more)
async def test_of_many_departments_the_likely_ones_are_shown_and_all_on_demand(town):
    number = await written(town, BOTH)
    olga = town.olga.in_(town.coordinators)
    shown = labels(card_in(town.coordinators, number))
    assert shown[:2] == ["Дороги", "ЖКХ"]
    assert shown[6:10] == ["Ещё…", "Несколько", "Взять", "Срочно"]
    await town.clicks(olga, "Ещё…")
    shown = labels(card_in(town.coordinators, number))
    assert shown[12:16] == ["Запрос в…", "Вид заявителя", "Назад", "Несколько"]
    await town.clicks(olga, "Назад")
    assert "Ещё…" in labels(card_in(town.coordinators, number))
    await town.clicks(olga, "Ещё…")
    await town.clicks(olga, "О9")
    assert "Направлено: Отдел 9" in card_in(town.zhkh, number).text


async def test_urgent_reaches_the_leadership_and_is_heard_in_the_department(town):
    number = await accepted(town)
    assert await town.clicks(town.olga.in_(town.coordinators), "Срочно") == (
        "Срочное. Руководителям отправлено."
    )
    copy = card_in(town.leadership, number)
    assert copy.text.startswith("🔴 Водоснабжение · ул. Ленина, 5")
    assert labels(copy) == ["Взять на контроль"]
    assert not copy.silent
    told = bot_in(town.zhkh)[-1]
    assert f"🔴 {number} теперь срочное" in told.text
    assert not told.silent
    assert "срочное" in card_in(town.zhkh, number).text


async def test_urgent_is_marked_once(town):
    number = await written(town, LAMP)
    card = card_in(town.coordinators, number)
    urgent = card.button("Срочно")["callback_data"]
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Срочно")
    await olga.press_data(card, urgent)
    await town.redraw()
    assert town.olga.toast.text == "Уже срочное."
    assert len(cards_in(town.leadership, number)) == 1


async def test_the_leadership_takes_it_under_control_and_the_first_stays_it(town):
    number = await written(town, LAMP)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно")
    assert await town.clicks(town.glava.in_(town.leadership), "контроль") == "На контроле: Глебов Г. П."
    assert not labels(card_in(town.leadership, number))
    assert "на контроле: Глебов Г. П." in card_in(town.coordinators, number).text


@where(topics=urgent_water)
async def test_an_urgent_topic_is_urgent_from_the_start(town):
    number = await written(town, WATER)
    assert card_in(town.leadership, number).text.startswith("🔴")
    assert card_in(town.zhkh, number).text.startswith("🔴")
    assert not card_in(town.coordinators, number).silent


@where(topics=urgent_water)
async def test_an_urgent_topic_reaches_the_leadership_also_while_several_departments_are_possible(town):
    number = await written(town, BOTH)
    assert card_in(town.leadership, number).text.startswith("🔴")
    assert card_in(town.coordinators, number).text.startswith("🔴")
    assert not bot_in(town.zhkh)
