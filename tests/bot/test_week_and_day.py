"""The week's analytical note and the day's paper (R11, R61, R68, R69)."""

import asyncio
import json
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pytest
from PIL import Image

from storage.causes import list_grown
from storage.connection import open_reader
from tests.bot.register_town import MUNICIPALITY, clerk
from tests.bot.test_month_paper import plain

__all__ = ["clerk"]

WEEK = ("report", "week", "--date", "2022-03-16")
ROADS = '[[topics]]\ncode = "roads"\nname = "Дороги"\ndepartment = "zhkh"\n'


def messages(count, day, **more):
    for number in range(count):
        told = {"Поступило": f"2022-{day} 10:00", "Канал": "paper", "Тема": "water"} | more
        yield told | {"Внешний номер": f"{day}-{more.get('Тема', '')}-{number}"}


@pytest.fixture
def town(clerk):
    hours = 'mon = ["08:00-17:00"]'
    settings = MUNICIPALITY.replace(hours, f"{hours}\n{hours.replace('mon', 'fri')}") + ROADS
    (clerk.folder / "municipality.toml").write_text(settings, encoding="utf-8")
    return clerk


def paper(clerk, *command):
    assert clerk.run(*command, "--out", "paper.txt") == 0, clerk.complained
    return plain((clerk.folder / "paper.txt").read_text(encoding="utf-8"))


def figures(clerk, *command):
    assert clerk.run(*command, "--format", "json") == 0, clerk.complained
    return json.loads(clerk.said)


def test_r69_the_note_tells_the_week_beside_the_one_before(town):
    """Monday 14 to Sunday 20 March; both ends belong to it."""
    week = [
        *messages(
            1, "03-14", Тема="roads", Территория="Центр", Оценка="4", Отвечено="2022-03-15", Исход="решено"
        ),
        *messages(2, "03-20", Адрес="ул. Мира, 5", Оценка="5", Отвечено="2022-03-20 11:00", Исход="решено"),
        *messages(1, "03-16", Тема="", **{"Повторное к": "2021-00007"}),
    ]
    assert town.imports([*week, *messages(3, "03-13", Тема="roads"), *messages(1, "03-21")]) == 0, town.said
    told = figures(town, *WEEK)
    assert (told["from"], told["to"], told["received"], told["former_received"]) == (
        "2022-03-14",
        "2022-03-20",
        4,
        3,
    )
    assert told["topics"] == [
        {"name": "Водоснабжение", "count": 2, "former": 0, "change": 2},
        {"name": "Дороги", "count": 1, "former": 3, "change": -2},
        {"name": "", "count": 1, "former": 0, "change": 1},
    ]
    assert (told["repeats"], told["rated"], told["growth"]) == (1, 3, [])
    text = paper(town, *WEEK)
    assert "поступило 4 обращения (неделей раньше – 3 обращения; изменение: +1). Дано ответов: 3." in text
    assert re.search(r"^Дороги +1 +3 +−2$", text, re.MULTILINE)
    assert re.search(r"^ул. Мира +2$", text, re.MULTILINE)
    assert re.search(r"^Место не указано +1$", text, re.MULTILINE)
    assert "Средняя оценка ответов недели: 4,7 из 5 (оценили: 3)." in text
    assert "Резкого роста ни по одной теме нет." in text


def test_r68_what_grew_is_told_with_what_the_register_points_at(town):
    """Two a week are usual: six are three times that, five are not."""
    usual = [one for day in ("02-15", "02-22", "03-01", "03-08") for one in messages(2, day)]
    assert town.imports([*usual, *messages(5, "03-15", Адрес="ул. Ленина, 1")]) == 0
    assert figures(town, *WEEK)["growth"] == []
    assert town.imports(list(messages(1, "03-16", Адрес="ул. Ленина, 9"))) == 0
    (grown,) = figures(town, *WEEK)["growth"]
    assert (grown["name"], grown["count"], grown["usual"]) == ("Водоснабжение", 6, 2.0)
    text = paper(town, *WEEK)
    assert asyncio.run(grown_in(town)) == [("water", 6, 2)], "the coordinators see what the note names"
    line = r"^Водоснабжение +6 +2 +место: ул. Ленина \(6 из 6\) +причина не указана$"
    assert re.search(line, text, re.MULTILINE)
    assert "Первопричин и мер дорожной карты не записано." in text


def test_r68_causes_that_people_gave_stand_beside_what_grew_with_the_road_map_against_them(town):
    usual = [one for day in ("02-15", "03-08") for one in messages(2, day)]
    assert town.imports([*usual, *messages(6, "03-15")]) == 0
    remember(town, CAUSES, MEASURES)
    told = figures(town, *WEEK, "--now", "2022-03-21T12:00+05:00")
    assert told["growth"][0]["given"] == ["Старые <трубы>", "Были протечки"]
    assert [(one["measure"], one["due"], one["state"]) for one in told["road_map"]] == [
        ("Менять трубы", "2022-03-20", "late"),
        ("", None, "none"),
        ("Нанять подрядчика", "2022-04-01", "open"),
        ("Осмотр", "2022-03-15", "done"),
    ]
    text = paper(town, *WEEK, "--now", "2022-03-21T12:00+05:00")
    assert re.search(r"^Водоснабжение +6 +1 +.+ +Старые <трубы>; Были протечки$", text, re.MULTILINE)
    late = r"^Водоснабжение: Старые <трубы> +Менять трубы +20.03.2022 +Управление ЖКХ +ПРОСРОЧЕНА \(переносов: 1\)$"
    assert re.search(late, text, re.MULTILINE)
    assert re.search(r"^Дороги: Зима +мера не назначена +— +— +меры не назначены$", text, re.MULTILINE)
    part = figures(town, *WEEK, "--now", "2022-03-21T12:00+05:00", "--departments", "legal")
    assert [one["measure"] for one in part["road_map"]] == ["Нанять подрядчика"]


async def grown_in(town):
    """As `/causes` finds it."""
    reader = await open_reader(town.folder / "data" / "priemnaya.sqlite3")
    try:
        monday = datetime(2022, 3, 14, tzinfo=timezone(timedelta(hours=5)))
        found = await list_grown(reader, ["paper", "hotline"], [monday])
    finally:
        await reader.close()
    return [(one.topic, one.count, one.usual) for one in found]


def remember(town, causes, measures):
    """Rows as `/causes` leaves them."""
    rows = [(*one[:2], *_NOTED, *one[2:]) for one in causes]
    steps = [(*one[:2], *_NOTED, *one[2:]) for one in measures]
    with closing(sqlite3.connect(town.folder / "data" / "priemnaya.sqlite3")) as database:
        database.executemany(
            """INSERT INTO causes (topic, words, noted_by_id, noted_by, noted_at, state, closed_by, closed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            rows,
        )
        database.executemany(
            """INSERT INTO measures (cause_id, words, noted_by_id, noted_by, noted_at, due, department, state, said_at, moves)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            steps,
        )
        database.commit()


_NOTED = (1, "К.", "2022-03-01T05:00:00.000000Z")
_LATER = "2022-03-16T05:00:00.000000Z"
CAUSES = [
    ("water", "Старые <трубы>", "open", None, None),
    ("roads", "Зима", "open", None, None),
    ("water", "Были протечки", "removed", "К.", _LATER),
    ("water", "Не было и нет", "refuted", "К.", _LATER),
    ("water", "Давно устранено", "removed", "К.", "2022-03-02T05:00:00.000000Z"),
]
MEASURES = [
    (1, "Нанять подрядчика", "2022-04-01", "legal", "open", None, 0),
    (1, "Менять трубы", "2022-03-20", "zhkh", "open", _LATER, 1),
    (1, "Давно снято", "2022-03-05", "zhkh", "dropped", "2022-03-05T05:00:00.000000Z", 0),
    (3, "Осмотр", "2022-03-15", "zhkh", "done", _LATER, 0),
    (3, "Уже не нужно", "2022-03-25", "zhkh", "open", None, 0),
]


def test_a_week_without_messages_has_a_note_that_says_so(town):
    assert town.run("apply", "municipality.toml") == 0
    text = paper(town, *WEEK)
    assert "За неделю обращений не поступало (неделей раньше – обращений не было; изменение: 0)." in text
    assert "Ответы недели жители пока не оценили." in text
    assert "Тема" not in text


def test_r11_the_day_on_paper_has_the_figures_of_the_summary(town):
    """From the closing of the working day before, 11 March, to that of Monday the fourteenth: days off belong to it."""
    rows = [
        *messages(1, "03-11", Поступило="2022-03-11 17:30"),
        *messages(2, "03-12", Отвечено="2022-03-14 16:00", Исход="решено", Исполнители="zhkh"),
        *messages(1, "03-10", Отвечено="2022-03-14 12:00", Исход="снято", Исполнители="zhkh"),
        *messages(1, "03-14", Поступило="2022-03-14 17:30"),
    ]
    assert town.imports(rows) == 0
    told = figures(town, "report", "day", "--date", "2022-03-14")
    assert (told["received"], told["answered"], told["closed"], told["overdue"]) == (3, 2, 1, 0)
    text = paper(town, "report", "day", "--date", "2022-03-14")
    assert "с 11.03.2022 17:00 по 14.03.2022 17:00" in text
    assert "Поступило: 3. Дано ответов: 2. Закрыто без ответа: 1. Просрочено на конец дня: 0." in text
    assert re.search(r"^Управление ЖКХ +2 +2 +0$", text, re.MULTILINE)
    assert town.run("report", "day", "--date", "2022-03-14", "--out", "day.png") == 0, town.complained
    with Image.open(town.folder / "day.png") as picture:
        assert (picture.format, picture.width) == ("PNG", 1200)
    quiet = paper(town, "report", "day", "--date", "2022-04-02")
    assert "Сообщений не поступало, ответов не давалось, просроченных нет." in quiet
    assert "с 02.04.2022 00:00 по 03.04.2022 00:00" in quiet


@pytest.mark.parametrize(
    "command",
    [
        ("month", "--month", "2998-01"),
        ("period", "--from", "2998-01-01", "--to", "2998-01-31"),
        ("week", "--date", "2998-01-15"),
        ("day", "--date", "2998-01-15"),
    ],
)
def test_a_paper_on_days_that_are_not_over_says_so(town, command):
    assert town.run("apply", "municipality.toml") == 0
    assert "Период ещё не закончился: данные на " in paper(town, "report", *command)
    assert "ещё не закончился" not in paper(town, *WEEK)


@pytest.mark.parametrize("command", [WEEK, ("report", "month", "--month", "2022-03")])
def test_r66_a_part_tells_of_its_departments_alone_and_says_so(town, command):
    done = {"Отвечено": "2022-03-17 11:00", "Исход": "решено"}
    rows = [
        *messages(3, "03-15", Исполнители="zhkh", **done),
        *messages(2, "03-16", Исполнители="legal:2", **done),
    ]
    assert town.imports(rows) == 0, town.said
    told = paper(town, *command, "--departments", "legal")
    assert "Примерск (Правовое управление)" in told
    assert "поступило 2 обращения" in told
    assert "Управление ЖКХ" not in told
    assert "zhkh" not in told
    assert town.run(*command, "--out", "paper.txt", "--departments", "roads") == 2
    assert "отдела «roads» в муниципалитете нет; есть: zhkh, legal" in town.complained


@pytest.mark.parametrize(
    "command",
    [
        WEEK,
        ("report", "month", "--month", "2022-03"),
        ("report", "period", "--from", "2022-03-01", "--to", "2022-03-31"),
        ("report", "ranking", "--from", "2022-03-01", "--to", "2022-03-31"),
    ],
    ids=lambda command: command[1],
)
def test_r15_a_paper_names_the_act_that_orders_the_work(town, command):
    assert town.imports(list(messages(1, "03-16"))) == 0
    assert "Порядок работы" not in paper(town, *command)
    file = town.folder / "municipality.toml"
    act = 'legal_act = "Постановление от 24.09.2018 № 89"'
    file.write_text(
        file.read_text(encoding="utf-8").replace("timezone", f"{act}\ntimezone", 1), encoding="utf-8"
    )
    assert town.run("apply", file) == 0, town.complained
    assert "Порядок работы установлен: Постановление от 24.09.2018 № 89." in paper(town, *command)
