"""A register from elsewhere becomes part of this one, wholly or not at all (R01, R03, R57, R60)."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from bot.importing import tables
from storage.lock import single_instance
from tests.bot.register_town import as_csv, clerk

__all__ = ["clerk"]

CALL = {
    "Номер": "2022-00007",
    "Поступило": "2022-01-27 14:05",
    "Отвечено": "2022-02-01 09:30",
    "Канал": "Телефон доверия",
    "Аккаунт": "2-00-00",
    "Внешний номер": "Т-15",
    "Ссылка": "https://example.org/15",
    "Заявитель": "ООО «Ромашка»",
    "Вид заявителя": "организация",
    "Контакт": "+7 900 111-22-33",
    "Вид": "жалоба",
    "59-ФЗ": "да",
    "Тема": "Водоснабжение",
    "Адрес": "ул. Мира, 3",
    "Территория": "Центр",
    "Суть": "Нет воды",
    "Текст": "Нет воды;\nвторой день, «совсем»",
    "Исполнители": "zhkh:2|legal:1",
    "Коллективное": "да",
    "Срочное": "нет",
    "Повышенной важности": "да",
    "Переслано из": "Дума города",
    "Повторное к": "2021-00990",
    "Категория": "обычное",
    "Исход": "отказано",
    "Способ ответа": "письмо",
    "Исходящий номер": "01-25/134",
    "Исходящая дата": "2022-02-01",
    "Запросов": "3",
    "Оценка": "4",
}
LETTER = {"Поступило": "2022-01-28 08:00", "Канал": "Письменные", "Суть": "Просят скамейку"}


def test_every_column_comes_back_as_it_was(clerk):
    assert clerk.imports([CALL]) == 0
    assert clerk.register() == [CALL]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1251", ";"), ("cp1251", ","), ("utf-8", "\t")],
)
def test_a_file_of_any_spreadsheet_is_read(clerk, encoding, delimiter):
    assert clerk.imports(as_csv([CALL], delimiter).encode(encoding)) == 0
    assert clerk.register() == [CALL]


@pytest.mark.parametrize("told", ["2022-01-27 14:05", "27.01.2022 14:05", "27.01.2022  14:05:33"])
def test_a_moment_is_the_towns_time_in_whatever_form(clerk, told):
    assert clerk.imports([CALL | {"Поступило": told}]) == 0
    assert clerk.column("Поступило") == ["2022-01-27 14:05"]


def test_without_a_number_it_gets_the_next_one_of_its_year_in_the_towns_zone(clerk):
    """In Yekaterinburg it is 2022 already while it is 2021 in Greenwich."""
    rows = [LETTER | {"Поступило": "01.01.2022 02:00"}, CALL, LETTER, LETTER | {"Поступило": "2021-05-05"}]
    assert clerk.imports(rows) == 0
    assert sorted(clerk.column("Номер")) == ["2021-00001", "2022-00007", "2022-00008", "2022-00009"]


def test_what_a_file_leaves_open_is_filled_as_for_a_message_to_the_bot(clerk):
    assert clerk.imports([{"Поступило": "2022-01-28", "Тема": "water", "Текст": "Когда дадут воду?"}]) == 0
    (row,) = clerk.register()
    told = {name: row[name] for name in ("Вид", "Категория", "Суть", "Вид заявителя", "Коллективное")}
    assert told == {
        "Вид": "вопрос",
        "Категория": "решаемое",
        "Суть": "Когда дадут воду?",
        "Вид заявителя": "гражданин",
        "Коллективное": "нет",
    }


def test_the_same_file_twice_doubles_nothing(clerk):
    """By its number, and without one by the number that it has in its channel."""
    rows = [CALL, LETTER | {"Внешний номер": "П-1"}]
    assert clerk.imports(rows) == 0
    assert clerk.imports(rows) == 0
    assert "внесено строк: 0, уже были в реестре: 2" in clerk.said
    assert len(clerk.register()) == 2


def test_whoever_would_double_a_file_the_next_time_is_told(clerk):
    assert clerk.imports([LETTER]) == 0
    assert "без внешнего номера: 1" in clerk.said


def test_another_matter_under_a_number_that_is_given_is_a_mistake(clerk):
    assert clerk.imports([CALL]) == 0
    assert clerk.imports([CALL | {"Поступило": "2022-01-20 10:00"}]) == 1
    assert "register.csv:2: Номер: номер 2022-00007 уже занят другим сообщением, от 2022-01-27" in clerk.said


def test_one_bad_row_and_nothing_is_brought_in_but_every_mistake_is_told_with_its_remedy(clerk):
    bad = {
        "Номер": "7",
        "Поступило": "31.02.2022",
        "Отвечено": "вчера",
        "Канал": "факс",
        "Вид": "донос",
        "59-ФЗ": "может быть",
        "Тема": "вода",
        "Исполнители": "zhkh:0",
        "Исходящая дата": "скоро",
        "Запросов": "-1",
        "Оценка": "6",
    }
    assert clerk.imports([CALL, bad, LETTER | {"Отвечено": "2022-01-01"}, CALL]) == 1
    places = re.findall(r"^register\.csv:(\d+): ([^:]+): .+ — .+$", clerk.said, re.MULTILINE)
    assert places == [*(("3", column) for column in bad), ("4", "Отвечено"), ("5", "Номер")]
    assert "впишите одно из: вопрос, замечание, жалоба" in clerk.said
    assert "ничего не внесено, ошибок: 13" in clerk.said
    assert clerk.register() == []


def test_a_rehearsal_changes_nothing(clerk):
    assert clerk.imports([CALL, LETTER], "--dry-run") == 0
    assert "Будет внесено строк: 2" in clerk.said
    assert (
        clerk.run("report", "register", *("--from", "2022-01-01", "--to", "2022-01-31"), "--out", "a.csv")
        == 1
    )
    assert not (clerk.folder / "a.csv").exists()


def test_an_answer_of_the_day_of_its_message_may_be_told_without_the_hour(clerk):
    assert clerk.imports([CALL | {"Отвечено": "27.01.2022"}]) == 0
    assert clerk.column("Отвечено") == ["2022-01-27 14:05"]


def test_while_the_bot_runs_it_is_refused(clerk):
    with single_instance(clerk.folder / "data" / "priemnaya.sqlite3"):
        assert clerk.imports([CALL]) == 1
    assert "с этой базой уже работает другой процесс" in clerk.complained


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Поступила;Канал", "Поступила: нет такого столбца — может быть, «Поступило»?"),
        ("Поступило;Канал;Канал", "Канал: столбец назван дважды"),
        ("Имя;Возраст", "нет ни одного столбца реестра"),
        ("", "нет строки с заголовками"),
    ],
)
def test_a_headline_that_is_none_is_told(clerk, headline, said):
    assert clerk.imports(f"{headline}\n2022-01-27;hotline\n" if headline else "") in {1, 2}
    assert said in clerk.said + clerk.complained


def book(rows, folder):
    """An XLSX file as a spreadsheet writes it."""
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(folder / "made.xlsx")
    return (folder / "made.xlsx").read_bytes()


def bomb(folder):
    """A book that says it unpacks to a gigabyte."""
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(700):
                part.write(bytes(1024 * 1024))
    return (folder / "bomb.xlsx").read_bytes()


NASTY = {
    "an old book renamed": ("r.xlsx", b"\xd0\xcf\x11\xe0" + bytes(600), "книга старого Excel"),
    "a picture": ("r.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "не таблица CSV или XLSX"),
    "words of UTF-16": ("r.csv", "Поступило;Канал\n".encode("utf-16"), "не таблица CSV или XLSX"),
    "words called a book": ("r.xlsx", "Поступило;Канал\n".encode(), "книга повреждена"),
    "an archive of something else": ("r.xlsx", b"PK\x05\x06" + bytes(18), "не таблица CSV или XLSX"),
    "half a book": ("r.xlsx", b"PK\x03\x04" + bytes(100), "книга повреждена"),
    "no file": ("r.csv", None, "файл не прочитать"),
}


@pytest.mark.parametrize("case", NASTY)
def test_a_file_that_is_no_table_is_refused_in_words(clerk, case):
    name, content, said = NASTY[case]
    if content is not None:
        Path(name).write_bytes(content)
    assert clerk.run("import", name) == 2
    assert said in clerk.complained


def test_a_bomb_is_not_unpacked(clerk, monkeypatch):
    assert clerk.imports(bomb(clerk.folder), name="b.xlsx") == 2
    assert "распаковывается больше чем в 50 МБ" in clerk.complained
    monkeypatch.setattr(tables, "_DENSEST", 10_000)
    assert clerk.run("import", "b.xlsx") == 2
    assert "распаковывается больше чем в 600 МБ" in clerk.complained


def test_a_file_above_the_limit_is_not_read(clerk, monkeypatch):
    monkeypatch.setattr(tables, "MEGABYTE", 1)
    assert clerk.imports([CALL]) == 2
    assert "файл больше 100 МБ — разделите его" in clerk.complained


def test_more_rows_than_are_taken_at_once_are_refused(clerk, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    assert clerk.imports([LETTER, LETTER, LETTER]) == 1
    assert "register.csv:4: строк больше 2" in clerk.said


def test_a_quotation_mark_that_nobody_closes_is_told_with_its_row(clerk, monkeypatch):
    monkeypatch.setattr(tables, "LONGEST_CELL", 1000)
    assert clerk.imports('Поступило;Суть\n2022-01-27;яма\n2022-01-28;"яма' + "\n2022-01-28;свет" * 200) == 1
    assert "register.csv:3: дальше файл не разобрать: кавычка открыта" in clerk.said


def test_a_quotation_mark_that_nobody_closes_does_not_swallow_the_rows_below(clerk):
    assert clerk.imports('Поступило;Суть\n2022-01-27;"яма\n2022-01-28;свет\n') == 1
    assert "register.csv:2: дальше файл не разобрать: кавычка открыта" in clerk.said


def test_a_territory_is_told_by_name_or_code_or_in_free_words(clerk):
    with (clerk.folder / "municipality.toml").open("a", encoding="utf-8") as file:
        file.write('[[territories]]\ncode = "north"\nname = "Северный микрорайон"\n')
    told = ("north", "северный  микрорайон", "Дачи")
    assert clerk.imports([LETTER | {"Территория": words} for words in told]) == 0, clerk.said
    assert clerk.column("Территория") == ["Северный микрорайон", "Северный микрорайон", "Дачи"]


def test_nothing_in_a_book_is_computed(clerk):
    """A formula is what it last showed; where it has shown nothing yet it is named. Words that look like one are words."""
    content = book([["Поступило", "Суть", "Текст"], ["2022-01-27", "=1+1", "'=HYPERLINK(1)"]], clerk.folder)
    assert clerk.imports(content, name="r.xlsx") == 1
    assert "r.xlsx:2: Суть: формула, которую ещё никто не вычислил" in clerk.said
    assert clerk.said.count("формула") == 1
    shown = io.BytesIO()
    with xlsxwriter.Workbook(shown) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["Поступило", "Суть", "Текст"])
        sheet.write_string(1, 0, "2022-01-27")
        sheet.write_formula(1, 1, "=UPPER(A1)", None, "Свет")
        sheet.write_string(1, 2, "'=HYPERLINK(1)")
    assert clerk.imports(shown.getvalue(), name="r.xlsx") == 0, clerk.said
    assert [(row["Суть"], row["Текст"]) for row in clerk.register()] == [("Свет", "'=HYPERLINK(1)")]


def test_dates_and_numbers_of_a_book_are_read_as_they_look(clerk):
    moment = datetime(2022, 1, 27, 14, 5)  # noqa: DTZ001 — spreadsheets know no zones
    content = book([["Поступило", "Контакт", "Запросов"], [moment, 89001112233, 2.0]], clerk.folder)
    assert clerk.imports(content, name="r.xlsx") == 0
    (row,) = clerk.register()
    assert (row["Поступило"], row["Контакт"], row["Запросов"]) == ("2022-01-27 14:05", "89001112233", "2")


def test_a_name_that_two_channels_have_wants_the_code(clerk):
    town = clerk.folder / "municipality.toml"
    town.write_text(town.read_text("utf-8").replace("Письменные", "Телефон доверия"), encoding="utf-8")
    assert clerk.imports([CALL]) == 1
    assert "так называются двое — впишите код: hotline, paper" in clerk.said
    assert clerk.imports([CALL | {"Канал": "paper"}]) == 0
    assert clerk.column("Канал") == ["paper"], "written so that it can be read again"
