"""`regulation show`, and the documentation that is made of the same tables."""

from pathlib import Path

import pytest

from bot.cli import main
from bot.regulation_file import built_in, built_in_file
from domain.regulation.regulation import BUILT_IN

DOCUMENT = Path(__file__).parents[2] / "docs" / "regulations.md"


def shown(capsys, *words):
    assert main(["regulation", *words]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_term_and_provision_is_shown_with_its_clause(name, capsys):
    regulation, table = built_in(name), shown(capsys, "show", name)
    assert regulation.title in table
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    for clause in [one.clause for one in (*regulation.terms, *regulation.provisions)]:
        assert any(row.rstrip(" |").endswith(clause) for row in rows), clause


def test_a_table_reads_as_the_regulation_says(capsys):
    """R41, R42: six hours, three for high importance, eight days that roll on."""
    rows = [
        [cell.strip() for cell in line.split("|")]
        for line in shown(capsys, "show", "krasnoufimsk").splitlines()
    ]
    drafts = [row[2:5] for row in rows if "подготовить проект ответа" in row]
    assert drafts == [
        ["остальные", "отдел", "6 рабочих часов"],
        ["повышенной важности", "отдел", "3 рабочих часа"],
    ]
    (route,) = [row for row in rows if "направить исполнителю" in row]
    assert route[2] == "все"
    assert any("8 календарных дней, с выходного — на следующий рабочий день" in row for row in rows)


def test_one_of_ones_own_is_shown_by_its_path(capsys, tmp_path):
    own = tmp_path / "own.toml"
    text = built_in_file("grozny").decode().replace("Грозный", "Примерск")
    own.write_text(text.replace("days = 30", "days = 15"), encoding="utf-8")
    table = shown(capsys, "show", str(own))
    assert "Примерск" in table
    assert "не больше чем на 15 дн." in table


def test_what_is_wrong_is_one_line_with_the_remedy(capsys, tmp_path):
    assert main(["regulation", "show", "krasnoufimk"]) == 2
    assert "krasnoufimsk, chaikovsky, grozny, federal59" in capsys.readouterr().err
    own = tmp_path / "own.toml"
    own.write_text("title = 5\n", encoding="utf-8")
    assert main(["regulation", "show", str(own)]) == 2
    assert f"{own}:1: title: " in capsys.readouterr().err
    assert main(["regulation", "show", str(tmp_path)]) == 2
    assert "это папка" in capsys.readouterr().err


def test_the_documentation_is_made_of_the_profiles(capsys):
    """`python -m bot regulation document > docs/regulations.md` makes it anew."""
    assert shown(capsys, "document") == DOCUMENT.read_text(encoding="utf-8")
