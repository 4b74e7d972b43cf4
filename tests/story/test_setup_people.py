"""People come in: by a link for one person, or by asking where they work."""

import re
from dataclasses import replace

import pytest

from domain.municipality import Role
from tests.story.scenes import ask_database, bot_in, card_in, decree, written


def employee(town, person):
    return town.app.units.municipality.find_employee(person.id)


async def invitation(town, *captions):
    await town.says(town.admin, "/setup")
    for caption in ("люди", "Пригласить", *captions):
        await town.clicks(town.admin, caption)
    return re.search(r"\?start=(\w+)", bot_in(town.admin.chat)[-1].text)[1]


async def test_a_link_lets_one_person_in_and_asks_how_to_sign(town):
    code = await invitation(town, "исполнитель", "Дороги")
    await town.boris.start(code)
    await town.settle()
    assert employee(town, town.boris).departments == {"roads"}
    assert bot_in(town.admin.chat)[-1].text == "✅ Вход по приглашению: Борис Ким, исполнитель, Дороги"
    await town.says(town.boris, "Ким Борис Олегович", reply_to=bot_in(town.boris.chat)[-1])
    assert employee(town, town.boris).name == "Ким Борис Олегович"
    assert employee(town, town.boris).roles == {Role.EXECUTOR}


async def test_the_link_is_used_for_everybody_else(town):
    code = await invitation(town, "координатор")
    for person in (town.boris, town.anna, town.boris):
        await town.says(person, f"/start {code}")
    assert employee(town, town.boris).roles == {Role.COORDINATOR}
    assert employee(town, town.anna) is None
    assert "уже вошёл другой человек" in bot_in(town.anna.chat)[-1].text


async def test_a_link_ends_after_three_days_and_with_its_department(town):
    code = await invitation(town, "согласующий")
    await town.wait(3 * 24 * 3600)
    await town.says(town.boris, f"/start {code}")
    assert employee(town, town.boris) is None
    assert "Срок кода вышел" in bot_in(town.boris.chat)[-1].text


async def test_who_was_removed_does_not_come_back_by_the_old_link(town):
    code = await invitation(town, "координатор")
    await town.says(town.boris, f"/start {code}")
    await town.says(town.admin, "/setup")
    for caption in ("люди", "Борис", "Убрать", "Да, убрать"):
        await town.clicks(town.admin, caption)
    await town.says(town.boris, f"/start {code}")
    assert employee(town, town.boris) is None


async def asked(town):
    """A colleague whom nobody has entered presses a button, and asks."""
    number = await written(town)
    stranger = town.stranger.in_(town.zhkh)
    assert "недоступно" in await town.clicks(stranger, "Принять", on=card_in(town.zhkh, number))
    await town.clicks(stranger, "Попросить доступ")
    return number


async def test_a_colleague_asks_and_the_coordinators_let_him_in(town):
    number = await asked(town)
    await town.clicks(town.olga.in_(town.coordinators), "Дать доступ")
    assert "теперь среди сотрудников: ЖКХ" in bot_in(town.zhkh)[-1].text
    await town.clicks(town.stranger.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert "Принял Прохожий Ж." in card_in(town.zhkh, number).text


async def test_it_is_offered_once_however_often_one_presses(town):
    number = await written(town)
    for _ in range(3):
        await town.clicks(town.stranger.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert len([message for message in bot_in(town.zhkh) if message.button("Попросить доступ")]) == 1


async def test_the_head_decides_in_private_where_there_is_one(town):
    await town.says(town.sidorova, "/start")
    departments = town.app.units.municipality.departments
    await decree(town, departments=(replace(departments[0], head=town.sidorova.id), *departments[1:]))
    await asked(town)
    assert not any(message.button("Дать доступ") for message in bot_in(town.coordinators))
    assert await town.clicks(town.sidorova, "Отказать") == "Отказано."
    assert employee(town, town.stranger) is None
    assert "в доступе отказано" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT decided_by, granted FROM access_requests") == [
        ("Сидорова Мария Ивановна", 0)
    ]


async def test_a19_whoever_stands_in_for_the_head_is_asked_and_decides(town):
    for person in (town.sidorova, town.dorogin):
        await town.says(person, "/start")
    departments = town.app.units.municipality.departments
    await decree(town, departments=(replace(departments[0], head=town.sidorova.id), *departments[1:]))
    await town.says(town.olga.in_(town.coordinators), "/duty Дорогин за Сидорову до 30.11")
    await asked(town)
    assert not any(message.button("Дать доступ") for message in bot_in(town.sidorova.chat))
    await town.clicks(town.dorogin, "Дать доступ")
    assert employee(town, town.stranger).departments == {"zhkh"}


@pytest.mark.parametrize("who", ["petrov", "galina", "stranger"])
async def test_nobody_else_lets_people_in(town, who):
    await asked(town)
    person = getattr(town, who)
    await town.says(person, "/start")
    question = next(message for message in bot_in(town.coordinators) if message.button("Дать доступ"))
    data = question.button("Дать доступ")["callback_data"]
    for seat, chat in ((person, person.chat), (person.in_(town.zhkh), town.zhkh)):
        await seat.press_data(bot_in(chat)[-1], data)
        await town.settle()
        assert "недоступно" in person.toast.text
    assert employee(town, town.stranger) is None


async def test_another_person_does_not_ask_in_his_stead(town):
    number = await written(town)
    await town.clicks(town.stranger.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert "ждут слов от другого" in await town.clicks(town.petrov.in_(town.zhkh), "Попросить доступ")
