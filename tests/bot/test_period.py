"""What became of a period's messages: Grozny's figures, whose sums agree (R13, R14)."""

import json
import re

import pytest

from tests.bot.register_town import MUNICIPALITY, clerk
from tests.bot.test_month_paper import plain

__all__ = ["clerk"]

YEAR = ("report", "period", "--from", "2018-01-01", "--to", "2018-12-31")


def rows(outcomes, *, year=2018, days=10, months=range(1, 13), mark=""):
    """So many of each outcome, answered after so many days."""
    told = [outcome for outcome, count in outcomes.items() for _ in range(count)]
    for number, outcome in enumerate(told):
        month = months[number % len(months)]
        yield {
            "Поступило": f"{year}-{month:02}-01 10:00",
            "Отвечено": f"{year}-{month:02}-{1 + days:02} 10:00",
            "Исход": outcome,
            "Внешний номер": f"{mark}{year}-{number}",
            "Канал": "paper",
        }


@pytest.fixture
def grozny(clerk):
    file = clerk.folder / "municipality.toml"
    kinds = MUNICIPALITY.replace('code = "legal"\n', 'code = "legal"\nkind = "institution"\n')
    file.write_text(kinds.replace("krasnoufimsk", "grozny"), encoding="utf-8")
    return clerk


def figures(clerk, *days):
    assert clerk.run(*(("report", "period", *days) if days else YEAR), "--format", "json") == 0, (
        clerk.complained
    )
    told = json.loads(clerk.said)
    return told, {one["name"]: one["count"] for one in told["outcomes"]}


def test_r13_r14_the_figures_are_those_of_grozny(grozny):
    """930 = 163 + 767; 30 = 6 + 24; from thirty days to ten."""
    of_2018 = rows({"решено": 100, "меры приняты": 63, "разъяснено": 767})
    of_2019 = rows({"решено": 6, "разъяснено": 24}, year=2019, months=range(1, 5), days=5)
    before = rows({"разъяснено": 12}, year=2017, months=[1, 3, 5], days=30)
    assert grozny.imports([*of_2018, *of_2019, *before]) == 0, grozny.said
    told, outcomes = figures(grozny)
    assert (told["received"], told["handled"], told["in_work"]) == (930, 930, 0)
    assert outcomes == {"Рассмотрены положительно": 163, "Разъяснено": 767}
    assert (told["mean_term_days"], told["former"]["mean_term_days"]) == (10.0, 30.0)
    assert told["mean_reaction_days"] is None, "a file knows nothing of it"
    told, outcomes = figures(grozny, "--from", "2019-01-01", "--to", "2019-04-30")
    assert (told["handled"], list(outcomes.values())) == (30, [6, 24])

    assert grozny.run(*YEAR, "--out", "paper.txt") == 0
    text = plain((grozny.folder / "paper.txt").read_text(encoding="utf-8"))
    assert "Вопросы по видам исполнителей" not in text, "no question was put to any"
    assert re.search(r"^Рассмотрены положительно +163$", text, re.MULTILINE)
    assert re.search(r"^Всего обработано +930$", text, re.MULTILINE)
    assert re.search(r"^Средний срок рассмотрения +30 дн. +10 дн.$", text, re.MULTILINE)


def test_an_outcome_in_no_group_stands_by_itself_and_the_sums_agree(grozny):
    told = {"решено": 2, "перенаправлено": 3, "без ответа": 1, "снято": 1, "": 2}
    waiting = [{"Поступило": "2018-05-01", "Канал": "paper", "Внешний номер": f"ж-{n}"} for n in range(4)]
    assert grozny.imports([*rows(told), *waiting]) == 0, grozny.said
    told, outcomes = figures(grozny)
    assert outcomes == {
        "Рассмотрены положительно": 2,
        "Разъяснено": 0,
        "Перенаправлено": 3,
        "Без ответа": 1,
        "Снято": 1,
        "Результат не указан": 2,
    }
    assert sum(outcomes.values()) == told["handled"] == 9
    assert told["handled"] + told["in_work"] == told["received"] == 13


def test_a_period_without_messages_has_a_paper_that_says_so(grozny):
    assert grozny.run("apply", "municipality.toml") == 0
    assert grozny.run(*YEAR, "--out", "paper.txt") == 0
    text = (grozny.folder / "paper.txt").read_text(encoding="utf-8")
    assert "За отчётный период обращений не поступало." in text
    assert re.search(r"^Средний срок рассмотрения +нет данных +нет данных$", text, re.MULTILINE)
    assert grozny.run("report", "period", "--from", "2018-02-01", "--to", "2018-01-01", "--out", "p.txt") == 2
