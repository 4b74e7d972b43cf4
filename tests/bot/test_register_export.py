"""The register leaves as a table, of which nothing is ever computed (R03, R71; guarantee 29)."""

import re
import zipfile
from pathlib import Path

import pytest

from reports.tables import defused
from storage.lock import single_instance
from tests.bot.register_town import clerk

__all__ = ["clerk"]

EVIL = ['=HYPERLINK("http://evil","x")', "@SUM(1)", "+7 900 111-22-33", "-1+1|cmd", "'=1", "_x0041_", "\t=1"]
ROWS = [
    {"Номер": f"2022-{number:05}", "Поступило": "2022-01-27 14:05", "Суть": "—", "Текст": words}
    for number, words in enumerate(EVIL, start=1)
]


@pytest.fixture
def full(clerk):
    """A register in which people have written what spreadsheets compute."""
    assert clerk.imports([row | {"Текст": defused(row["Текст"])} for row in ROWS]) == 0
    return clerk


def test_what_people_write_stands_in_a_book_as_strings(full):
    assert (
        full.run("report", "register", "--from", "2022-01-01", "--to", "2022-01-31", "--out", "r.xlsx") == 0
    )
    with zipfile.ZipFile("r.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert set(re.findall(r'<c [^>]*?t="(\w+)"', sheet)) == {"inlineStr"}
    assert "HYPERLINK" in sheet


def test_a_spreadsheet_that_opens_csv_computes_nothing(full):
    assert full.run("report", "register", "--from", "2022-01-01", "--to", "2022-01-31", "--out", "r.csv") == 0
    text = (full.folder / "r.csv").read_text("utf-8-sig")
    assert not re.search(r'(?:^|;)"?[=@]', text, re.MULTILINE)
    assert ";+7 900 111-22-33;" in text, "a telephone number stays as it is"


@pytest.mark.parametrize("name", ["r.xlsx", "r.csv"])
def test_what_left_comes_back_into_an_empty_database_as_the_same_register(full, name):
    before = full.register()
    assert [row["Текст"] for row in before] == EVIL
    assert full.run("report", "register", "--from", "2022-01-01", "--to", "2022-01-31", "--out", name) == 0
    for file in (full.folder / "data").iterdir():
        file.unlink()
    assert full.run("import", name) == 0, full.said
    assert full.register() == before


def test_the_days_are_the_towns_and_both_are_included(clerk):
    rows = [
        {"Поступило": told}
        for told in ("2022-01-31 23:59", "2022-02-01 00:00", "2022-02-02 23:59", "2022-02-03 00:00")
    ]
    assert clerk.imports(rows) == 0
    february = clerk.register("--from", "2022-02-01", "--to", "2022-02-02")
    assert [row["Поступило"] for row in february] == ["2022-02-01 00:00", "2022-02-02 23:59"]


def test_it_is_written_while_the_bot_runs_and_changes_nothing(full):
    database = full.folder / "data" / "priemnaya.sqlite3"
    with single_instance(database):
        assert len(full.register()) == len(ROWS)
    assert (full.folder / "all.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (
            ("--from", "2022-01-01", "--to", "2022-01-31", "--out", "r.pdf"),
            2,
            "имя должно кончаться на одно из",
        ),
        (("--from", "2022-02-01", "--to", "2022-01-31", "--out", "r.csv"), 2, "раньше первого"),
        (("--from", "2022-01-01", "--to", "2022-01-31", "--out", "no/r.csv"), 1, "не записать"),
    ],
)
def test_what_cannot_be_written_is_told(full, options, code, said):
    assert full.run("report", "register", *options) == code
    assert said in full.complained


def test_a_database_that_is_not_there_is_told(clerk):
    assert (
        clerk.run("report", "register", "--from", "2022-01-01", "--to", "2022-01-31", "--out", "r.csv") == 1
    )
    assert "базы с настройками муниципалитета ещё нет" in clerk.complained


def test_r71_the_material_for_the_centre_holds_nothing_personal(clerk):
    row = {
        "Номер": "2022-00001",
        "Поступило": "2022-01-27 14:05",
        "Заявитель": "Иванова Анна",
        "Контакт": "8 912 345-67-89",
        "Адрес": "ул. Ленина, 5, кв. 7",
        "Суть": "Анна просит",
        "Текст": "Я, Анна, прошу",
        "Ссылка": "https://vk.com/id1",
        "Исполнители": "zhkh:2",
        "Исход": "решено",
        "Отвечено": "2022-01-28",
    }
    assert clerk.imports([row]) == 0, clerk.said
    days = ("--from", "2022-01-01", "--to", "2022-01-31")
    assert clerk.run("report", "centre", *days, "--out", "c.csv") == 0, clerk.complained
    headline, line = (clerk.folder / "c.csv").read_text("utf-8-sig").splitlines()
    for personal in ("Анна", "912", "Ленина", "vk.com"):
        assert personal not in line
    told = dict(zip(headline.split(";"), line.split(";"), strict=True))
    assert (told["Номер"], told["Исполнители"], told["Исход"]) == ("2022-00001", "Управление ЖКХ", "решено")
    documented = (Path(__file__).parents[2] / "docs/papers.md").read_text(encoding="utf-8")
    section = documented.partition("## Материалы для ЦУР")[2].partition("\n## ")[0]
    columns = [
        name for cells in re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE) for name in cells.split(", ")
    ]
    assert columns[1:] == headline.split(";"), "each column is told of in its order"
