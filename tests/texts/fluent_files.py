"""The files of texts as written: what a facade that only formats cannot tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor
from fluent.syntax.serializer import serialize_variant_key

# What we use of Telegram's HTML; anything unknown to the API makes it refuse the whole message.
TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "tg-spoiler", "blockquote"})
ENTITIES = frozenset({"lt", "gt", "amp", "quot"})


@dataclass(frozen=True)
class Entry:
    """A message, the comments above it and everything that may be shown."""

    where: str
    key: str
    variables: frozenset[str]
    comments: str
    patterns: tuple[str, ...]
    doubles: tuple[str, ...] = ()
    """Words for a case that has words already: the second are never shown."""

    @property
    def undocumented(self) -> set[str]:
        return {name for name in self.variables if not re.search(rf"\${re.escape(name)}\b", self.comments)}


def read_language(folder: Path) -> list[Entry]:
    return [entry for file in sorted(folder.glob("*.ftl")) for entry in read_file(file)]


def read_file(file: Path) -> Iterator[Entry]:
    """Messages with the comments that hold for them: their own, the group's, the file's."""
    where = f"{file.parent.name}/{file.name}"
    of_file = of_group = ""
    for node in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.ResourceComment():
                of_file += node.content or ""
            case ast.GroupComment():
                of_group = node.content or ""
            case ast.Message(value=ast.Pattern() as pattern):
                own = (node.comment.content if node.comment else "") or ""
                collected = _collect(pattern)
                comments = f"{of_file}\n{of_group}\n{own}"
                yield Entry(
                    where,
                    node.id.name,
                    frozenset(collected.variables),
                    comments,
                    tuple(collected.patterns),
                    tuple(collected.doubles),
                )


def find_wrong_markup(pattern: str) -> str:
    """What the API would refuse in a piece of HTML; "" where nothing."""
    checker = _Checker()
    checker.feed(pattern)
    checker.close()
    return checker.wrong or (f"<{checker.open[-1]}> stays open" if checker.open else "")


def has_markup(pattern: str) -> bool:
    return re.search(r"<[a-z/]|&(?:[a-z]+|#\d+);", pattern) is not None


class _Collected(visitor.Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.patterns: list[str] = []
        self.doubles: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        cases = [serialize_variant_key(variant.key) for variant in node.variants]
        self.doubles += [case for at, case in enumerate(cases) if case in cases[:at]]
        self.generic_visit(node)

    def visit_Pattern(self, node: ast.Pattern) -> None:
        texts = (
            part.value if isinstance(part, ast.TextElement) else _stand_in(part) for part in node.elements
        )
        self.patterns.append("".join(texts))
        self.generic_visit(node)


def _stand_in(placeable: ast.Placeable) -> str:
    """A literal in braces says itself, everything else is some text."""
    return (
        str(placeable.expression.parse()["value"]) if isinstance(placeable.expression, ast.Literal) else "0"
    )


def _collect(pattern: ast.Pattern) -> _Collected:
    collected = _Collected()
    collected.visit(pattern)
    return collected


class _Checker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.wrong = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag not in TAGS:
            self.wrong = f"<{tag}> is unknown to Telegram"

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong = f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if re.search("[<&]", data):
            self.wrong = "a bare < or &"

    def handle_entityref(self, name: str) -> None:
        if name not in ENTITIES:
            self.wrong = f"&{name}; is unknown to Telegram"
