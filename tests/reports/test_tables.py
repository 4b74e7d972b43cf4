"""Any register survives its way through a file: property tests of the table without a database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from bot.importing.rows import RegisterReader
from bot.importing.tables import read_table
from bot.setup_texts import russian
from domain.ids import ChatId, DepartmentCode, TopicCode
from domain.kinds import AppealKind
from domain.municipality import Category, Channel, Chats, Department, Municipality, Topic
from domain.outcomes import Outcome
from domain.register.marks import ApplicantKind
from domain.register.rows import Executor, RegisterRow
from domain.ways import Way
from reports.register.cells import RegisterCells
from reports.tables import CELL_LIMIT, defused, fitting, restored, write_table

ZONE = ZoneInfo("Asia/Kamchatka")
TOWN = Municipality(
    name="Примерск",
    timezone=ZONE.key,
    regulation="krasnoufimsk",
    hours={},
    chats=Chats(ChatId(-1), ChatId(-1), ChatId(-1)),
    channels=(
        Channel("telegram", "Telegram"),
        Channel("hotline", "Телефон доверия"),
        Channel("paper", "hotline"),
    ),
    departments=(
        Department(DepartmentCode("zhkh"), "ЖКХ", ChatId(-2)),
        Department(DepartmentCode("legal"), "Право", ChatId(-3)),
    ),
    topics=(
        Topic(TopicCode("water"), "Вода", DepartmentCode("zhkh")),
        Topic(TopicCode("pits"), "Ямы", DepartmentCode("zhkh")),
    ),
)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
LINE = WORDS.map(str.strip)
MINUTES = st.integers(0, 20 * 365 * 24 * 60).map(
    lambda past: datetime(2005, 1, 1, tzinfo=ZONE) + timedelta(minutes=past)
)


@st.composite
def rows(draw):
    received = draw(MINUTES)
    answered = draw(st.none() | st.integers(0, 500_000))
    departments = draw(st.lists(st.sampled_from(["zhkh", "legal"]), unique=True))
    return RegisterRow(
        received=received,
        number=draw(st.just("") | st.integers(1, 10**9 - 1).map(lambda last: f"2022-{last:05}")),
        answered=None if answered is None else received + timedelta(minutes=answered),
        channel=draw(st.sampled_from(["", "telegram", "hotline", "paper"])),
        account=draw(LINE),
        external_number=draw(LINE),
        link=draw(LINE),
        applicant=draw(LINE),
        applicant_kind=draw(st.sampled_from(ApplicantKind)),
        contact=draw(LINE),
        kind=draw(st.none() | st.sampled_from(AppealKind)),
        formal=draw(st.booleans()),
        topic=draw(st.sampled_from([None, "water", "pits"])),
        address=draw(LINE),
        territory=draw(LINE),
        gist=draw(LINE),
        text=draw(WORDS),
        executors=tuple(Executor(code, draw(st.integers(1, 999))) for code in departments),
        collective=draw(st.booleans()),
        urgent=draw(st.booleans()),
        important=draw(st.booleans()),
        forwarded_from=draw(LINE),
        repeat_of=draw(st.sampled_from(["", "2021-00001"])),
        category=draw(st.none() | st.sampled_from(Category)),
        outcome=draw(st.none() | st.sampled_from(Outcome)),
        way=draw(st.none() | st.sampled_from(Way)),
        outgoing_number=draw(LINE),
        outgoing_date=draw(st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))),
        requests=draw(st.integers(0, 9999)),
        rating=draw(st.none() | st.integers(1, 5)),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tables")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(register=st.lists(rows(), max_size=4), ending=st.sampled_from([".csv", ".xlsx"]))
def test_what_is_written_is_read_again_to_the_letter(folder, register, ending):
    file = folder / f"register{ending}"
    cells = RegisterCells(TOWN, russian())
    write_table(file, cells.headline, map(cells.cells, register))
    read = list(RegisterReader(TOWN, russian()).read(read_table(file), "register"))
    assert [_told(row) for row in read] == [_told(row) for row in register]


def _told(row):
    """Without the row of the file; moments as the table has them, whose hour in the zone may come twice."""
    facts = {name: getattr(row, name) for name in RegisterRow.__dataclass_fields__ if name != "place"}
    return facts | {name: facts[name] and facts[name].astimezone(UTC) for name in ("received", "answered")}


@given(st.text("'=+-@\t\uff1d\uff0b1a(", max_size=6))
def test_a_cell_that_was_defused_comes_back_and_begins_with_no_formula(cell):
    assert restored(defused(cell)) == cell
    assert defused(cell)[:1] not in {"=", "@", "\t", "\uff1d"}


def test_a_text_longer_than_a_cell_is_cut_with_a_sign():
    """Counted as the book counts: a smiley is two."""
    assert fitting("я" * CELL_LIMIT) == "я" * CELL_LIMIT
    assert fitting("😀" * CELL_LIMIT) == "😀" * (CELL_LIMIT // 2) + "…"
    assert fitting("a\ud800") == "a?"


MARKUP = '<r><t>1</t></r></is></c><c r="AA9"><f>1+1</f></c><c r="AB9" t="inlineStr"><is><r><t>1</t></r>'
"""What the library writes as it stands where it takes it for markup of its own."""
EVIL = {
    "=1+1": "=1+1",
    "@SUM(1)": "@SUM(1)",
    "+7 900": "+7 900",
    "-1+1|cmd": "-1+1|cmd",
    "{=1}": "{=1}",
    "\t=1": "\t=1",
    "http://example.org": "http://example.org",
    "_x003D_1": "_x003D_1",
    "half \ud800=1": "half ?=1",
    "\x01\x0b\ufffe": "\x01\x0b\ufffe",
    "\r=1": "\r=1",
    MARKUP: f" {MARKUP}",
    f"<r>{'=' * CELL_LIMIT}</r>": f" <r>{'=' * (CELL_LIMIT - 5)}…",
    "=" * (CELL_LIMIT + 1): "=" * (CELL_LIMIT - 1) + "…",
}


@pytest.mark.parametrize("name", ["table", "paper"])
def test_whatever_is_written_every_cell_of_a_book_is_a_string(tmp_path, name):
    """Guarantee 29: in the register, and in a book made of a paper's words."""
    file = tmp_path / f"{name}.xlsx"
    if name == "table":
        write_table(file, ["Текст", ""], [[words, "да"] for words in EVIL])
        assert [cells[0] for _, cells in read_table(file)][1:] == list(EVIL.values())
    else:
        with Workbook(file) as book:
            sheet = book.add_worksheet()
            for line, words in enumerate(EVIL):
                sheet.write_string(line, 0, fitting(words))
    cells = [cell for row in load_workbook(file).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {cell.column for cell in cells} <= {1, 2}, "and no words make cells of their own"
