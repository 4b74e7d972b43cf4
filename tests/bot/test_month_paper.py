"""The month's report on paper, in the form of Nevinnomyssk's (R72–R76, R79–R81, R83)."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from reports.papers.form import built_in_form
from tests.bot.register_town import clerk
from tests.bot.test_month import (
    APART,
    CHANNELS,
    DEPARTMENTS,
    SENDERS,
    register_of_the_report,
    town_of_the_report,
)

__all__ = ["clerk"]

JANUARY = ("report", "month", "--month", "2022-01")
ALL_IN_TIME = "Все обращения рассмотрены в установленные сроки."


def written(clerk, *options, name="paper.txt"):
    """The paper of January as text."""
    assert clerk.run(*JANUARY, *options, "--out", name) == 0, clerk.complained
    return plain((clerk.folder / name).read_text(encoding="utf-8"))


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def text_of_document(path):
    """Paragraphs and cells of a DOCX as people read them."""
    lines = []
    for block in Document(path).iter_inner_content():
        rows = (
            [[cell.text for cell in row.cells] for row in block.rows]
            if hasattr(block, "rows")
            else [[block.text]]
        )
        lines += ["  ".join(row) for row in rows]
    return plain("\n".join(lines))


def text_of_book(path):
    rows = load_workbook(path).active.iter_rows(values_only=True)
    return plain("\n".join("  ".join(str(cell) for cell in row if cell is not None) for row in rows))


def answered(day, until="2022-01-12", **more):
    return {
        "Поступило": f"2022-01-{day:02}",
        "Отвечено": until,
        "Исход": "разъяснено",
        "Исполнители": "zhkh",
    } | more


def test_the_paper_tells_what_the_report_of_nevinnomyssk_tells(clerk):
    """In each of the three files the same."""
    (clerk.folder / "municipality.toml").write_text(town_of_the_report(), encoding="utf-8")
    assert clerk.imports(list(register_of_the_report())) == 0
    told = [
        written(clerk),
        clerk.run(*JANUARY, "--out", "paper.docx") or text_of_document("paper.docx"),
        clerk.run(*JANUARY, "--out", "paper.xlsx") or text_of_book("paper.xlsx"),
    ]
    for text in told:
        assert "за январь 2022 года" in text
        assert "поступило 172 обращения (январь 2021 года – 141 обращение; +31; +22,0 %)" in text
        for name, count in (CHANNELS | DEPARTMENTS | SENDERS | APART).items():
            assert re.search(rf"^{re.escape(name)} +{count}$", text, re.MULTILINE), name
        assert re.search(r"Всего вопросов +188", text)
        assert "2 коллективных обращения, что составило 1 % от всей" in text
        assert "88 переслано из вышестоящих" in text
        assert (
            "отправлен 131 исходящий документ, из них: 116 ответов на обращения граждан, 15 запросов." in text
        )
        assert ALL_IN_TIME not in text


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ([], ALL_IN_TIME),
        ([answered(11, "2022-02-20")], "рассмотрено 2 из 3 обращений (66,6 %); с нарушением срока: 1;"),
        ([{"Поступило": "2022-01-11"}], "(66,6 %); с нарушением срока: 0; срок истёк, ответа нет: 1."),
        ([{"Поступило": "2021-12-30"}], "(66,6 %); с нарушением срока: 0; срок истёк, ответа нет: 1."),
        ([{"Поступило": "2021-12-01", "Отвечено": "2022-01-20"}], "(66,6 %); с нарушением срока: 1;"),
        ([{"Поступило": "2021-11-01"}], ALL_IN_TIME),
        ([answered(11, "2022-02-05") | {"59-ФЗ": "да"}], ALL_IN_TIME),
        ([answered(11, "2022-02-20") | {"Исход": "без ответа"}], ALL_IN_TIME),
        (
            [answered(11, "") | {"Отвечено": ""}],
            "не нарушены, в срок рассмотрено: 2. Дата ответа не указана: 1.",
        ),
    ],
)
def test_r79_all_in_time_is_said_only_where_it_is_so(clerk, late, said):
    """Krasnoufimsk's eight days; the law's thirty for 59-ФЗ; what was due in another month is that month's."""
    assert clerk.imports([answered(10), answered(11), *late]) == 0, clerk.said
    assert said in written(clerk)


def test_a_month_without_messages_has_a_paper_that_says_so(clerk):
    assert clerk.run("apply", "municipality.toml") == 0
    text = written(clerk)
    assert "За отчётный период обращений не поступало (январь 2021 года – обращений не было)." in text
    assert "Исходящих документов за отчётный период нет." in text
    assert "Канал" not in text
    assert "сроки" not in text


def test_a_department_without_questions_is_named_and_so_is_what_nobody_was_given(clerk):
    assert clerk.imports([answered(10), answered(11, Исполнители="")]) == 0
    text = written(clerk)
    assert "Вопросов не поступало: Правовое управление." in text
    assert "Исполнитель не назначен: 1 обращение." in text
    assert "Коллективных обращений за отчётный период не поступало." in text


def test_names_stand_to_the_letter(clerk):
    name = """из «Думы» <b>& "Ко"</b> {{ total }} {% if %}"""
    assert clerk.imports([answered(10, **{"Переслано из": name})]) == 0
    assert name in written(clerk)
    assert clerk.run(*JANUARY, "--out", "paper.docx") == 0
    assert name in text_of_document("paper.docx")


def own_form(words, *, header=""):
    """A form of one paragraph, as a clerk would save it."""
    paper = Document()
    paper.add_paragraph(words)
    paper.sections[0].header.paragraphs[0].text = header
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def test_a_town_has_forms_of_its_own_beside_its_file(clerk):
    assert clerk.imports([answered(10)]) == 0
    (clerk.folder / "papers").mkdir()
    (clerk.folder / "papers" / "month.docx").write_bytes(
        own_form("Итого {{ total }}", header="{{ municipality }}")
    )
    assert written(clerk) == "Итого 1\n"
    assert "форма: papers/month.docx" in clerk.said
    (clerk.folder / "once.docx").write_bytes(own_form("На этот раз {{ total_words }}"))
    assert written(clerk, "--template", "once.docx") == "На этот раз 1 обращение\n"


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        (own_form("{{ totl }}"), "неизвестное поле totl"),
        (own_form("{% if total > 5 %}{{ totl }}{% endif %}"), "неизвестное поле totl"),
        (own_form("{% for one in senders %}{{ one.nmae }}{% endfor %}"), "неизвестное поле one.nmae"),
        (own_form("", header="{{ totl }}"), "неизвестное поле totl"),
        (own_form("{{ total"), "ошибка записи"),
        (own_form("{% for one in senders %}"), "ошибка записи"),
        (own_form("{{ ''.__class__.__mro__ }}"), "форму не заполнить"),
        (own_form("{{ total + total_words }}"), "форму не заполнить"),
        (own_form("{{ total / 0 }}"), "форму не заполнить"),
        (b"no document", "не документ DOCX"),
        (None, "форму не прочитать"),
    ],
)
def test_a_form_that_cannot_be_filled_is_refused_in_one_line(clerk, form, complaint):
    assert clerk.run("apply", "municipality.toml") == 0
    if form is not None:
        (clerk.folder / "own.docx").write_bytes(form)
    assert clerk.run(*JANUARY, "--template", "own.docx", "--out", "paper.docx") == 2
    assert complaint in clerk.complained
    assert clerk.complained.startswith("own.docx: ")
    assert clerk.complained.count("\n") == 1
    assert not Path("paper.docx").exists()


def test_a_form_that_unpacks_to_more_than_a_document_is_refused(clerk):
    assert clerk.run("apply", "municipality.toml") == 0
    with zipfile.ZipFile("own.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    assert clerk.run(*JANUARY, "--template", "own.docx", "--out", "paper.docx") == 2
    assert "50 МБ" in clerk.complained


def test_a_month_that_is_none_is_refused_as_it_was_written(clerk, capsys):
    with pytest.raises(SystemExit):
        clerk.run("report", "month", "--month", "2026-13", "--out", "paper.docx")
    assert "«2026-13» — не месяц, нужен вид 2026-01" in capsys.readouterr().err


def test_the_built_in_form_is_handed_out_to_be_changed(clerk):
    assert clerk.run("report", "form", "month", "--out", "mine.docx") == 0
    assert Path("mine.docx").read_bytes() == built_in_form("month")
    assert "papers/month.docx" in clerk.said


def test_a_paper_needs_a_file_or_a_wish_for_figures(clerk):
    assert clerk.run("apply", "municipality.toml") == 0
    assert clerk.run(*JANUARY) == 2
    assert "--out" in clerk.complained
    assert clerk.run(*JANUARY, "--out", "paper.pdf") == 2
    assert ".docx, .xlsx, .txt" in clerk.complained
