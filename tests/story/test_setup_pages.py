"""/setup: everything on one message, changed later as at first; what is wrong is said in plain words."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from domain.municipality import Role
from tests.city import labels, running, sleeping_town
from tests.story.empty import answers, page
from tests.story.scenes import LAMP, accepted, ask_database, bot_in, decree, where, written


async def opened(town, *captions, by=None):
    person = by or town.admin
    await town.says(person, "/setup")
    for caption in captions:
        await town.clicks(person, caption, on=page(person))
    return page(person)


def settings(town):
    return town.app.units.municipality


async def test_a_name_is_asked_in_words_and_stands_on_the_same_message(town):
    shown = await opened(town)
    await answers(town, town.admin, "название", "Городской округ Образцовск")
    assert settings(town).name == "Городской округ Образцовск"
    assert page(town.admin) is shown
    assert "Образцовск" in shown.text
    assert bot_in(town.admin.chat)[-1] is shown, "the question is gone"


@pytest.mark.parametrize(
    ("captions", "caption", "words", "said"),
    [
        (("отделы", "ЖКХ"), "Телефон", "8" * 200, "сократите до 40"),
        (("отделы", "ЖКХ"), "Почта", "не почта", "адрес"),
        (("отделы", "ЖКХ"), "Название", "Отдел дорог", "Уже есть: Отдел дорог"),
        (("отделы",), "Отдел", "управление жкх", "Уже есть"),
        (("отделы", "ЖКХ"), "Тема", "Ямы: лужа", "Уже есть: Ямы"),
        (("часы",), "Свои часы", "как обычно", "Непонятно, какие часы"),
        (("часы",), "Свои часы", "пн-пт 18:00-9:00", "раньше, чем начинается"),
        ((), "название", "я" * 300, "сократите до 200"),
    ],
)
async def test_what_is_wrong_is_said_kindly_and_changes_nothing(town, captions, caption, words, said):
    before = settings(town)
    await opened(town, *captions)
    await answers(town, town.admin, caption, words)
    assert said in bot_in(town.admin.chat)[-1].text
    assert settings(town) == before


async def test_the_next_attempt_may_be_a_reply_to_the_refusal(town):
    await opened(town)
    await answers(town, town.admin, "название", "я" * 300)
    await town.says(town.admin, "Городской округ Образцовск", reply_to=bot_in(town.admin.chat)[-1])
    assert settings(town).name == "Городской округ Образцовск"


async def test_an_administrator_who_has_left_meanwhile_changes_nothing_and_is_told(town):
    await opened(town)
    await town.clicks(town.admin, "название")
    question = bot_in(town.admin.chat)[-1]
    await decree(town, staff=tuple(one for one in settings(town).staff if one.id != town.admin.id))
    await town.says(town.admin, "Городской округ Образцовск", reply_to=question)
    assert "вас больше нет среди сотрудников" in bot_in(town.admin.chat)[-1].text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(0,)]


async def test_r30_a_department_gets_its_mail_address_in_the_chat_too(town):
    shown = await opened(town, "отделы", "ЖКХ")
    await answers(town, town.admin, "Почта", "zhkh@primersk.example")
    assert settings(town).departments[0].email == "zhkh@primersk.example"
    assert "Почта: zhkh@primersk.example" in shown.text


async def test_a_topics_words_route_from_then_on(town):
    await opened(town, "отделы", "Дороги")
    await answers(town, town.admin, "Тема", "Освещение: фонарь, не горит свет")
    await written(town, "На Гагарина, 3 не горят фонари")
    assert ask_database(town, "SELECT department FROM appeals") == [("roads",)]


async def test_the_question_survives_a_restart(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await opened(town, "отделы", "ЖКХ")
            await town.clicks(town.admin, "Коротко")
        async with running(town):
            await town.says(town.admin, "Вода")
            assert settings(town).departments[0].short == "Вода"


async def test_groups_are_called_by_their_titles_once_they_are_heard(town):
    """The file names them by numbers alone; what cannot be named yet is said in words."""
    await written(town, LAMP)
    with closing(sqlite3.connect(town.database)) as connection, connection:
        connection.execute("UPDATE chats SET title = NULL")
    assert "название пока неизвестно (чат -100" in (await opened(town)).text
    await town.says(town.olga.in_(town.coordinators), "/duty")
    assert "чаты: Координаторы" in (await opened(town)).text
    town.coordinators.title = "Новое имя"
    await town.clicks(town.olga.in_(town.coordinators), "Взять", on=bot_in(town.coordinators)[0])
    assert "чаты: Новое имя" in (await opened(town)).text


def two_admins(staff):
    return tuple(
        replace(one, roles=one.roles | {Role.ADMIN}) if "Ольга" in one.name else one for one in staff
    )


@where(staff=two_admins)
async def test_of_two_administrators_at_once_the_second_is_told(town):
    for person in (town.admin, town.olga):
        await opened(town, "отделы", "ЖКХ", by=person)
    await answers(town, town.admin, "Коротко", "Вода")
    toast = await town.clicks(town.olga, "любой в группе", on=page(town.olga))
    assert toast.startswith("Пока вы смотрели, настройку изменили: Романов Антон Львович")
    assert "На кнопках: Вода" in page(town.olga).text
    assert settings(town).departments[0].members == "listed"


@pytest.mark.parametrize("who", ["olga", "petrov", "stranger"])
async def test_pages_open_to_administrators_alone(town, who):
    shown = await opened(town, "люди")
    person, before = getattr(town, who), settings(town)
    await town.says(person, "/start")
    for caption in ("Пригласить", "Антон"):
        await person.press_data(bot_in(person.chat)[-1], shown.button(caption)["callback_data"])
        await town.settle()
        assert "только администратор" in person.toast.text
    assert settings(town) == before


async def test_a_person_who_goes_leaves_the_work_named_to_the_coordinators(town):
    number = await accepted(town)
    await opened(town, "люди", "Петров")
    for caption in ("Убрать", "Да, убрать"):
        await town.clicks(town.admin, caption, on=page(town.admin))
    assert settings(town).find_employee(town.petrov.id) is None
    told = bot_in(town.coordinators)[-1].text
    assert "Петров И. С." in told
    assert number in told


async def test_roles_and_departments_are_switches(town):
    """R64: one person may hold several."""
    await opened(town, "люди", "Петров")
    for caption in ("согласующий", "Дороги", "ЖКХ"):
        await town.clicks(town.admin, caption, on=page(town.admin))
    petrov = settings(town).find_employee(town.petrov.id)
    assert petrov.roles == {Role.EXECUTOR, Role.APPROVER}
    assert petrov.departments == {"roads"}
    assert {"✓ согласующий", "✓ Дороги", "ЖКХ"} <= set(labels(page(town.admin)))
    for caption in ("согласующий", "исполнитель"):
        await town.clicks(town.admin, caption, on=page(town.admin))
    assert "впишите" in town.admin.toast.text, (
        "nobody is on the staff for nothing: there is a button to remove"
    )
    assert settings(town).find_employee(town.petrov.id).roles == {Role.EXECUTOR}


async def test_the_last_administrator_stays(town):
    await opened(town, "люди", "Романов")
    await town.clicks(town.admin, "Убрать", on=page(town.admin))
    toast = await town.clicks(town.admin, "Да, убрать", on=page(town.admin))
    assert "последний администратор" in toast
    assert settings(town).find_employee(town.admin.id)


async def test_a_department_with_open_work_stays(town):
    await written(town)
    await opened(town, "отделы", "ЖКХ")
    await town.clicks(town.admin, "Убрать", on=page(town.admin))
    assert "открытые сообщения" in await town.clicks(town.admin, "Да, убрать", on=page(town.admin))
    assert settings(town).find_department("zhkh")


async def test_who_never_pressed_start_is_named(town):
    await town.petrov.start()
    shown = await opened(town, "люди")
    line = next(line for line in shown.text.splitlines() if "Старт" in line)
    assert "Дорогин" in line
    assert "Петров Иван" not in line
    assert "Романов" not in line, "he writes to the bot at this very moment"
    assert "Петров Иван Сергеевич" in labels(shown)


async def test_a_chat_is_called_by_its_name_where_it_is_known(town):
    town.zhkh.promote_bot()
    await town.settle()
    shown = await opened(town, "отделы", "ЖКХ")
    assert "Работает: ЖКХ" in shown.text
    assert str(town.zhkh.id) not in shown.text


async def test_r05_the_kind_of_an_executor_goes_round_by_one_button(town):
    await opened(town, "отделы", "ЖКХ")
    assert "Структурное подразделение" in page(town.admin).text
    for caption, kind in (("Это предприятие", "enterprise"), ("Это учреждение", "institution")):
        await town.clicks(town.admin, caption, on=page(town.admin))
        assert settings(town).find_department("zhkh").kind == kind
    assert "Муниципальное учреждение" in page(town.admin).text
    assert "Это подразделение" in labels(page(town.admin))
