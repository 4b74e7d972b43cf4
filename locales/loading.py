"""Reads files of Fluent messages and finds what is wrong with them before anybody is shown a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast, visitor

Folder = Traversable | Path


class TextError(Exception):
    """Something is wrong with the texts, not with what people did."""


class BrokenTexts(TextError):
    """A file of texts cannot be used; says which file, key or line."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a language, with the arguments that any branch of it needs.

    The bundle makes it ready when it is said first: most texts are not for weeks, and all of them would take 6 MB.
    """

    key: str
    variables: frozenset[str]
    bundle: FluentBundle

    def format(self, arguments: dict[str, Any]) -> str:
        """Put the arguments in."""
        pattern = self.bundle.get_message(self.key).value
        if pattern is None:
            raise BrokenTexts(self.key, "no text")
        text, errors = self.bundle.format_pattern(pattern, arguments)
        if errors:
            raise BrokenTexts(self.key, *errors)
        return str(text)


def list_languages(folder: Folder) -> list[Folder]:
    """Folders that hold texts; their names are the codes of the languages."""
    return [place for place in folder.iterdir() if place.is_dir() and any(_list_files(place))]


def load_language(language: Folder) -> dict[str, Message]:
    """All messages of a language by key; raises `BrokenTexts` for whatever would fail later."""
    bundle = FluentBundle([language.name], use_isolating=False)
    # Where each piece stood in its file is of no use at work, and would take 3 MB.
    parser = FluentParser(with_spans=False)
    entries: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(_list_files(language), key=lambda file: file.name):
        where = f"{language.name}/{file.name}"
        resource = parser.parse(file.read_text(encoding="utf-8"))
        for entry in _read_entries(resource, where):
            if entries.setdefault(_name(entry), entry) is not entry:
                raise BrokenTexts(where, "said twice", _name(entry))
        bundle.add_resource(resource)
    return {
        key: Message(key, _Variables(entries).collect(key), bundle)
        for key in entries
        if not key.startswith("-")
    }


def _list_files(language: Folder) -> Iterator[Folder]:
    return (file for file in language.iterdir() if file.name.endswith(".ftl"))


def _read_entries(resource: ast.Resource, where: str) -> Iterator[ast.Message | ast.Term]:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise BrokenTexts(where, entry.annotations[0].message, (entry.content or "").strip())
        if isinstance(entry, ast.Message) and (entry.value is None or entry.attributes):
            raise BrokenTexts(where, "a key has one text and no attributes", entry.id.name)
        if isinstance(entry, ast.Message | ast.Term):
            yield entry


def _name(entry: ast.Message | ast.Term) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else str(entry.id.name)


class _Variables(visitor.Visitor):
    """Finds the arguments of a message and of those it refers to; what stands in a term are the term's own."""

    def __init__(self, entries: Mapping[str, ast.Message | ast.Term]) -> None:
        self._entries = entries
        self._path: list[str] = []
        self._names: set[str] = set()

    def collect(self, key: str) -> frozenset[str]:
        self._follow(key)
        return frozenset(self._names)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        if not any(key.startswith("-") for key in self._path):
            self._names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self._follow(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self._follow(f"-{node.id.name}")

    def _follow(self, key: str) -> None:
        if key not in self._entries:
            raise BrokenTexts("a reference to nothing", key)
        if key in self._path:
            raise BrokenTexts("a text that contains itself", key)
        self._path.append(key)
        self.visit(self._entries[key])
        self._path.pop()
