"""Rules of the house that import-linter cannot say: each looks into the syntax tree, and each is seen to fail here."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.alarms import AlarmKind
from domain.status import OPEN, TRANSITIONS, Action, Status, list_moves
from locales.texts import Translations
from views.alarms import CHATS

ROOT = Path(__file__).parents[1]
PROGRAM = ("bot", "domain", "handlers", "locales", "reports", "scheduler", "services", "storage", "views")
EVERYWHERE = (*PROGRAM, "sandbox", "tests", "benchmarks")
LONGEST_FILE = 400

Finder = Callable[[str], list[str]]


def list_sources(*rooms: str) -> list[Path]:
    return sorted(file for room in rooms for file in (ROOT / room).rglob("*.py"))


def offences(find: Finder, rooms: tuple[str, ...], *, allowed: tuple[str, ...] = ()) -> list[str]:
    """«file:line what» for each find; an allowed file in which nothing is found any more is an offence as well."""
    found, idle = [], set(allowed)
    for file in list_sources(*rooms):
        name = file.relative_to(ROOT).as_posix()
        lines = find(file.read_text(encoding="utf-8"))
        idle -= {name} if lines else set()
        found += [] if name in allowed else [f"{name}:{line}" for line in lines]
    return found + [f"{name}: needs its exception no more" for name in sorted(idle)]


def calls(source: str) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call `receiver.name(…)` with its receiver as written; a bare call has none."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, ast.unparse(node.func.value), node.func.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node, "", node.func.id


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Every text in the code, pieces of f-strings too; a string that stands alone is a docstring."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def find_loose_tasks(source: str) -> list[str]:
    """Tasks outside a TaskGroup, which ends with its block and cannot lose them."""
    groups = {
        ast.unparse(item.optional_vars)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.AsyncWith)
        for item in node.items
        if item.optional_vars is not None and ast.unparse(item.context_expr).endswith("TaskGroup()")
    }
    return [
        f"{node.lineno} {receiver}.{name}"
        for node, receiver, name in calls(source)
        if name in {"create_task", "ensure_future"} and receiver not in groups
    ]


_CLOCKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "monotonic"),
    ("time", "perf_counter"),
}


def find_clocks(source: str) -> list[str]:
    """The machine's own time, which no test and no sandbox can move."""
    return [
        f"{node.lineno} {receiver}.{name}"
        for node, receiver, name in calls(source)
        if (receiver.rpartition(".")[2], name) in _CLOCKS
    ]


_RUSSIAN_WORDS = re.compile(r"[а-яё]{2,}[^\w]+[а-яё]{2,}", re.IGNORECASE)


def find_russian(source: str) -> list[str]:
    """Two Russian words in a row are a sentence that people would read."""
    return [f"{line} {text[:40]!r}" for line, text in literals(source) if _RUSSIAN_WORDS.search(text)]


_SQL = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bINSERT (?:OR \w+ )?INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b"
    r"|\bCREATE (?:TABLE|INDEX)\b|\bPRAGMA \w",
    re.DOTALL,
)


def find_sql(source: str) -> list[str]:
    return [f"{line} {text[:40]!r}" for line, text in literals(source) if _SQL.search(text)]


def find_status_checks(source: str) -> list[str]:
    """What an appeal's state allows is TRANSITIONS' business: a handler that asks for it decides beside the table."""
    tree = ast.parse(source)
    asked = [
        f"{node.lineno} {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare | ast.Match) and ".status" in ast.unparse(_subject(node))
    ]
    known = [
        f"{node.lineno} imports Status"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(name.name == "Status" for name in node.names)
    ]
    return asked + known


def _subject(node: ast.Compare | ast.Match) -> ast.expr:
    return node.subject if isinstance(node, ast.Match) else node


def find_commits(source: str) -> list[str]:
    return [f"{node.lineno} {receiver}" for node, receiver, name in calls(source) if name == "commit"]


def find_length(source: str) -> list[str]:
    lines = source.count("\n")
    return [f"{lines} lines"] if lines > LONGEST_FILE else []


def test_tasks_are_started_in_the_nursery_alone():
    """None is lost to the garbage collector, none fails unheard."""
    assert offences(find_loose_tasks, PROGRAM, allowed=("bot/nursery.py",)) == []


def test_time_is_read_from_the_clock_alone():
    assert offences(find_clocks, PROGRAM, allowed=("bot/clock.py",)) == []


def test_what_people_read_stands_in_the_texts():
    """The exceptions are lists of words and patterns that are compared with what people write, never shown."""
    patterns = (
        "domain/words/addresses.py",
        "domain/words/asking.py",
        "domain/words/commitments.py",
        "domain/words/contacts.py",
        "domain/words/dates_in_words.py",
        "domain/words/ends.py",
        "domain/words/letters.py",
        "domain/words/occasions.py",
        "domain/duty.py",
        "domain/kinds.py",
        "domain/search/periods.py",
        "domain/territories/matching.py",
        "domain/territories/streets.py",
        "domain/words/personal_numbers.py",
        "domain/words/phrases.py",
        "domain/words/promised_days.py",
        "domain/words/talk.py",
        "views/work/drafting.py",
        "views/work/guesses.py",
    )
    assert offences(find_russian, PROGRAM, allowed=patterns) == []


def test_sql_stands_in_storage_alone():
    assert offences(find_sql, tuple(set(PROGRAM) - {"storage"})) == []


def test_handlers_ask_for_no_state():
    assert offences(find_status_checks, ("handlers",)) == []


def test_repositories_do_not_commit():
    """Only a unit of work does, so that everything a verb has changed counts together."""
    assert offences(find_commits, ("storage",), allowed=("storage/unit_of_work.py",)) == []


def test_files_can_be_read_in_one_sitting():
    assert offences(find_length, EVERYWHERE) == []


BAD = [
    (find_loose_tasks, "task = asyncio.create_task(work())"),
    (find_loose_tasks, "async def f():\n    asyncio.get_running_loop().create_task(work())"),
    (find_loose_tasks, "asyncio.ensure_future(work())"),
    (find_loose_tasks, "async def f(group):\n    group.create_task(work())"),
    (find_clocks, "now = datetime.now(UTC)"),
    (find_clocks, "now = datetime.datetime.utcnow()"),
    (find_clocks, "start = time.monotonic()"),
    (find_clocks, "day = date.today()"),
    (find_russian, "say('Сообщение приняли')"),
    (find_russian, "say(f'{number}: ответ отправлен')"),
    (find_sql, "run('SELECT *\\nFROM appeals')"),
    (find_sql, "run(f'UPDATE appeals SET {columns}')"),
    (find_sql, "run('INSERT OR REPLACE INTO chats VALUES (1)')"),
    (find_sql, "run('PRAGMA quick_check')"),
    (find_status_checks, "if appeal.status == 'assigned':\n    pass"),
    (find_status_checks, "if appeal.status in OPEN:\n    pass"),
    (find_status_checks, "match scene.appeal.status:\n    case 1:\n        pass"),
    (find_status_checks, "from domain.status import Status"),
    (find_commits, "async def save(self):\n    await self._transaction.commit()"),
    (find_length, "pass\n" * (LONGEST_FILE + 1)),
]
GOOD = [
    (
        find_loose_tasks,
        "async def f():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(work())",
    ),
    (find_clocks, "now = self._clock.now()"),
    (find_clocks, "at = datetime.fromtimestamp(record.created, UTC)"),
    (
        find_russian,
        "def reply():\n    '''«Не наше»: the reason is asked.'''\n    return say('reply-short', name='Петров')",
    ),
    (find_sql, "log('update %d failed', number)"),
    (find_status_checks, "if event.new_chat_member.kind == 'left':\n    pass"),
    (find_commits, "await self._transaction.rollback()"),
    (find_length, "pass\n" * LONGEST_FILE),
]


@pytest.mark.parametrize(("find", "source"), BAD)
def test_a_rule_sees_what_breaks_it(find, source):
    assert find(source) != []


@pytest.mark.parametrize(("find", "source"), GOOD)
def test_a_rule_leaves_the_rest_alone(find, source):
    assert find(source) == []


def test_an_exception_that_is_needed_no_more_is_reported():
    idle = offences(find_loose_tasks, ("domain",), allowed=("domain/ids.py",))
    assert idle == ["domain/ids.py: needs its exception no more"]


# The picture of an appeal's life in docs/architecture.md


def draw_life() -> str:
    """Moves between states as Mermaid; what leaves the state as it is stands in the table below the picture."""
    moves = [
        f"    {source.value} --> {target.value} : {action.value}"
        for source, action, target in list_moves()
        if source is not target
    ]
    return "\n".join(["stateDiagram-v2", f"    [*] --> {Status.REGISTERED.value}", *moves])


def tabulate_life() -> str:
    """Every action, who may do it, from where to where."""
    rows = [
        f"| `{action.value}` | {_who(action)} | {_states(action)} | {_leads_to(action)} |"
        for action in TRANSITIONS
    ]
    return "\n".join(["| action | who | in which states | leads to |", "|---|---|---|---|", *rows])


def _who(action: Action) -> str:
    people = sorted(f"`{role.value}`" for role in TRANSITIONS[action].roles)
    others = [(TRANSITIONS[action].by_citizen, "the citizen"), (TRANSITIONS[action].by_rule, "the program")]
    return ", ".join([*people, *(name for holds, name in others if holds)])


def _states(action: Action) -> str:
    sources = set(TRANSITIONS[action].moves)
    if sources == set(Status):
        return "any"
    if sources == OPEN:
        return "any open one"
    return ", ".join(f"`{state.value}`" for state in Status if state in sources)


def _leads_to(action: Action) -> str:
    moves = TRANSITIONS[action].moves
    if all(source is target for source, target in moves.items()):
        return "the same"
    return ", ".join(dict.fromkeys(f"`{target.value}`" for target in moves.values()))


@pytest.mark.parametrize("draw", [draw_life, tabulate_life])
def test_the_picture_of_an_appeals_life_is_the_code(draw):
    """Where it fails, the assertion shows what has to stand in the document."""
    assert draw() in (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


# What the program tells the texts


@pytest.mark.parametrize("kind", list(AlarmKind))
def test_an_alarm_brings_the_facts_that_its_text_names(kind):
    """A fact that is missing would make the alarm itself undeliverable, and nobody would hear of that."""
    (text,) = (message for message in Translations().texts("ru") if message.key == kind.value)
    facts = facts_beside(kind)
    added = {"set_aside", *(["place"] if facts & set(CHATS) else [])}
    assert text.variables <= facts | added


def facts_beside(kind: AlarmKind) -> set[str]:
    """As `domain.notices` names them in the line under each alarm."""
    source = (ROOT / "domain/notices.py").read_text(encoding="utf-8")
    found = re.search(rf'^    {kind.name} = .*\n    """(.*)"""$', source, re.MULTILINE)
    return set() if found is None or found[1] == "no facts" else set(found[1].split(", "))
