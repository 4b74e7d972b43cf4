"""What is said about every mistake in a municipality file that is TOML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.municipality import MunicipalityFileError
from bot.municipality_schema import MunicipalityDocument, list_keys
from tests.bot.municipality_texts import (
    CENTER,
    FRIDAY,
    HEAD,
    HOTLINE,
    PETROV,
    WATER,
    WHOLE,
    ZHKH,
    list_problems,
    list_warnings,
    load,
    put,
    without,
)


def test_the_form_of_a_mistake():
    (line,) = say_problems(HEAD + ZHKH.replace("-1010", "0"))
    place, message = "municipality.toml:12: departments[0].chat", "номера чата 0 не бывает"
    assert line == f"{place}: {message} — впишите настоящий; как узнать номер, сказано в README.ru.md"


WRONG_LINES = [
    ("municipality", "name", '" "', "name"),
    ("municipality", "name", "5", "name"),
    ("municipality", "name", f'"{"Ы" * 201}"', "name"),
    ("municipality", "name", '"Примерск\\nи район"', "name"),
    ("municipality", "timezone", '"Europe/Moskow"', "timezone"),
    ("municipality", "timezone", '"Europe"', "timezone"),
    ("municipality", "timezone", '"../etc"', "timezone"),
    ("municipality", "timezone", '""', "timezone"),
    ("municipality", "regulation", '"krasnoufimk"', "regulation"),
    ("municipality", "regulation", '"."', "regulation"),
    ("municipality", "region", '"Чечня"', "region"),
    ("municipality", "language", '"fr"', "language"),
    ("municipality", "calendar_years", "2028", "calendar_years"),
    ("municipality", "calendar_years", '["2028"]', "calendar_years[0]"),
    ("municipality", "calendar_years", "[2028, 2015]", "calendar_years[1]"),
    ("municipality", "calendar_years", "[2028, 20299]", "calendar_years[1]"),
    ("municipality", "calendar_years", "[2028, 2030]", "calendar_years[1]"),
    ("municipality", "calendar_years", "[2028, 2028]", "calendar_years[1]"),
    ("municipality", "official_appeal_url", '"primersk.ru"', "official_appeal_url"),
    ("municipality", "emergency_phone", f'"{"1" * 41}"', "emergency_phone"),
    ("municipality", "legal_act", "89", "legal_act"),
    ("consent", "mode", '"ask"', "mode"),
    ("consent", "version", "1", "version"),
    ("consent", "version", '""', "version"),
    ("consent", "text", f'"{"Ы" * 3001}"', "text"),
    ("consent", "keep_days", "0", "keep_days"),
    ("consent", "keep_days", "1.5", "keep_days"),
    ("retention", "days", "29", "days"),
    ("retention", "days", "1.5", "days"),
    ("hours", "mon", '["8:00-12:00"]', "mon[0]"),
    ("hours", "mon", '["08:00–12:00"]', "mon[0]"),
    ("hours", "mon", '["08:00-12:00", "25:00-26:00"]', "mon[1]"),
    ("hours", "mon", '["17:00-08:00"]', "mon[0]"),
    ("hours", "mon", '["08:00-08:00"]', "mon[0]"),
    ("hours", "mon", '["08:00-12:00", "11:59-17:00"]', "mon"),
    ("hours", "mon", '["13:00-17:00", "08:00-12:00"]', "mon"),
    ("hours", "mon", '"08:00-12:00"', "mon"),
    ("hours", "mon", "[8]", "mon[0]"),
    ("calendar", "date", '"2026-04-21"', "date"),
    ("calendar", "date", "2026-04-21T08:00:00", "date"),
    ("calendar", "kind", '"holiday"', "kind"),
    ("calendar", "hours", '"friday"', "hours"),
    ("calendar", "hours", '"sun"', "hours"),
    ("calendar", "minutes", "0", "minutes"),
    ("intake", "gather_seconds", "-1", "gather_seconds"),
    ("intake", "gather_seconds", "true", "gather_seconds"),
    ("intake", "per_citizen_per_hour", "0", "per_citizen_per_hour"),
    ("routing", "automatic", "1", "automatic"),
    ("routing", "automatic", '"true"', "automatic"),
    ("approval", "self", "0", "self"),
    ("approval", "undo_seconds", "-30", "undo_seconds"),
    ("approval", "undo_seconds", '"30"', "undo_seconds"),
    ("chats", "coordinators", "0", "coordinators"),
    ("chats", "coordinators", "1001", "coordinators"),
    ("chats", "approvals", "0", "approvals"),
    ("chats", "leadership", "true", "leadership"),
    ("chats", "summary_to", "900", "summary_to"),
    ("chats", "summary_to", "[900, 0]", "summary_to[1]"),
    ("chats", "public", "[5]", "public[0]"),
    ("chats", "public", "[-99999999999999999]", "public[0]"),
    ("channels", "code", '"ЖКХ"', "code"),
    ("channels", "code", '""', "code"),
    ("channels", "code", f'"{"z" * 25}"', "code"),
    ("departments", "chat", '"-1010"', "chat"),
    ("departments", "chat", "1010", "chat"),
    ("departments", "kind", '"office"', "kind"),
    ("departments", "thread", "-1", "thread"),
    ("departments", "curator", "0", "curator"),
    ("departments", "head", "false", "head"),
    ("departments", "members", '"all"', "members"),
    ("departments", "hours", "{ mon = [] }", "hours"),
    ("departments", "hours", '["08:00-12:00"]', "hours"),
    ("staff", "id", "-201", "id"),
    ("staff", "id", '"201"', "id"),
    ("staff", "roles", "[]", "roles"),
    ("staff", "roles", '["executor", "boss"]', "roles[1]"),
    ("staff", "email", '"почта"', "email"),
    ("staff", "departments", '["zhkh", "zhk"]', "departments[1]"),
    ("topics", "department", '"zhk"', "department"),
    ("topics", "category", '"fast"', "category"),
    ("topics", "urgent", '"no"', "urgent"),
    ("topics", "words", '["вода", ""]', "words[1]"),
    ("topics", "words", '["Ёлка", "ветка", " елка "]', "words[2]"),
]


@pytest.mark.parametrize(("section", "key", "value", "place"), WRONG_LINES)
def test_a_wrong_value_is_one_line_with_its_place_and_remedy(section, key, value, place):
    text, written = put(section, key, value)
    ((line, where, message),) = list_problems(text)
    assert line == written
    assert where in {f"{section}.{place}", f"{section}[0].{place}"}
    assert " — " in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (HEAD, "name"),
        (HEAD, "timezone"),
        (HEAD, "regulation"),
        (HEAD, "coordinators"),
        (FRIDAY, "date"),
        (FRIDAY, "kind"),
        (ZHKH, "code"),
        (ZHKH, "name"),
        (ZHKH, "chat"),
        (PETROV, "id"),
        (PETROV, "name"),
        (PETROV, "roles"),
        (WATER, "code"),
        (WATER, "name"),
        (WATER, "department"),
        (HOTLINE, "code"),
        (HOTLINE, "name"),
    ],
)
def test_a_required_key_left_out_is_asked_for_at_its_header(row, key):
    (found,) = [
        (line, message)
        for line, where, message in list_problems(WHOLE.replace(row, without(row, key)))
        if where.endswith(f".{key}") and "обязательного" in message
    ]
    line, message = found
    assert WHOLE.replace(row, without(row, key)).split("\n")[line - 1].startswith("[")
    assert f"{key} = …" in message


@pytest.mark.parametrize("section", ["municipality", "hours", "chats"])
def test_a_required_section_left_out_is_asked_for(section):
    text = HEAD.replace(f"[{section}]", "[other]")
    assert (
        1,
        section,
        f"нет обязательного раздела — добавьте [{section}], пример в municipality.example.toml",
    ) in (list_problems(text))


@pytest.mark.parametrize(
    ("section", "key", "likely"),
    [
        ("municipality", "time_zone", "timezone"),
        ("hours", "fry", "fri"),
        ("approval", "self_aproval", ""),
        ("departments", "chats", "chat"),
        ("staff", "role", "roles"),
        ("consent", '"странный\\nключ"', ""),
    ],
)
def test_an_unknown_key_is_a_mistake_and_the_nearest_is_named(section, key, likely):
    text, written = put(section, key, '""')
    ((line, _, message),) = list_problems(text)
    assert line == written
    assert message.startswith("неизвестный ключ")
    assert (f"исправьте на {likely} " in message) if likely else ("исправьте" not in message)


def test_an_unknown_section_is_a_mistake():
    assert list_problems(HEAD + "[routin]\n")[0][:2] == (9, "routin")


def test_brackets_of_the_other_kind_are_told_apart():
    ((_, key, message),) = list_problems(HEAD + ZHKH.replace("[[departments]]", "[departments]"))
    assert (key, "[[departments]]" in message) == ("departments", True)
    ((_, key, message),) = list_problems(HEAD + "[[consent]]\n")
    assert (key, "[consent]" in message) == ("consent", True)


@pytest.mark.parametrize(
    ("row", "key"),
    [(ZHKH, "departments[1].code"), (PETROV, "staff[1].id"), (WATER, "topics[1].code"), (FRIDAY, "calendar[1].date"),
     (HOTLINE, "channels[1].code"),
     (CENTER.replace("Центр", "Север").replace("streets", "# "), "territories[1].code")],
)  # fmt: skip
def test_the_second_of_two_equal_codes_is_a_mistake(row, key):
    ((_, where, message),) = list_problems(WHOLE + row)
    assert where == key
    assert "уже есть выше" in message


@pytest.mark.parametrize("section", ["departments", "topics", "channels"])
@pytest.mark.parametrize("code", ["ЖКХ", "a b", "A", "z" * 25, ""])
def test_codes_fit_in_callback_data(section, code):
    text, line = put(section, "code", f'"{code}"')
    assert (line, f"{section}[0].code") in [(line, key) for line, key, _ in list_problems(text)]


def test_a_word_may_stand_in_two_topics_but_not_twice_in_one():
    roads = WATER.replace('"water"', '"roads"')
    assert len(load(WHOLE + 'words = ["яма"]\n' + roads + 'words = ["яма"]\n').municipality.topics) == 2


STREETS = {
    "ул. Ленина, 24-30": "дом 24 уже есть у территории «Центр»",
    "улица Ленина": "эта улица или часть её уже есть у территории «Центр»",
    "проспект Мира, 5": "эта улица или часть её уже есть у территории «Центр»",
    "ул. Ленина, 26-30, все": "не понято «все»",
    "ул.": "не понято «ул.»",
}


@pytest.mark.parametrize(("entry", "said"), STREETS.items())
def test_r58_a_house_lies_in_one_territory(entry, said):
    north = f'[[territories]]\ncode = "north"\nname = "Север"\nstreets = ["ул. Ленина, 26-30", "{entry}"]\n'
    ((line, key, message),) = list_problems(WHOLE + north)
    assert key == "territories[1].streets[1]"
    assert line == WHOLE.count("\n") + 4
    assert said in message


@pytest.mark.parametrize(
    "point", ["56.6", "56.6, 57.7, 0", "95, 57.7, 100", "a, b, c", "nan, 5, 5", "5, 5, inf"]
)
def test_r58_a_place_is_a_point_with_metres_around(point):
    text, line = put("territories", "points", f'["{point}"]')
    assert [(line, "territories[0].points[0]")] == [one[:2] for one in list_problems(text)]


def test_r58_a_territory_without_streets_is_only_set_by_hand():
    text, _ = put("territories", "streets", "[]")
    assert [key for _, key in list_warnings(text)] == ["territories[0]"]


def test_departments_that_have_a_mistake_of_their_own_are_still_known_to_others():
    assert [key for _, key, _ in list_problems(WHOLE.replace("chat = -1010", "chat = 0"))] == [
        "departments[0].chat"
    ]


def test_without_any_department_a_reference_asks_for_one():
    keys = [key for _, key, _ in list_problems(HEAD + PETROV + WATER)]
    assert keys == ["staff[0].departments[0]", "topics[0].department"]


def test_all_mistakes_come_at_once_in_the_order_of_their_lines():
    text = WHOLE + WATER
    for good, bad in [
        ("Europe", "Evropa"),
        ("-1001", "0"),
        ("-1010", "true"),
        ('"executor"', '"boss"'),
        ("working", "w"),
    ]:
        text = text.replace(good, bad)
    found = list_problems(text)
    assert [line for line, _, _ in found] == sorted(line for line, _, _ in found)
    assert {key for _, key, _ in found} == {
        "municipality.timezone",
        "chats.coordinators",
        "calendar[0].kind",
        "departments[0].chat",
        "staff[0].roles[0]",
        "topics[1].code",
    }


KEYS = [
    (section, key) for section, model in list_keys(MunicipalityDocument).items() for key in list_keys(model)
]
VALUES = st.recursive(
    st.sampled_from(
        ["0", "-7", "1e999", "nan", f"1{'0' * 99}", "true", '""', '"\\u0000"', '"zhkh"', "07:32:00"]
    )
    | st.sampled_from(
        ["1979-05-27", "1979-05-27T07:32:00Z", '"08:00-12:00"', "'{ $value }'", '"ё\\n"', "{}"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]")
        | inner.map(lambda value: f"{{ mon = {value}, code = {value} }}")
    ),
    max_leaves=4,
)


def say_problems(text):
    """The lines about a text, none where it is good."""
    try:
        load(text)
    except MunicipalityFileError as refusal:
        return str(refusal).split("\n")
    return []


@given(st.sampled_from(KEYS), VALUES)
def test_whatever_stands_in_a_key_there_is_an_answer_in_lines(key, value):
    text, _ = put(*key, value)
    assert all(re.match(r"municipality\.toml:\d+: .+ — .+", line) for line in say_problems(text))


def test_a_body_without_a_site_is_told_of_and_taken():
    """R25."""
    text, _ = put("bodies", "site", '""')
    assert [key for _, key in list_warnings(text)] == ["bodies[0]"]
