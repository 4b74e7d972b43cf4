"""A town without a messenger whose clerk works on the command line: what the tests of the register play in."""

import csv
import io
import json

import pytest

from bot.cli import main

MUNICIPALITY = """
[municipality]
name = "Примерск"
timezone = "Asia/Yekaterinburg"
regulation = "krasnoufimsk"
[hours]
mon = ["08:00-17:00"]
[chats]
coordinators = -100
[[channels]]
code = "hotline"
name = "Телефон доверия"
[[channels]]
code = "paper"
name = "Письменные"
[[departments]]
code = "zhkh"
name = "Управление ЖКХ"
chat = -1010
members = "chat"
[[departments]]
code = "legal"
name = "Правовое управление"
chat = -1011
members = "chat"
[[topics]]
code = "water"
name = "Водоснабжение"
department = "zhkh"
category = "fast_track"
"""
YEARS = ("--from", "2000-01-01", "--to", "2030-12-31")


class Clerk:
    """Brings registers in and writes them out; every command is the program's own."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self._capsys = capsys
        self.said = ""
        self.complained = ""

    def run(self, *arguments):
        """The exit code; what was said is kept."""
        code = main([str(argument) for argument in arguments])
        self.said, self.complained = self._capsys.readouterr()
        return code

    def imports(self, content, *options, name="register.csv"):
        """Bring in a file of this content: text, bytes, or rows as dictionaries."""
        if isinstance(content, list):
            content = as_csv(content)
        (self.folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return self.run("import", name, *options)

    def register(self, *days):
        """All that is in the register now, as rows of words."""
        assert self.run("report", "register", *(days or YEARS), "--out", "all.json") == 0, self.complained
        return json.loads((self.folder / "all.json").read_text(encoding="utf-8"))

    def column(self, name):
        """One column of it."""
        return [row[name] for row in self.register()]


def as_csv(rows, delimiter=";"):
    """Rows as CSV; a column that one row lacks is empty there."""
    text = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(text, names, delimiter=delimiter, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    for name in ("BOT_TOKEN", "DATABASE_URL", "MUNICIPALITY_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "municipality.toml").write_text(MUNICIPALITY, encoding="utf-8")
    return Clerk(tmp_path, capsys)
