"""The settings in force as a file: read again, they are the same."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.municipality import parse_municipality
from bot.municipality_writing import write_municipality
from domain.ids import ChatId
from domain.municipality import Approval, CalendarException, Consent, DayKind, Retention, Weekday
from tests.bot.register_town import MUNICIPALITY, clerk

__all__ = ["clerk"]

EXAMPLE = Path(__file__).parents[2] / "municipality.example.toml"


def read(text):
    return parse_municipality(text.encode(), "municipality.toml", Path()).municipality


@pytest.fixture(scope="module")
def example():
    return read(EXAMPLE.read_text(encoding="utf-8"))


def test_the_example_comes_back_as_it_was(example):
    assert read(write_municipality(example)) == example


def test_what_an_example_does_not_have_comes_back_too(example):
    first, *others = example.departments
    by_mail = replace(first, chat=example.chats.coordinators, thread=0, email="zhkh@primersk.example")
    own_hours = replace(others[0], hours={Weekday.MON: ("09:00-12:00",)})
    town = replace(
        example,
        sstu=True,
        departments=(by_mail, own_hours, *others[1:]),
        chats=replace(example.chats, summary_to=(ChatId(900),)),
        consent=Consent(text='Согласие «на всё»,\nв две строки, с "кавычками" и \\'),
        retention=Retention(400),
        approval=Approval(self_approval=True),
        calendar=(
            CalendarException(date(2026, 5, 8), DayKind.WORKING, "Ярмарка", hours=Weekday.FRI),
            CalendarException(date(2026, 4, 30), DayKind.SHORTENED, minutes=90),
        ),
    )
    assert read(write_municipality(town)) == town


@given(st.text(min_size=1, max_size=60).filter(str.isprintable))
def test_no_name_breaks_the_file(example, name):
    name = " ".join(name.split()) or "Округ"
    town = replace(example, name=name)
    assert write_municipality(town).startswith("# ")
    assert read(write_municipality(town)).name == name


def test_the_command_prints_it_or_writes_it(clerk):
    out = clerk.folder / "now.toml"
    assert clerk.imports([{"Поступило": "2026-01-12", "Канал": "paper"}]) == 0, clerk.said
    assert clerk.run("settings") == 0
    printed = clerk.said
    assert clerk.run("settings", "--out", str(out)) == 0
    assert out.read_text(encoding="utf-8").strip() == printed.strip()
    assert read(printed) == read(MUNICIPALITY)
    assert clerk.run("settings", "--out", str(clerk.folder / "none" / "now.toml")) != 0
    assert clerk.complained.count("\n") == 1
