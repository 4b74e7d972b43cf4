"""Lines of keys in every form that TOML allows."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.toml_lines import TomlLines

DOCUMENT = r'''
# [comment]
name = "x" # = [
a.b."c d".'e' = 1

[hours]  # working time
mon = [ # comment with ]
  "08:00-12:00", "13:00-17:00",
  # "14:00-18:00"

  "18:00-20:00"]
tue = { from = "08:00", "to" = ['}', 12], odd.key = {} }

[[departments]]
code = "zhkh"
text = """
chat = 1 \"""
[[departments]]
""""
chat = -1010
[departments.hours]
mon = []

[[departments]]
raw = QQQ
'code' = ''QQQ
"code" = '\'
since = 2026-03-02 09:00:00
[[departments.people]]
id = 1
[[departments.people]]
id = 2

[outer.inner]
x = 1
[outer]
y = 2
'''.replace("QQQ", "'''")


def list_paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from list_paths(inner, (*path, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from list_paths(inner, (*path, index))


def line_of(fragment):
    return next(number for number, line in enumerate(DOCUMENT.split("\n"), 1) if line.startswith(fragment))


@pytest.mark.parametrize(
    ("path", "fragment"),
    [
        (("name",), "name"),
        (("a", "b", "c d", "e"), "a.b"),
        (("hours",), "[hours]"),
        (("hours", "mon", 1), '  "08:00'),
        (("hours", "mon", 2), '  "18:00'),
        (("hours", "tue", "to", 1), "tue"),
        (("hours", "tue", "odd", "key"), "tue"),
        (("departments", 0), "[[departments]]"),
        (("departments", 0, "chat"), "chat = -1010"),
        (("departments", 0, "hours", "mon"), "mon = []"),
        (("departments", 1, "code"), '"code"'),
        (("departments", 1, "since"), "since"),
        (("departments", 1, "people", 1, "id"), "id = 2"),
        (("outer",), "[outer]"),
        (("outer", "y"), "y"),
    ],
)
def test_a_key_is_found_on_its_line(path, fragment):
    assert TomlLines(DOCUMENT).find_line(path) == line_of(fragment)


def test_a_key_left_out_is_found_at_the_table_around_it():
    lines = TomlLines(DOCUMENT)
    assert lines.find_line(("departments", 0, "name")) == line_of("[[departments]]")
    assert lines.find_line(("chats", "coordinators")) == 1


def test_windows_line_ends_count_once():
    assert TomlLines("a = 1\r\n\r\nb = [\r\n  2]\r\n").find_line(("b", 0)) == 4


def test_every_value_of_the_document_has_a_line_of_its_own_path():
    lines = TomlLines(DOCUMENT)
    for path in list_paths(tomllib.loads(DOCUMENT)):
        assert path in lines


KEYS = st.one_of(st.text("ab-_1", min_size=1, max_size=3), st.text('[]{}=#,."\\ ё\n', max_size=4))
SCALARS = st.one_of(st.integers(), st.booleans(), st.text("ab[]{}=#,'\"\\ \n", max_size=6))
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=2)
)


def write(value):
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"'
        case list():
            return "[ # [\n" + "".join(f"  {write(inner)} # ]\n," for inner in value) + "]"
        case _:
            return "{" + ", ".join(f"{write(key)} = {write(inner)}" for key, inner in value.items()) + "}"


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_keys_stand_where_they_were_written(table):
    source, expected = "", {}
    for key, value in table.items():
        expected[key] = source.count("\n") + 1
        source += f"{write(key)} = {write(value)}\n"
    assert tomllib.loads(source) == table
    lines = TomlLines(source)
    assert {key: lines.find_line((key,)) for key in table} == expected
    assert all(path in lines for path in list_paths(table))
