"""Where the program's code speaks of texts: found in its syntax tree, without running it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SPEAKING = frozenset({"texts", "plain", "t", "say"})
# A short answer to a press is called by what follows its family: `toast("routed")` says `toast-routed`.
FAMILIES = {"toast": "toast-"}
KEYWORDS = frozenset({"text_key", "key"})
PROGRAM = ("bot", "domain", "handlers", "locales", "reports", "scheduler", "services", "views")

# Two letters are a language: `translations.texts("ru")`.
KEY = re.compile(r"[a-z][a-z0-9_]{2,}(?:-[a-z0-9_]+)*")
_PREFIX = re.compile(r"[a-z][a-z0-9_]*-[a-z0-9_-]*")


@dataclass(frozen=True)
class Use:
    """A key, or for an f-string the pattern of keys, that some code speaks of.

    `arguments`: names given in the same call, None where they cannot be seen. `is_said`: the code shows the
    text itself, so that the key must be there; else it is a word that looks like a key.
    """

    where: str
    pattern: str
    is_exact: bool = True
    is_said: bool = False
    is_plain: bool = False
    arguments: frozenset[str] | None = None

    @property
    def text(self) -> str:
        """The key itself, or the pattern for people to read."""
        return self.pattern.replace("\\", "")

    def covers(self, key: str) -> bool:
        return re.fullmatch(self.pattern, key) is not None


def scan_program(root: Path) -> list[Use]:
    """Every use in the program's packages; the sandbox's demo data and the tests have words of their own."""
    files = [file for room in PROGRAM for file in sorted((root / room).rglob("*.py"))]
    return [
        use
        for file in files
        for use in scan_source(file.read_text(encoding="utf-8"), str(file.relative_to(root)))
    ]


def scan_source(source: str, where: str) -> list[Use]:
    """Uses in one file: what is said, then every other string that looks like a key."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node.func) in FAMILIES]
    shortened = {key for call in calls for key in _keys_of_call(call)}
    uses = [use for call in calls for use in _said_in_family(call, where)]
    return uses + [use for node in ast.walk(tree) if node not in shortened for use in _scan_node(node, where)]


def _scan_node(node: ast.AST, where: str) -> Iterator[Use]:
    match node:
        case ast.Call():
            yield from _scan_call(node, where)
        case ast.ClassDef():
            yield from _scan_class(node, where)
        case ast.Constant(value=str(text)) if KEY.fullmatch(text):
            yield Use(_place(node, where), re.escape(text))
        case ast.JoinedStr() if _PREFIX.fullmatch(_first_literal(node)):
            yield Use(_place(node, where), _pattern(node), is_exact=False)


def _scan_call(call: ast.Call, where: str) -> Iterator[Use]:
    name = _name(call.func)
    if name in SPEAKING:
        key = next((arg for arg in call.args if _list_keys(arg)), None)
        is_alone = key is not None and len(call.args) == 1
        is_plain = name == "plain" or (name == "say" and is_alone)
        yield from _said(key, where, is_plain=is_plain, arguments=_arguments(call) if is_alone else None)
    for keyword in call.keywords:
        if keyword.arg in KEYWORDS:
            yield from _said_with_family(keyword.value, where)


def _keys_of_call(call: ast.Call) -> list[ast.expr]:
    return [key for argument in call.args for key in _list_keys(argument)]


def _said_in_family(call: ast.Call, where: str) -> Iterator[Use]:
    family = re.escape(FAMILIES[_name(call.func)])
    for key in _keys_of_call(call):
        is_exact = isinstance(key, ast.Constant)
        yield Use(_place(key, where), family + _pattern(key), is_exact, True, True, _arguments(call))


def _scan_class(definition: ast.ClassDef, where: str) -> Iterator[Use]:
    """The `code` of an error class is the key of its text; a field may default to a key."""
    for statement in definition.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                if name in KEYWORDS | {"code"}:
                    yield from _said_with_family(statement.value, where)


def _said_with_family(key: ast.expr | None, where: str) -> Iterator[Use]:
    """Codes and keys are of many kinds; those of texts have a hyphen there."""
    return (use for use in _said(key, where) if "-" in use.pattern)


def _said(
    key: ast.expr | None, where: str, *, is_plain: bool = False, arguments: frozenset[str] | None = None
) -> Iterator[Use]:
    for node in _list_keys(key):
        is_exact = isinstance(node, ast.Constant)
        yield Use(_place(node, where), _pattern(node), is_exact, True, is_plain, arguments)


def _list_keys(node: ast.expr | None) -> list[ast.expr]:
    """The strings that an expression may be: one, each of two, or an f-string with something literal in it."""
    match node:
        case ast.IfExp(body=body, orelse=orelse):
            return _list_keys(body) + _list_keys(orelse)
        case ast.Constant(value=str(text)) if KEY.fullmatch(text):
            return [node]
        case ast.JoinedStr() if any(isinstance(part, ast.Constant) for part in node.values):
            return [node]
    return []


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) for part in node.values)
    return re.escape(node.value) if isinstance(node, ast.Constant) else ".+"


def _first_literal(node: ast.JoinedStr) -> str:
    first = node.values[0] if node.values else None
    return first.value if isinstance(first, ast.Constant) else ""


def _arguments(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _place(node: ast.expr, where: str) -> str:
    return f"{where}:{node.lineno}"
