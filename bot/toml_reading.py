"""A TOML file that a person writes: its text, its tables, and every mistake with its line and remedy."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from bot.municipality_checks import Flaw, Table
from bot.municipality_problems import find_syntax_mistake
from bot.setup_texts import say, shown
from bot.toml_lines import TomlLines, TomlPath

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake or warning; `line` 0 and `key` empty: it concerns the file as a whole."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """`municipality.toml:12: departments[0].chat: what is wrong — remedy`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(filter(None, (place, self.key, self.message)))


class FileMistakes(Exception):
    """The file cannot be used; as text one line for each mistake."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def decode(source: bytes, file: str) -> str:
    """The text of the file; raises `FileMistakes` where it is not UTF-8."""
    try:
        return source.decode()
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise FileMistakes([describe(file, line, Flaw((), "setup-not-utf8"))]) from None


def parse(text: str, file: str) -> Table:
    """Its tables; raises `FileMistakes` with the line where it stops being TOML."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileMistakes([describe(file, *find_syntax_mistake(error, text))]) from None


def locate(findings: Iterable[Flaw], text: str, file: str) -> list[Problem]:
    """The findings in the order of their lines."""
    found = list(findings)
    if not found:
        return []
    lines = TomlLines(text)
    problems = [describe(file, lines.find_line(finding.path), finding) for finding in found]
    return sorted(problems, key=attrgetter("line"))


def describe(file: str, line: int, finding: Flaw) -> Problem:
    """The finding in words, with its place."""
    return Problem(file, line, _show_path(finding.path), say(finding.text, **finding.facts))


def _show_path(path: TomlPath) -> str:
    """`departments[0].chat`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{_show_key(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def _show_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else f'"{shown(key)}"'
