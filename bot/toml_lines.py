"""On which line of a TOML document each key stands; `tomllib` itself keeps no positions."""

import re
import tomllib
from collections.abc import Iterator

TomlPath = tuple[str | int, ...]
"""Keys and indexes from the root, `("departments", 0, "chat")`."""

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*""")
_STRING = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|'[^']*\'''',
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}\n#]+")


class TomlLines:
    """Lines of the keys of one valid document, counted from 1."""

    def __init__(self, source: str) -> None:
        self._source = source.replace("\r\n", "\n")
        self._at = 0
        self._lengths: dict[TomlPath, int] = {}
        self._lines: dict[TomlPath, int] = {(): 1}
        self._read_document()

    def __contains__(self, path: object) -> bool:
        return path in self._lines

    def find_line(self, path: TomlPath) -> int:
        """The line of the key or, where it was left out, of the nearest table around it."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _read_document(self) -> None:
        table: TomlPath = ()
        self._skip_blank()
        while self._at < len(self._source):
            if self._peek() == "[":
                table = self._read_header()
            else:
                self._read_pair(table)
            self._skip_blank()

    def _read_header(self) -> TomlPath:
        depth = 2 if self._source.startswith("[[", self._at) else 1
        self._at += depth
        *parents, last = self._read_keys()
        self._at += depth
        path: TomlPath = ()
        for key in parents:
            path = self._inside(*path, key)
        path = (*path, last)
        if depth == 1:
            path = self._inside(*path)
        else:
            self._note(path)
            self._lengths[path] = self._lengths.get(path, 0) + 1
            path = (*path, self._lengths[path] - 1)
        self._lines[path] = self._line()
        return path

    def _inside(self, *path: str | int) -> TomlPath:
        """What a header's key means where it names an array of tables: the array's last table."""
        self._note(path)
        return (*path, self._lengths[path] - 1) if path in self._lengths else path

    def _read_pair(self, table: TomlPath) -> None:
        path = table
        for key in self._read_keys():
            path = (*path, key)
            self._note(path)
        self._at += 1
        self._skip_blank()
        self._read_value(path)

    def _read_keys(self) -> Iterator[str]:
        """A dotted key up to what ends it, `=` or `]`."""
        keys = [self._take_key()]
        while self._peek() == ".":
            self._at += 1
            keys.append(self._take_key())
        return iter(keys)

    def _take_key(self) -> str:
        token = self._take(_KEY).strip()
        return str(tomllib.loads(f"key = {token}")["key"]) if token[0] in "\"'" else token

    def _read_value(self, path: TomlPath) -> None:
        self._note(path)
        match self._peek():
            case "[":
                self._read_array(path)
            case "{":
                self._read_inline_table(path)
            case '"' | "'":
                self._take(_STRING)
            case _:
                self._take(_SCALAR)

    def _read_array(self, path: TomlPath) -> None:
        for index in self._read_members("]"):
            self._read_value((*path, index))

    def _read_inline_table(self, path: TomlPath) -> None:
        for _ in self._read_members("}"):
            self._read_pair(path)

    def _read_members(self, end: str) -> Iterator[int]:
        """Stops before each member of an array or an inline table, and behind its closing bracket."""
        index = 0
        self._at += 1
        self._skip_blank()
        while self._peek() != end:
            yield index
            index += 1
            self._skip_blank()
            if self._peek() == ",":
                self._at += 1
                self._skip_blank()
        self._at += 1

    def _note(self, path: TomlPath) -> None:
        self._lines.setdefault(path, self._line())

    def _line(self) -> int:
        return self._source.count("\n", 0, self._at) + 1

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _skip_blank(self) -> None:
        self._take(_BLANK)

    def _take(self, token: re.Pattern[str]) -> str:
        match = token.match(self._source, self._at)
        if match is None:
            msg = f"no {token.pattern} at character {self._at}"
            raise ValueError(msg)
        self._at = match.end()
        return match[0]
