"""What is not in the documents does not exist: settings, commands and keys of the municipality file."""

import argparse
import re
from importlib import import_module
from pathlib import Path

import pytest

from bot.municipality import load_municipality
from bot.municipality_schema import MunicipalityDocument, list_keys
from bot.settings import Settings, load_settings

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.ru.md"]
SETTINGS = [name.upper() for name in Settings.model_fields]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_has_its_line_in_the_example(setting):
    assert re.search(rf"^#?{setting}=", read(".env.example"), re.MULTILINE)


def test_the_example_names_no_setting_that_is_not_there():
    named = re.findall(r"^#?([A-Z_]+)=", read(".env.example"), re.MULTILINE)
    assert sorted(named) == sorted(SETTINGS)


def test_the_example_of_settings_changes_nothing(tmp_path, monkeypatch):
    for setting in SETTINGS:
        monkeypatch.delenv(setting, raising=False)
    monkeypatch.chdir(tmp_path)
    defaults = load_settings()
    Path(".env").write_text(read(".env.example"), encoding="utf-8")
    assert load_settings() == defaults
    Path(".env").write_text(read(".env.example").replace("#MUNICIPALITY", "MUNICIPALITY"), encoding="utf-8")
    assert load_settings() == defaults


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_explained(setting, readme):
    assert f"`{setting}`" in read(readme)


def test_the_example_of_the_municipality_loads_without_warnings():
    example = load_municipality(ROOT / "municipality.example.toml")
    assert example.warnings == []
    assert len(example.municipality.departments) >= 4
    assert len(example.municipality.topics) >= 12


KEYS = [
    (name, key) for name, section in list_keys(MunicipalityDocument).items() for key in list_keys(section)
]


@pytest.mark.parametrize(("section", "key"), KEYS)
def test_the_example_of_the_municipality_shows_every_key(section, key):
    tables = re.split(r"^(?=\[)", read("municipality.example.toml"), flags=re.MULTILINE)
    own = [table for table in tables if re.match(rf"\[+{section}\]", table)]
    shown = re.compile(rf"^(?:# )?{key} = ", re.MULTILINE)
    assert any(map(shown.search, own)) or any(table.startswith(f"[{section}.{key}]") for table in tables)


def list_commands(parser, names=()):
    """Every command with the parser that answers for it, `("report", "month")`."""
    yield names, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from list_commands(inner, (*names, name))


@pytest.fixture
def parser():
    return import_module("bot.cli").build_parser()


@pytest.fixture
def commands(parser):
    return list(list_commands(parser))


def test_every_command_has_help(parser, commands, capsys):
    for names, _ in commands:
        with pytest.raises(SystemExit) as exit_:
            parser.parse_args([*names, "--help"])
        assert exit_.value.code == 0
        assert capsys.readouterr().out.strip(), names


def test_every_command_and_option_says_what_it_does(commands):
    for names, parser in commands:
        assert parser.description or parser.epilog, names
        for action in parser._actions:
            assert action.help or isinstance(action, argparse._SubParsersAction), (names, action.dest)


@pytest.mark.parametrize("readme", READMES)
def test_every_command_is_explained(readme, commands):
    text = read(readme)
    for names, _ in commands:
        if len(names) == 1:
            assert f"python -m bot {names[0]}" in text, names
