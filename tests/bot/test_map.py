"""Topics, territories and weeks as a picture, a book and a paper (R58)."""

import io
import json
from itertools import pairwise

import pytest
from openpyxl import load_workbook
from PIL import Image

from reports.drawing.sheet import fit, font
from reports.heat.scale import Scale
from tests.bot.register_town import MUNICIPALITY, clerk

__all__ = ["clerk"]

DAYS = ("--from", "2026-03-02", "--to", "2026-03-15")
TERRITORIES = """
[[territories]]
code = "center"
name = "Центр <b>"
streets = ["ул. Ленина, 1-25"]
[[territories]]
code = "river"
name = "Заречье"
streets = ["ул. Садовая"]
"""


def rows(count, address, **cells):
    for number in range(count):
        yield {
            "Поступило": "2026-03-03 10:00",
            "Отвечено": "2026-03-04 10:00",
            "Исход": "решено",
            "Исполнители": "zhkh",
            "Тема": "Водоснабжение",
            "Канал": "paper",
            "Внешний номер": f"{address}-{number}-{len(cells)}",
            "Адрес": address,
            **cells,
        }


@pytest.fixture
def town(clerk):
    (clerk.folder / "municipality.toml").write_text(MUNICIPALITY + TERRITORIES, encoding="utf-8")
    late = {"Отвечено": "2026-03-30 10:00", "Поступило": "2026-03-10 10:00"}
    given = [
        *rows(4, "на Ленина 5"),
        *rows(2, "ул. Ленина, 7", **late),
        *rows(1, "Садовой улице, 12", Тема=""),
        *rows(1, "=1+1"),
        *rows(1, "ул. Ленина, 5", Территория="заречье", Оценка="1"),
    ]
    assert clerk.imports(given) == 0, clerk.said
    return clerk


def test_r58_topics_territories_and_weeks_with_what_is_late(town):
    assert town.run("report", "map", *DAYS, "--format", "json") == 0, town.complained
    told = json.loads(town.said)
    assert (told["count"], told["late"], told["nowhere"], told["weeks"]) == (9, 2, 1, [7, 2])
    assert told["week_starts"] == ["2026-03-02", "2026-03-09"]
    cells = {(one["topic"], one["territory"]): one for one in told["cells"]}
    center = cells["Водоснабжение", "Центр <b>"]
    assert (center["count"], center["late"], center["weeks"]) == (6, 2, [4, 2])
    assert cells["Водоснабжение", "Заречье"]["count"] == 1, "what the file says stays"
    assert cells[None, "Заречье"]["count"] == 1
    assert [one["territory"] for one in told["territories"]] == ["Центр <b>", "Заречье", None]
    assert [one["address"] for one in told["unplaced"]] == ["=1+1"]


def test_r58_the_paper_names_weak_points_and_what_has_to_be_placed_by_hand(town):
    assert town.run("report", "map", *DAYS, "--out", "map.txt") == 0, town.complained
    text = (town.folder / "map.txt").read_text(encoding="utf-8")
    assert "Срок нарушен: 2." in text
    assert "Центр <b> – 6 (2), Заречье – 1, Не определена – 1" in text
    assert "=1+1" in text


def test_r58_the_book_counts_in_numbers_and_computes_nothing_of_citizens(town):
    assert town.run("report", "map", *DAYS, "--out", "map.xlsx") == 0, town.complained
    book = load_workbook(town.folder / "map.xlsx")
    lines = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=4)]
    assert lines == [
        ["Тема", "Центр <b>", "Заречье", "Не определена", "Всего"],
        ["Водоснабжение", 6, 1, 1, 8],
        ["Тема не указана", 0, 1, 0, 1],
        ["Всего", 6, 2, 1, 9],
    ]
    assert book.worksheets[-1]["B5"].data_type == "s"


@pytest.mark.parametrize(
    ("days", "is_tall"), [(DAYS, True), (("--from", "2025-03-01", "--to", "2025-03-02"), False)]
)
def test_r58_the_picture_also_of_days_without_anything(town, days, is_tall):
    assert town.run("report", "map", *days, "--out", "map.png") == 0, town.complained
    picture = Image.open(io.BytesIO((town.folder / "map.png").read_bytes()))
    assert picture.format == "PNG"
    assert (picture.height > 600) is is_tall


def test_a_picture_has_no_form(town):
    assert town.run("report", "map", *DAYS, "--out", "map.png", "--template", "x.docx") != 0
    assert "уберите --template" in town.complained


def test_shades_grow_with_numbers_and_the_legend_has_no_gap():
    ranges = [(1, most) for most in (1, 2, 5, 6, 7, 12, 338, 100_000)]
    for least, most in [*ranges, (46, 118), (46, 46), (46, 52), (99, 100_000)]:
        scale = Scale(most, least)
        classes = scale.classes()
        assert classes[0][0] == least
        assert classes[-1][1] == most
        assert all(first == last + 1 for (_, last, _), (first, _, _) in pairwise(classes))
        shades = [scale.shade(number) for number in range(least, min(most, 400) + 1)]
        assert shades == sorted(shades)
        assert len(classes) == min(most - least + 1, 5)
    assert Scale(0).shade(0) is None


def test_what_does_not_fit_into_its_lines_ends_with_dots():
    letters = font(20)
    lines = fit("Оченьдлинноеназваниемикрорайона имени Героя", letters, 150, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(letters.getlength(line) <= 150 for line in lines)
