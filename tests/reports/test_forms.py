"""The forms that come with the program: made from their texts, laid out as official papers are, told of in the documents."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from reports.papers.building import FORMS, build
from reports.papers.card import CardFields
from reports.papers.day import DayFields
from reports.papers.erasure import ErasureFields
from reports.papers.form import built_in_form, fill, list_known
from reports.papers.map import MapFields
from reports.papers.measures import MeasuresFields
from reports.papers.meeting import MeetingFields
from reports.papers.month import MonthFields
from reports.papers.people import PeopleFields
from reports.papers.period import PeriodFields
from reports.papers.ranking import RankingFields
from reports.papers.week import WeekFields


@dataclass(frozen=True, slots=True)
class Lines:
    """The fields of a form of one table."""

    lines: tuple[str, ...]


ROOT = Path(__file__).parents[2]
FIELDS = {
    "month": MonthFields,
    "period": PeriodFields,
    "week": WeekFields,
    "meeting": MeetingFields,
    "day": DayFields,
    "ranking": RankingFields,
    "card": CardFields,
    "map": MapFields,
    "erased": ErasureFields,
    "measures": MeasuresFields,
    "people": PeopleFields,
}


def parts(document):
    return document.element.xml, document.styles.element.xml


@pytest.mark.parametrize("paper", FIELDS)
def test_a_form_is_what_its_text_makes(paper):
    """Where it fails: python -m reports.papers.building."""
    made = build((FORMS / f"{paper}.txt").read_text(encoding="utf-8"))
    assert parts(Document(io.BytesIO(built_in_form(paper)))) == parts(made)


@pytest.mark.parametrize("paper", FIELDS)
def test_a_form_is_laid_out_as_official_papers_are(paper):
    document = Document(io.BytesIO(built_in_form(paper)))
    page, normal = document.sections[0], document.styles["Normal"].font
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert [round(margin.mm) for margin in (page.left_margin, page.right_margin)] == [30, 15]
    assert (normal.name, normal.size) == ("Times New Roman", Pt(14))
    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml


@pytest.mark.parametrize("paper", FIELDS)
def test_a_signature_never_stands_alone_on_a_page(paper):
    """Whatever is left out above it."""
    paragraphs = Document(io.BytesIO(built_in_form(paper))).paragraphs
    place = next(place for place, one in enumerate(paragraphs) if "\t____" in one.text)
    said = [n for n, one in enumerate(paragraphs[:place]) if one.text and not one.text.startswith("{%p")]
    assert all(one.paragraph_format.keep_with_next for one in paragraphs[said[-2] : place])


def test_what_must_not_stand_alone_below_a_table_takes_its_last_row_along():
    paper = build(
        "[ 10 3\n! Тема | Всего\n* line in lines\n| {{ line }} | 1\n]\nИтог\n\n~ Подписал | ____ | ____"
    )
    form, made = io.BytesIO(), io.BytesIO()
    paper.save(form)
    made.write(fill(form.getvalue(), Lines(("Вода", "Свет"))))
    (table,) = Document(made).tables
    held = [[one.paragraphs[0].paragraph_format.keep_with_next for one in row.cells] for row in table.rows]
    assert [all(row) for row in held] == [True, False, True]


def test_there_is_a_form_for_each_paper_and_no_other():
    assert {file.stem for file in FORMS.iterdir()} == set(FIELDS)


@pytest.mark.parametrize("paper", FIELDS)
def test_every_field_is_told_of_in_the_documents(paper):
    text = (ROOT / "docs/papers.md").read_text(encoding="utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    own = next(one for one in section if f"`{paper}.docx`" in one.splitlines()[0])
    told = set(re.findall(r"^\| `(\w+)`", own, re.MULTILINE))
    assert told == set(list_known(FIELDS[paper]))
