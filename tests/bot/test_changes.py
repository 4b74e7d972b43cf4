"""What `apply` and the start-up note say about two states of the municipality."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from bot.changes import ChangeKind, differences
from bot.municipality import read_municipality
from domain.municipality import (
    CalendarException,
    Chats,
    DayKind,
    Department,
    Employee,
    Municipality,
    Role,
    Topic,
    Weekday,
)

ZHKH = Department("zhkh", "Управление ЖКХ", -1010)
PETROV = Employee(201, "Петров И. С.", frozenset({Role.EXECUTOR}), departments=frozenset({"zhkh"}))
WATER = Topic("water", "Водоснабжение", "zhkh", words=("вода", "кран"))
CITY = Municipality(
    name="Примерск",
    timezone="Europe/Moscow",
    regulation="krasnoufimsk",
    hours={Weekday.MON: ("08:00-17:00",)},
    chats=Chats(-1001, -1001, -1001),
    departments=(ZHKH,),
    staff=(PETROV,),
    topics=(WATER,),
)
EXAMPLE = Path(__file__).parents[2] / "municipality.example.toml"


def said(**new):
    return [str(change) for change in differences(CITY, replace(CITY, **new))]


def test_declared_years_stand_under_the_key_of_the_file():
    assert said(calendar_years=(2028,)) == ["municipality.calendar_years: добавлено 2028"]


def test_equal_states_do_not_differ():
    assert differences(CITY, replace(CITY)) == []
    assert differences(read_municipality(EXAMPLE), read_municipality(EXAMPLE)) == []


def test_a_changed_value_names_its_key_as_in_the_file():
    assert said(departments=(replace(ZHKH, chat=-1011),)) == ["departments.zhkh.chat: -1010 → -1011"]
    assert said(name="Новый") == ['municipality.name: "Примерск" → "Новый"']
    assert said(approval=replace(CITY.approval, self_approval=True)) == ["approval.self: false → true"]
    assert said(chats=replace(CITY.chats, approvals=5)) == ["chats.approvals: -1001 → 5"]


def test_empty_values_are_seen():
    assert said(region="RU-CE") == ['municipality.region: "" → "RU-CE"']
    assert said(departments=(replace(ZHKH, curator=501),)) == ["departments.zhkh.curator: — → 501"]


@pytest.mark.parametrize(
    ("section", "row", "key"),
    [
        ("departments", Department("legal", "Юридический отдел", -5), 'departments.legal: добавлено "Юридический отдел"'),
        ("staff", Employee(7, "Орлов", frozenset()), 'staff.7: добавлено "Орлов"'),
        ("topics", Topic("snow", "Снег", "zhkh"), 'topics.snow: добавлено "Снег"'),
        ("calendar", CalendarException(date(2026, 4, 21), DayKind.OFF), 'calendar.2026-04-21: добавлено "off"'),
    ],
)  # fmt: skip
def test_rows_that_come_are_named(section, row, key):
    assert said(**{section: (*getattr(CITY, section), row)}) == [key]


def test_rows_that_go_are_named():
    assert said(departments=(), staff=(), topics=()) == [
        'departments.zhkh: убрано "Управление ЖКХ"',
        'staff.201: убрано "Петров И. С."',
        'topics.water: убрано "Водоснабжение"',
    ]


def test_a_renamed_code_is_one_row_gone_and_another_come():
    changes = differences(CITY, replace(CITY, topics=(replace(WATER, code="h2o"),)))
    assert [(change.key, change.kind) for change in changes] == [
        ("topics.water", ChangeKind.REMOVED),
        ("topics.h2o", ChangeKind.ADDED),
    ]


def test_of_lists_only_what_came_and_went_is_told():
    assert said(topics=(replace(WATER, words=("кран", "колонка", "труба")),)) == [
        'topics.water.words: убрано "вода"',
        'topics.water.words: добавлено "колонка", "труба"',
    ]
    assert said(staff=(replace(PETROV, roles=frozenset({Role.EXECUTOR, Role.ADMIN})),)) == [
        'staff.201.roles: добавлено "admin"'
    ]


def test_the_order_of_rows_and_words_is_no_difference():
    assert said(topics=(replace(WATER, words=("кран", "вода")),)) == []
    two = replace(CITY, departments=(ZHKH, replace(ZHKH, code="b")))
    assert differences(two, replace(two, departments=two.departments[::-1])) == []


def test_hours_differ_day_by_day():
    assert said(hours={Weekday.MON: ("09:00-17:00",), Weekday.SAT: ("09:00-12:00",)}) == [
        'hours.mon: ["08:00-17:00"] → ["09:00-17:00"]',
        'hours.sat: [] → ["09:00-12:00"]',
    ]
    assert said(departments=(replace(ZHKH, hours={Weekday.SUN: ("08:00-12:00",)}),)) == [
        'departments.zhkh.hours.sun: [] → ["08:00-12:00"]'
    ]


def test_a_department_that_loses_its_own_hours_is_told():
    own = replace(CITY, departments=(replace(ZHKH, hours={Weekday.SUN: ("08:00-12:00",)}),))
    assert [str(change) for change in differences(own, CITY)] == [
        'departments.zhkh.hours.sun: ["08:00-12:00"] → []'
    ]


def test_a_long_text_stays_one_short_line():
    (line,) = said(consent=replace(CITY.consent, text="Согласен\n" * 300))
    assert len(line) < 300
    assert "\n" not in line


def vary(value):
    """Another value of about the same kind."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case tuple():
            return (*value, "другое")
        case frozenset():
            return value | {"другое"}
        case dict() | None:
            return {Weekday.SUN: ("01:00-02:00",)}
        case _:
            return "другое"


@pytest.mark.parametrize("row", [ZHKH, PETROV, WATER], ids=lambda row: type(row).__name__)
def test_no_field_of_a_row_changes_unnoticed(row):
    section = {Department: "departments", Employee: "staff", Topic: "topics"}[type(row)]
    for field in fields(row):
        changed = replace(row, **{field.name: vary(getattr(row, field.name))})
        assert said(**{section: (changed,)}), field.name


def test_no_field_of_the_municipality_changes_unnoticed():
    for field in fields(CITY):
        value = getattr(CITY, field.name)
        if is_dataclass(value):
            for inner in fields(value):
                changed = replace(value, **{inner.name: vary(getattr(value, inner.name))})
                assert said(**{field.name: changed}), f"{field.name}.{inner.name}"
        elif field.name == "regulation_text":
            continue  # another file's text, told term by term where the regulation is one's own
        elif isinstance(value, str | dict):
            assert said(**{field.name: vary(value)}), field.name
