"""What a good municipality file becomes, and what about it is worth a look."""

from dataclasses import MISSING, fields, replace
from datetime import date
from pathlib import Path

import pytest

from bot.municipality import MunicipalityFileError, parse_municipality, read_municipality
from bot.municipality_schema import MunicipalityDocument, list_keys
from bot.regulation_file import built_in, built_in_file, regulation_of
from domain.municipality import (
    Body,
    CalendarException,
    Category,
    Channel,
    Chats,
    Consent,
    ConsentMode,
    DayKind,
    Department,
    DepartmentKind,
    Employee,
    Members,
    Municipality,
    Retention,
    Role,
    Territory,
    Topic,
    Weekday,
)
from tests.bot.municipality_texts import HEAD, HOTLINE, WHOLE, ZHKH, list_warnings, load, put

TELEGRAM = Channel("telegram", "Telegram")


def test_a_file_with_what_is_required_has_defaults_for_all_else():
    assert load(HEAD).municipality == Municipality(
        name="Городской округ Примерск",
        timezone="Europe/Moscow",
        regulation="krasnoufimsk",
        hours={Weekday.MON: ("08:00-12:00", "13:00-17:00")},
        chats=Chats(coordinators=-1001, approvals=-1001, leadership=-1001),
        channels=(TELEGRAM,),
    )


def test_rows_have_the_defaults_of_the_domain():
    municipality = load(WHOLE).municipality
    assert municipality.departments == (Department("zhkh", "Управление ЖКХ", -1010),)
    assert municipality.staff == (
        Employee(201, "Петров Иван Сергеевич", frozenset({Role.EXECUTOR}), departments=frozenset({"zhkh"})),
    )
    assert municipality.topics == (Topic("water", "Водоснабжение", "zhkh"),)
    assert municipality.calendar == (CalendarException(date(2026, 5, 16), DayKind.WORKING),)
    assert municipality.channels == (TELEGRAM, Channel("hotline", "Телефон доверия"))


def test_every_key_reaches_its_field():
    municipality = load("""\
[municipality]
name = "Грозный"
timezone = "Europe/Moscow"
regulation = "grozny"
region = "RU-CE"
language = "en"
official_appeal_url = "https://example.ru/a"
emergency_phone = "911"
legal_act = "Постановление № 89"
sstu = true
[consent]
mode = "required"
version = "2"
text = "Согласен\\nпо пунктам"
keep_days = 10
[retention]
days = 1825
[hours]
tue = ["09:00-24:00"]
wed = []
[[calendar]]
date = 2026-04-21
kind = "working"
reason = "Радоница"
hours = "tue"
[[calendar]]
date = 2026-04-22
kind = "shortened"
minutes = 90
[intake]
gather_seconds = 0
per_citizen_per_hour = 5
[routing]
automatic = false
[approval]
self = true
undo_seconds = 0
[chats]
coordinators = -1
approvals = 2
leadership = 3
summary_to = [900, -4]
public = [-5]
[[channels]]
code = "telegram"
name = "Телеграм"
counted = false
[[channels]]
code = "hotline"
name = "Телефон доверия"
account = "2-00-00"
[[departments]]
code = "z-h_1"
name = "Предприятие"
short = "МУП"
kind = "enterprise"
chat = -10
thread = 7
curator = 501
head = 601
duty_phone = "2-10-05"
members = "chat"
[departments.hours]
sun = ["00:00-08:00"]
[[staff]]
id = 501
name = "Орлов В. С."
position = "Заместитель"
phone = "2-22-22"
email = "orlov@example.ru"
roles = ["curator", "leader"]
departments = ["z-h_1"]
[[topics]]
code = "heat"
name = "Тепло"
department = "z-h_1"
category = "fast_track"
urgent = true
words = ["батарея", "холодно  дома"]
[[territories]]
code = "north"
name = "Северный"
streets = ["ул. Ленина, чётные 2-40"]
points = ["56.61, 57.8, 900"]
[[bodies]]
code = "rpn"
name = "Роспотребнадзор"
phone = "8 800 555-49-43"
email = "rpn@example.ru"
site = "https://rpn.example.ru"
""").municipality
    assert municipality == Municipality(
        name="Грозный",
        timezone="Europe/Moscow",
        regulation="grozny",
        region="RU-CE",
        language="en",
        official_appeal_url="https://example.ru/a",
        emergency_phone="911",
        legal_act="Постановление № 89",
        sstu=True,
        consent=Consent(ConsentMode.REQUIRED, "2", "Согласен\nпо пунктам", 10),
        retention=Retention(1825),
        hours={Weekday.TUE: ("09:00-24:00",)},
        calendar=(
            CalendarException(date(2026, 4, 21), DayKind.WORKING, "Радоница", Weekday.TUE),
            CalendarException(date(2026, 4, 22), DayKind.SHORTENED, minutes=90),
        ),
        intake=replace(municipality.intake, gather_seconds=0, per_citizen_per_hour=5),
        routing=replace(municipality.routing, automatic=False),
        approval=replace(municipality.approval, self_approval=True, undo_seconds=0),
        chats=Chats(-1, 2, 3, (900, -4), (-5,)),
        channels=(
            Channel("telegram", "Телеграм", counted=False),
            Channel("hotline", "Телефон доверия", account="2-00-00"),
        ),
        departments=(
            Department(
                "z-h_1",
                "Предприятие",
                -10,
                short="МУП",
                kind=DepartmentKind.ENTERPRISE,
                thread=7,
                curator=501,
                head=601,
                duty_phone="2-10-05",
                members=Members.CHAT,
                hours={Weekday.SUN: ("00:00-08:00",)},
            ),
        ),
        staff=(
            Employee(
                501,
                "Орлов В. С.",
                frozenset({Role.CURATOR, Role.LEADER}),
                "Заместитель",
                "2-22-22",
                "orlov@example.ru",
                frozenset({"z-h_1"}),
            ),
        ),
        topics=(
            Topic(
                "heat", "Тепло", "z-h_1", Category.FAST_TRACK, urgent=True, words=("батарея", "холодно  дома")
            ),
        ),
        territories=(Territory("north", "Северный", ("ул. Ленина, чётные 2-40",), ("56.61, 57.8, 900",)),),
        bodies=(
            Body("rpn", "Роспотребнадзор", "8 800 555-49-43", "rpn@example.ru", "https://rpn.example.ru"),
        ),
    )


@pytest.mark.parametrize("section", ["consent", "retention", "intake", "routing", "approval"])
def test_sections_and_the_domain_agree_on_defaults(section):
    """The minimal file builds these from the schema's defaults; the domain's own stand beside them."""
    value = getattr(load(HEAD).municipality, section)
    assert value == type(value)()


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("departments", Department),
        ("staff", Employee),
        ("topics", Topic),
        ("territories", Territory),
        ("bodies", Body),
        ("channels", Channel),
    ],
)
def test_rows_and_the_domain_require_the_same_keys(section, value):
    model = list_keys(MunicipalityDocument)[section]
    required = {
        name for name, field in model.model_fields.items() if field.is_required() or field.validate_default
    }
    assert required == {field.name for field in fields(value) if field.default is MISSING}


def test_a_department_with_an_address_and_no_chat_is_at_home_with_the_coordinators():
    """R30."""
    row = '[[departments]]\ncode = "legal"\nname = "Юристы"\nemail = "legal@example.ru"\n'
    found = load(HEAD + row)
    (department,) = found.municipality.departments
    assert department.chat == found.municipality.chats.coordinators
    assert found.municipality.works_by_mail(department)
    assert not [one for one in found.warnings if "legal" in str(one)], "coordinators act for it"


def test_telegram_is_always_a_channel():
    assert load(HEAD).municipality.channels == (TELEGRAM,)
    hidden = HOTLINE.replace("hotline", "telegram") + "counted = false\n"
    assert load(HEAD + hidden).municipality.channels == (
        Channel("telegram", "Телефон доверия", counted=False),
    )


def test_a_regulation_of_ones_own_is_found_beside_the_file(tmp_path):
    own = tmp_path / "regulations" / "own.toml"
    own.parent.mkdir()
    own.write_bytes(built_in_file("krasnoufimsk"))
    path = tmp_path / "municipality.toml"
    path.write_text(HEAD.replace('"krasnoufimsk"', '"regulations/own.toml"'), encoding="utf-8")
    town = read_municipality(path)
    assert town.regulation == str(own)
    own.unlink()
    assert regulation_of(town).terms == built_in("krasnoufimsk").terms, "kept with the settings"


def test_mistakes_of_both_files_are_told_at_once_each_with_its_place(tmp_path):
    text = built_in_file("krasnoufimsk").decode().replace("hours = 6", "hour = 6")
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    spoiled = HEAD.replace('"krasnoufimsk"', '"own.toml"').replace("-1001", "0")
    with pytest.raises(MunicipalityFileError) as refusal:
        parse_municipality(spoiled.encode(), "municipality.toml", tmp_path)
    told = str(refusal.value)
    assert "municipality.toml:8: chats.coordinators: " in told
    assert f"{tmp_path / 'own.toml'}:" in told
    assert "исправьте на hours" in told


def test_a_file_that_came_as_bytes_is_read_too(tmp_path):
    assert (
        parse_municipality(HEAD.encode(), "из чата", tmp_path).municipality.name == "Городской округ Примерск"
    )


def test_a_byte_order_mark_is_read_over_with_a_warning():
    (warning,) = parse_municipality(WHOLE.encode("utf-8-sig"), "city.toml", Path()).warnings
    assert str(warning).startswith("city.toml: файл начинается с метки")


def test_a_whole_file_has_nothing_to_warn_of():
    assert list_warnings(WHOLE) == []


def test_a_declared_year_that_the_program_brings_is_a_warning_so_that_a_newer_program_refuses_no_file():
    text, line = put("municipality", "calendar_years", "[2029, 2027, 2028]")
    assert list_warnings(text) == [(line, "municipality.calendar_years[1]")]
    assert load(text).municipality.calendar_years == (2029, 2027, 2028)


def test_no_staff_and_no_departments_are_warnings():
    assert list_warnings(HEAD) == [(1, "departments"), (1, "staff")]
    assert list_warnings(HEAD + ZHKH) == [(1, "staff")]


def test_a_staff_chat_among_the_public_groups_is_a_warning():
    text, line = put("chats", "public", "[-5, -1010]")
    assert list_warnings(text) == [(line, "chats.public[1]")]
    assert not load(text).municipality.is_public(-1010)


@pytest.mark.parametrize("key", ["curator", "head"])
def test_a_curator_or_head_outside_the_staff_is_a_warning(key):
    text, line = put("departments", key, "501")
    assert list_warnings(text) == [(line, f"departments[0].{key}")]
    assert list_warnings(text.replace("501", "201")) == []


def test_an_executor_without_a_department_is_a_warning():
    text, _ = put("staff", "departments", "[]")
    assert list_warnings(text.replace("chat = -1010", 'chat = -1010\nmembers = "chat"'))[0][1] == "staff[0]"


def test_a_department_in_which_nobody_may_press_is_a_warning():
    legal = ZHKH.replace("zhkh", "legal")
    assert [key for _, key in list_warnings(WHOLE + legal)] == ["departments[1]"]
    assert list_warnings(WHOLE + legal + 'members = "chat"\n') == []


def test_keys_that_a_kind_of_day_does_not_read_are_a_warning():
    assert [key for _, key in list_warnings(put("calendar", "minutes", "60")[0])] == ["calendar[0].minutes"]
    off = WHOLE.replace('"working"', '"off"\nhours = "mon"')
    assert [key for _, key in list_warnings(off)] == ["calendar[0].hours"]
