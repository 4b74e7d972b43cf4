"""The month's report of Nevinnomyssk, January 2022: its figures from a register that holds what it tells of."""

import json
from itertools import chain, repeat

import pytest

from tests.bot.register_town import clerk

__all__ = ["clerk"]

CHANNELS = {"Письменные": 99, "Телефон доверия": 49, "Интернет-приёмная": 22, "Почта доверия главы": 2}
APART = {"Инцидент Менеджмент": 112, "Умный город": 51, "ПОС": 328, "ОНФ.Помощь": 112}
DEPARTMENTS = {
    "Управление жилищно-коммунального хозяйства": 131,
    "Комитет по управлению муниципальным имуществом": 15,
    "Комитет по труду и социальной поддержке населения": 16,
    "Общий отдел": 10,
    "Отдел по торговле и бытовому обслуживанию": 4,
    "Отдел общественной безопасности": 3,
    "Управление образования": 3,
    "Правовое управление": 3,
    "Комитет по культуре": 3,
}
SENDERS = {
    "из аппарата Правительства края": 48,
    "из Думы города": 29,
    "из отдела Роспотребнадзора": 2,
    **{f"из министерства {number}": 1 for number in range(1, 10)},
}
TOWN = """
[municipality]
name = "Невинномысск"
timezone = "Europe/Moscow"
regulation = "krasnoufimsk"
[hours]
mon = ["08:00-17:00"]
[chats]
coordinators = -100
"""


def town_of_the_report():
    channels = [(name, "true") for name in CHANNELS] + [(name, "false") for name in APART]
    rows = [
        f'[[channels]]\ncode = "c{number}"\nname = "{name}"\ncounted = {counted}\n'
        for number, (name, counted) in enumerate(channels)
    ]
    rows += [
        f'[[departments]]\ncode = "d{number}"\nname = "{name}"\nchat = -{number + 1000}\nmembers = "chat"\n'
        for number, name in enumerate(DEPARTMENTS)
    ]
    return TOWN + "\n".join(rows)


def spread(numbers):
    """Each name as often as its number says, then nothing."""
    return chain(chain.from_iterable(repeat(name, count) for name, count in numbers.items()), repeat(""))


def register_of_the_report():
    """172 messages with 188 questions: the last of the 131 is one message with seventeen questions."""
    questions = {f"d{number}": count for number, count in enumerate(DEPARTMENTS.values())}
    questions["d0"] -= 16
    channels, senders, executors = spread(CHANNELS), spread(SENDERS), spread(questions)
    for number in range(172):
        row = {
            "Поступило": f"2022-01-{number % 31 + 1:02} 10:00",
            "Внешний номер": f"н-{number}",
            "Канал": next(channels),
            "Переслано из": next(senders),
            "Исполнители": next(executors),
            "Коллективное": "да" if number < 2 else "нет",
            "Запросов": "1" if number < 15 else "",
        }
        if number == 0:
            row["Исполнители"] = "d0:17"
        if number < 110:
            row |= {"Отвечено": "2022-01-31 12:00", "Исход": "разъяснено"}
        elif number < 112:
            row |= {"Отвечено": "2022-01-31 12:00", "Исход": "без ответа"}
        elif number < 130:
            row |= {"Отвечено": "2022-02-10 12:00", "Исход": "решено"}
        yield row
    for number in range(6):
        yield {
            "Поступило": "2021-12-30",
            "Отвечено": "2022-01-10",
            "Канал": "Письменные",
            "Внешний номер": f"д-{number}",
        }
    for number in range(141):
        yield {"Поступило": "2021-01-15", "Канал": "Письменные", "Внешний номер": f"п-{number}"}
    for number, name in zip(range(sum(APART.values())), spread(APART), strict=False):
        yield {
            "Поступило": "2022-01-15",
            "Канал": name,
            "Внешний номер": f"э-{number}",
            "Исполнители": "d1",
            "Запросов": "1",
        }


@pytest.fixture
def figures(clerk):
    (clerk.folder / "municipality.toml").write_text(town_of_the_report(), encoding="utf-8")
    assert clerk.imports(list(register_of_the_report())) == 0, clerk.said
    assert clerk.run("report", "month", "--month", "2022-01", "--format", "json") == 0
    return json.loads(clerk.said)


def numbers(figure):
    return {one["name"]: one["count"] for one in figure}


TOLD = {
    "month": "2022-01",
    "total": 172,
    "former_total": 141,
    "growth": 31,
    "growth_percent": 22.0,
    "questions": 188,
    "collective": 2,
    "collective_percent": 1,
    "forwarded": 88,
    "answers": 116,
    "requests": 15,
    "outgoing": 131,
    "unassigned": 0,
    "departments_without": [],
}


def test_the_figures_are_those_of_the_report(figures):
    """R72–R76, R80, R81, R83: what the electronic systems brought stands apart and is counted nowhere else."""
    assert {name: figures[name] for name in TOLD} == TOLD
    assert list(numbers(figures["channels"]).items()) == list(CHANNELS.items())
    assert list(numbers(figures["apart"]).items()) == list(APART.items())
    assert list(numbers(figures["departments"]).items()) == list(DEPARTMENTS.items())
    assert numbers(figures["senders"]) == SENDERS
    assert list(numbers(figures["senders"]).values())[:4] == [48, 29, 2, 1]


def test_a_month_without_messages_has_figures_too(clerk):
    assert clerk.run("apply", "municipality.toml") == 0
    assert clerk.run("report", "month", "--month", "2022-02", "--format", "json") == 0
    told = json.loads(clerk.said)
    assert (told["total"], told["growth_percent"], told["collective_percent"]) == (0, None, 0)
