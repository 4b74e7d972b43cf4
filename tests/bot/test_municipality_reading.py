"""What is said about a file that cannot be read, or is not TOML."""

from pathlib import Path

import pytest

from bot.municipality import MunicipalityFileError, read_municipality
from bot.municipality_problems import _SHAPE_TEXTS, _SYNTAX_TEXTS
from bot.setup_texts import say
from tests.bot.municipality_texts import HEAD, list_problems


@pytest.fixture
def path(tmp_path):
    return tmp_path / "municipality.toml"


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("name = “Примерск”", "прямых кавычках"),
        ("name = Примерск", "прямых кавычках"),
        ('name = "Примерск', "кавычки не закрыты"),
        ('name "Примерск"', "знака ="),
        ('имя = "Примерск"', "латинскими"),
        ('name = "C:\\own"', "обратная черта"),
        ('name = "a" "b"', "лишнее"),
        ("[other", "не закрыт"),
        ("date = 2026-02-30", "нет такого дня"),
        ("[hours]", "второй раз"),
        ("a = 1\na = 2", "второй раз"),
    ],
)
def test_a_syntax_error_is_reported_alone_with_its_line_and_remedy(line, remedy):
    number = (HEAD + line).count("\n") + 1
    ((where, key, message),) = list_problems(HEAD + line + "\n" + "timezone = 5\n")
    assert (where, key) == (number, "")
    assert remedy in message


def test_a_bracket_that_never_closes_is_reported_at_the_end():
    ((line, _, message),) = list_problems("[hours]\nmon = [\n")
    assert line == 2
    assert "закройте" in message


def test_tables_nested_beyond_reason_are_refused_in_one_line():
    assert len(list_problems("a = " + "[" * 5000)) == 1


def the_line(path):
    with pytest.raises(MunicipalityFileError) as refusal:
        read_municipality(path)
    (line,) = str(refusal.value).split("\n")
    return line


def test_an_absent_file_is_one_line(path):
    assert (
        the_line(path)
        == f"{path}: такого файла нет — проверьте путь или скопируйте municipality.example.toml"
    )


def test_a_folder_is_one_line(tmp_path):
    assert the_line(tmp_path).startswith(f"{tmp_path}: это папка")


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError(13, "denied"), "нет права"), (OSError(5, "I/O error"), "I/O error")]
)
def test_a_file_that_may_not_be_read_is_one_line(path, monkeypatch, error, words):
    def fail(_path):
        raise error

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert words in the_line(path)


@pytest.mark.parametrize(("encoding", "line"), [("cp1251", 2), ("utf-16", 1)])
def test_another_encoding_is_one_line(path, encoding, line):
    path.write_bytes(HEAD.encode(encoding))
    assert the_line(path).startswith(f"{path}:{line}: файл не в кодировке UTF-8")


def test_every_text_that_a_library_error_may_choose_exists():
    facts = dict.fromkeys(["name", "value", "limit", "expected", "detail", "likely"], "x")
    for key in {*_SHAPE_TEXTS.values(), *_SYNTAX_TEXTS.values(), "setup-toml"}:
        assert " — " in say(key, **facts)
