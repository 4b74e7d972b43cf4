"""A small municipality file to spoil, and what is said about it."""

import re
from pathlib import Path

import pytest

from bot.municipality import MunicipalityFile, MunicipalityFileError, parse_municipality

HEAD = """\
[municipality]
name = "Городской округ Примерск"
timezone = "Europe/Moscow"
regulation = "krasnoufimsk"
[hours]
mon = ["08:00-12:00", "13:00-17:00"]
[chats]
coordinators = -1001
"""
ZHKH = """\
[[departments]]
code = "zhkh"
name = "Управление ЖКХ"
chat = -1010
"""
PETROV = """\
[[staff]]
id = 201
name = "Петров Иван Сергеевич"
roles = ["executor"]
departments = ["zhkh"]
"""
WATER = """\
[[topics]]
code = "water"
name = "Водоснабжение"
department = "zhkh"
"""
FRIDAY = """\
[[calendar]]
date = 2026-05-16
kind = "working"
"""
HOTLINE = """\
[[channels]]
code = "hotline"
name = "Телефон доверия"
"""
CENTER = """\
[[territories]]
code = "center"
name = "Центр"
streets = ["ул. Ленина, 1-25", "пр-т Мира"]
"""
BODY = """[[bodies]]
code = "rpn"
name = "Роспотребнадзор"
phone = "122"
email = "rpn@example.ru"
site = "https://rpn.example.ru"
"""
WHOLE = (
    HEAD
    + "[consent]\n[retention]\n[intake]\n[routing]\n[approval]\n"
    + FRIDAY
    + HOTLINE
    + ZHKH
    + PETROV
    + CENTER
    + BODY
    + WATER
)


def load(text: str) -> MunicipalityFile:
    return parse_municipality(text.encode(), "municipality.toml", Path())


def list_problems(text: str) -> list[tuple[int, str, str]]:
    """Everything that is wrong with a text, as line, key, message."""
    with pytest.raises(MunicipalityFileError) as refusal:
        load(text)
    return [(problem.line, problem.key, problem.message) for problem in refusal.value.problems]


def list_warnings(text: str) -> list[tuple[int, str]]:
    return [(warning.line, warning.key) for warning in load(text).warnings]


def without(text: str, key: str) -> str:
    """The text without its first line for this key."""
    return re.sub(rf"^{key} = .*\n", "", text, count=1, flags=re.MULTILINE)


def put(section: str, key: str, value: str) -> tuple[str, int]:
    """The whole file with this key in the section instead of its own, and the line where it now stands."""
    head, header, tail = re.split(rf"^(\[+{section}\]+\n)", WHOLE, maxsplit=1, flags=re.MULTILINE)
    return f"{head}{header}{key} = {value}\n{without(tail, key)}", head.count("\n") + 2
