"""The table of requirements is true: what it names is there, and what the code cites is in it. So are the other documents."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from domain.notices import AlarmKind
from tests.city import NUMBER, living_town
from tests.story.scenes import ask_database

ROOT = Path(__file__).parents[1]
PROGRAM = ("bot", "domain", "handlers", "locales", "reports", "scheduler", "services", "storage", "views")
OWNED = [
    "R02",
    "R03",
    "R06",
    "R07",
    "R08",
    "R11",
    "R19",
    "R20",
    "R21",
    "R22",
    "R28",
    "R32",
    "R33",
    "R34",
    "R35",
    "R36",
    "R37",
    "R38",
    "R39",
    "R40",
    "R41",
    "R42",
    "R43",
    "R44",
    "R45",
    "R46",
    "R49",
    "R51",
    "R54",
    "R55",
    "R56",
    "R59",
    "R78",
]
"""Intake, the way to an answer, regulations and time: each is named by a test."""
READINGS = [f"A{number}" for number in range(1, 24)]

_CITED = re.compile(r"\bR\d\d\b")
_QUOTED = re.compile(r"`([^`\n]+)`")
_PLACE = re.compile(rf"(?:{'|'.join((*PROGRAM, 'sandbox'))})(?:\.\w+)+(?<!\.py)")
_FILE = re.compile(r"(?:[\w.*<>-]+/)+[\w.*-]*|[\w-]+\.(?:py|toml|md|ftl)")
_TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")


@dataclass(frozen=True)
class Requirement:
    number: str
    what: str
    state: str
    places: list[str]
    source: str
    tests: list[str]

    @property
    def is_there(self) -> bool:
        return self.state == "built" or self.state.startswith("partly: ")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def list_requirements() -> list[Requirement]:
    rows = re.findall(r"^\| (R\d\d) \|(.*)\|$", read("docs/requirements.md"), re.MULTILINE)
    return [_requirement(number, cells) for number, cells in rows]


def _requirement(number, cells):
    what, state, rule, source, tests = (cell.strip() for cell in cells.split("|"))
    return Requirement(number, what, state, _QUOTED.findall(rule), source, _QUOTED.findall(tests))


def find_place(name):
    """The object of this dotted name; raises LookupError where there is none."""
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(parts[:size]))
        except ModuleNotFoundError:
            continue
        for part in parts[size:]:
            if not hasattr(found, part) and part not in getattr(found, "__annotations__", {}):
                raise LookupError(name)
            found = getattr(found, part, found)
        return found
    raise LookupError(name)


@cache
def list_tests(file) -> frozenset[str]:
    """Names of the tests in a file."""
    tree = ast.parse(read(file))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(node.name for node in functions if node.name.startswith("test_"))


def list_docstrings(*rooms):
    """Every docstring of the code, with the place where it stands; notes under a name count as well."""
    for file in sorted(file for room in rooms for file in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", str(node.value.value)


def test_every_requirement_stands_in_the_table_once():
    assert [row.number for row in list_requirements()] == [f"R{number:02}" for number in range(1, 84)]


@pytest.mark.parametrize("row", list_requirements(), ids=lambda row: row.number)
def test_a_row_is_whole(row):
    """Built or partly: a rule and a test; not yet: neither, so that nothing is claimed."""
    assert row.what
    assert row.source
    assert row.is_there or row.state == "not yet"
    assert bool(row.places) is row.is_there
    assert bool(row.tests) is row.is_there


@pytest.mark.parametrize("row", list_requirements(), ids=lambda row: row.number)
def test_what_a_row_names_is_there(row):
    for place in row.places:
        find_place(place)
    for test in row.tests:
        file, name = _TEST.fullmatch(test).groups()
        assert name in list_tests(file)


def test_what_the_code_cites_is_there():
    """A docstring that names a requirement says that the code beside it carries it out."""
    there = {row.number for row in list_requirements() if row.is_there}
    cited = {
        (where, number) for where, words in list_docstrings(*PROGRAM) for number in _CITED.findall(words)
    }
    assert len(cited) > 30
    assert sorted(found for found in cited if found[1] not in there) == []


@pytest.mark.parametrize("number", [*OWNED, *READINGS])
def test_what_this_version_answers_for_is_named_by_a_test(number):
    """In its name or its docstring."""
    assert number in list_named()


@cache
def list_named() -> frozenset[str]:
    """The numbers that tests name."""
    functions = (
        node
        for file in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )
    said = " ".join(
        f"{one.name.replace('_', ' ').upper()} {ast.get_docstring(one) or ''}" for one in functions
    )
    return frozenset(re.findall(r"\b(?:R\d\d|A\d{1,2})\b", said))


def test_every_reading_of_an_unclear_place_has_its_rule_and_its_test():
    rows = re.findall(r"^\| (A\d+) \|(.*)\|(.*)\|(.*)\|$", read("docs/requirements.md"), re.MULTILINE)
    assert [number for number, *_ in rows] == READINGS
    for _, reading, rule, tests in rows:
        assert reading.strip()
        for place in _QUOTED.findall(rule):
            find_place(place)
        assert _QUOTED.findall(tests)
        for test in _QUOTED.findall(tests):
            file, name = _TEST.fullmatch(test).groups()
            assert name in list_tests(file)


async def test_a_question_a_remark_and_a_complaint_all_get_a_number(tmp_path):
    """R19, Chaikovsky, п. 1: one message like any other, and what it is stands in the register."""
    words = {
        "anna": "Подскажите, когда отремонтируют асфальт на ул. Мира, 3?",
        "boris": "На ул. Мира, 3 плохо убран асфальт после ремонта",
        "stranger": "Жалуюсь: яма на ул. Мира, 3 третий месяц, куда вы смотрите",
    }
    async with living_town(tmp_path) as town:
        for name, text in words.items():
            await town.says(getattr(town, name), text)
            number = re.search(NUMBER, getattr(town, name).chat.last_message.text)[0]
            assert text in town.roads.find(number).text
        kinds = ask_database(town, "SELECT kind FROM appeals ORDER BY id")
    assert kinds == [("question",), ("remark",), ("complaint",)]


# The other documents

DOCUMENTS = sorted(
    str(file.relative_to(ROOT)) for file in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
)


def list_names(document):
    """What a document quotes as code, outside its blocks of commands."""
    return _QUOTED.findall(re.sub(r"^```.*?^ *```", "", read(document), flags=re.MULTILINE | re.DOTALL))


def list_missing(names):
    """Dotted names, files and tests among them that are not there."""
    for name in names:
        if (test := _TEST.fullmatch(name)) and test[2] not in list_tests(test[1]):
            yield name
        elif _PLACE.fullmatch(name):
            try:
                find_place(name)
            except LookupError:
                yield name
        elif _is_ours(name) and not any(ROOT.glob(name.rstrip("/"))) and not any(ROOT.rglob(name)):
            yield name


def _is_ours(name):
    """A file of the project, and not one that an administrator makes."""
    made = ("data/", "/", "municipality.toml", ".env", "<")
    return _FILE.fullmatch(name) is not None and not name.startswith(made) and ".venv" not in name


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document):
    assert list(list_missing(list_names(document))) == []


@pytest.mark.parametrize(
    "name",
    [
        "services.citizen.intake.recieve",
        "domain.appeal.Appeal.colour",
        "bot/intake/pooler.py",
        "docs/nothing.md",
        "tests/test_requirements.py::test_x",
    ],
)
def test_a_name_that_is_not_there_is_noticed(name):
    assert list(list_missing([name])) == [name]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\(([^)\s]+)\)", read(document))
    for link in links:
        target, _, heading = link.partition("#")
        if not target.startswith("http"):
            file = (ROOT / document).parent / target if target else ROOT / document
            assert file.exists(), link
            assert not heading or heading in list_headings(file), link


def list_headings(file):
    """Anchors as the hosting sites make them of headings."""
    found = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("kind", list(AlarmKind))
def test_every_alarm_is_explained(kind):
    """Of an alarm that the operator cannot look up, only the fright is left."""
    assert f"`{kind.value}`" in read("docs/operations.md")


@pytest.mark.parametrize("readme", ["README.md", "README.ru.md"])
def test_every_target_of_make_is_explained(readme):
    (targets,) = re.findall(r"^\.PHONY: (.+)$", read("Makefile"), re.MULTILINE)
    assert [target for target in targets.split() if f"| `make {target}` |" not in read(readme)] == []


def test_a_refusal_at_the_start_is_explained_in_its_own_words():
    """The operator searches the page for what stands on the screen."""
    texts = read("locales/ru/setup.ftl")
    for words in re.findall(r"^\| `([^`]*[а-я][^`]*)` \| [12] \|", read("docs/operations.md"), re.MULTILINE):
        pattern = re.escape(words).replace("…", r"\{ \$\w+ \}").replace("BOT_TOKEN:\\ ", "BOT_TOKEN: ")
        assert re.search(pattern, texts), words


@pytest.mark.parametrize(("russian", "english"), [("README.ru.md", "README.md")])
def test_both_readmes_tell_the_same(russian, english):
    """The same commands, files and settings, the same number of sections; the words are each language's own."""
    for tell in (_commands, _sections):
        assert tell(russian) == tell(english)


def _commands(document):
    blocks = re.findall(r"^ *```(?:sh|ini|toml)\n(.*?)^ *```", read(document), re.MULTILINE | re.DOTALL)
    return [re.sub(r" *#.*", "", block) for block in blocks]


def _sections(document):
    return [
        len(level)
        for level in re.findall(r"^(#+) ", re.sub(r"(?s)```.*?```", "", read(document)), re.MULTILINE)
    ]
