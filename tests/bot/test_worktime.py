"""The `worktime` command: JSON lines in, JSON lines out."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.worktime import Op, Unit, run

HOURS = {day: [["08:00", "12:00"], ["13:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
CALENDAR = {
    "tz": "Europe/Moscow",
    "hours": HOURS,
    "holidays": ["2026-01-01", "2026-03-09"],
    "extra_working_days": {"2024-04-27": "mon", "2025-11-01": None},
    "shortened": {"2026-04-30": 60, "2025-11-01": 60},
    "overrides": {"2026-05-08": [["08:00", "12:00"]], "2026-05-07": []},
}


def ask(op: str, calendar: Any = CALENDAR, **fields: Any) -> Any:
    (answer,) = run([json.dumps({"op": op, "calendar": calendar, **fields})])
    return json.loads(answer)


def result(op: str, calendar: Any = CALENDAR, **fields: Any) -> Any:
    answer = ask(op, calendar, **fields)
    assert answer.keys() == {"result"}, answer
    return answer["result"]


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"start": "2026-03-02T15:00", "add": 6, "unit": "hours"}, "2026-03-03T12:00:00+03:00"),
        ({"start": "2026-03-02T15:00", "add": 120, "unit": "minutes"}, "2026-03-02T17:00:00+03:00"),
        ({"start": "2026-03-02T15:00", "add": 7200.5}, "2026-03-03T08:00:00.500000+03:00"),
        ({"start": "2026-03-02T12:00Z", "add": 0.5, "unit": "hours"}, "2026-03-02T15:30:00+03:00"),
        ({"start": "2026-03-02", "add": 1, "unit": "hours"}, "2026-03-02T09:00:00+03:00"),
        ({"start": "2026-03-01T24:00", "add": 1, "unit": "hours"}, "2026-03-02T09:00:00+03:00"),
        ({"start": "2026-03-01 24:00:00", "add": 1, "unit": "hours"}, "2026-03-02T09:00:00+03:00"),
        ({"start": "2026-03-02T24:00+14:00", "add": 1, "unit": "hours"}, "2026-03-02T14:00:00+03:00"),
        ({"start": "2026-03-06T15:00", "add": 1, "unit": "business_days"}, "2026-03-10T17:00:00+03:00"),
        ({"start": "2026-03-06T15:00", "add": 3.0, "unit": "calendar_days"}, "2026-03-09T17:00:00+03:00"),
        (
            {"start": "2026-03-06T15:00", "add": 3, "unit": "calendar_days", "roll": "next"},
            "2026-03-10T17:00:00+03:00",
        ),
        (
            {"start": "2026-03-06T15:00", "add": 3, "unit": "calendar_days", "roll": "prev"},
            "2026-03-06T17:00:00+03:00",
        ),
        ({"start": "2026-04-29T15:00", "add": 1, "unit": "calendar_days"}, "2026-04-30T16:00:00+03:00"),
        ({"start": "2024-04-26T16:30", "add": 1, "unit": "hours"}, "2024-04-27T08:30:00+03:00"),
        ({"start": "2025-11-01T16:00", "add": 1, "unit": "hours"}, "2025-11-03T09:00:00+03:00"),
        ({"start": "2026-05-06T16:30", "add": 1, "unit": "hours"}, "2026-05-08T08:30:00+03:00"),
        ({"start": "2026-03-02T15:00", "add": 0, "unit": "hours"}, "2026-03-02T15:00:00+03:00"),
    ],
)
def test_a_term_is_added(fields: dict[str, Any], due: str) -> None:
    assert result("add", **fields) == due


def test_pauses_do_not_count() -> None:
    pauses = [["2026-03-02T15:30", "2026-03-02T16:30"]]
    assert (
        result("add", start="2026-03-02T15:00", add=1, unit="hours", pauses=pauses)
        == "2026-03-02T17:00:00+03:00"
    )
    assert result("between", start="2026-03-02T15:00", end="2026-03-03", unit="minutes", pauses=pauses) == 60


@pytest.mark.parametrize(
    ("unit", "number"),
    [
        ("seconds", 19800),
        ("minutes", 330),
        ("hours", 5.5),
        ("business_days", 1),
        ("calendar_days", 4),
    ],
)
def test_between_answers_in_the_unit_whole_where_it_is_whole(unit: str, number: float) -> None:
    answer = result("between", start="2026-03-06T15:00", end="2026-03-10T11:30", unit=unit)
    assert answer == number
    assert isinstance(answer, type(number))


def test_intervals_are_bounded_by_start_and_end() -> None:
    assert result("intervals", start="2026-03-06T15:00", end="2026-03-10T09:00") == [
        ["2026-03-06T15:00:00+03:00", "2026-03-06T17:00:00+03:00"],
        ["2026-03-10T08:00:00+03:00", "2026-03-10T09:00:00+03:00"],
    ]
    assert result("intervals", start="2026-03-02T15:00", end="2026-03-02T15:00") == []


def test_an_empty_pause_cuts_nothing_in_two() -> None:
    moment = "2026-03-02T09:00"
    assert result("intervals", start="2026-03-02", end="2026-03-02T12:00", pauses=[[moment, moment]]) == [
        ["2026-03-02T08:00:00+03:00", "2026-03-02T12:00:00+03:00"]
    ]


def test_midnight_closes_a_day() -> None:
    night = {"tz": "Europe/Moscow", "hours": {"mon": ["18:00-24:00"]}}
    due = "2026-03-03T00:00:00+03:00"
    assert result("intervals", night, start="2026-03-02", end="2026-03-02T24:00") == [
        ["2026-03-02T18:00:00+03:00", due]
    ]
    assert result("add", night, start="2026-03-02T18:00", add=6, unit="hours") == due
    assert result("add", night, start="2026-03-01", add=1, unit="business_days") == due
    assert result("working_days_between", night, start="2026-03-01", end=due) == 1


@pytest.mark.parametrize(
    ("day", "working"),
    [("2026-03-09", False), ("2024-04-27", True), ("2026-05-07T12:00", False), ("2026-03-08T22:00Z", False)],
)
def test_a_day_is_working_or_not(day: str, working: bool) -> None:
    assert result("is_working_day", start=day) is working


def test_working_days_between_count_the_last_day_and_not_the_first() -> None:
    assert result("working_days_between", start="2026-03-05", end="2026-03-10") == 2


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "not an object"),
        ("{}", "op is missing"),
        ('{"op":"multiply"}', '"multiply"'),
        ('{"op":["add"]}', "is none of"),
        ('{"op":"add"}', "calendar is missing"),
        ('{"op":"add","calendar":7}', "calendar: 7 is not an object"),
        ('{"op":"\\ud800"}', "\\ud800"),
    ],
)
def test_a_line_that_is_no_question_is_answered_with_its_mistake(line: str, named: str) -> None:
    (answer,) = run([line])
    assert named in json.loads(answer)["error"]
    assert answer.encode()


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"start": None}, "start is missing"),
        ({"start": "завтра"}, 'start: "завтра"'),
        ({"start": 5}, "start: 5"),
        ({"start": "0001-01-01T00:00"}, "out of reach"),
        ({"start": "9999-12-31T24:00"}, "start:"),
        ({"add": None}, "add is missing"),
        ({"add": "6"}, "not a number"),
        ({"add": True}, "not a number"),
        ({"add": float("inf")}, "not a number"),
        ({"add": -1, "pauses": [["2026-03-02", "2026-03-03"]]}, "below zero takes none"),
        ({"add": 1e300}, "more than a calendar holds"),
        ({"add": 10**400}, "more than a calendar holds"),
        ({"add": 10**8}, "out of reach"),
        ({"unit": "weeks"}, '"weeks"'),
        ({"unit": "business_days", "add": 1.5}, "not a whole number"),
        ({"unit": "business_days", "add": -(10**12)}, "out of reach"),
        ({"unit": "calendar_days", "add": -(10**12)}, "out of reach"),
        ({"unit": "calendar_days", "add": 10**12}, "out of reach"),
        ({"unit": "calendar_days", "roll": "back"}, '"back"'),
        ({"pauses": [["2026-03-02"]]}, "pair of moments"),
        ({"pauses": [["2026-03-03", "2026-03-02"]]}, "is before"),
        ({"pauses": "all"}, "not a list"),
    ],
)
def test_a_wrong_field_is_named(changed: dict[str, Any], named: str) -> None:
    question = {"start": "2026-03-02T15:00", "add": 6, "unit": "hours"} | changed
    answer = ask("add", **question)
    assert answer.keys() == {"error"}
    assert named in answer["error"]
    assert "\n" not in answer["error"]


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"tz": "Mars/Olympus"}, "tz:"),
        ({"tz": "../etc/passwd"}, "tz:"),
        ({"tz": None}, "tz:"),
        ({"tz": []}, "tz:"),
        ({"hours": []}, "hours: [] is not"),
        ({"hours": {"пн": []}}, "not one of mon"),
        ({"hours": {"mon": ["12:00-08:00"]}}, "hours of mon: the end is not after"),
        ({"hours": {"mon": ["08:00-12:00", "11:00-13:00"]}}, "begins before another ends"),
        ({"hours": {"mon": ["08:00-25:00"]}}, "not a time"),
        ({"hours": {"mon": "08:00-12:00"}}, "not a list"),
        ({"hours": {"mon": [["08:00"]]}}, "not an interval"),
        ({"hours": {}}, "no working time"),
        ({"holidays": ["1 мая"]}, "holidays:"),
        ({"holidays": 1}, "holidays:"),
        ({"extra_working_days": {"2026-03-07": "monday"}}, "extra_working_days:"),
        ({"shortened": {"2026-04-30": "60"}}, "shortened:"),
        ({"shortened": {"2026-04-30": -1}}, "shortened:"),
        ({"overrides": {"2026-05-08": [["12:00", "08:00"]]}}, "hours of 2026-05-08"),
        ({"holiday": []}, '"holiday"'),
        ({"name": 7}, "name: 7 is not a text"),
    ],
)
def test_a_wrong_calendar_is_named(changed: dict[str, Any], named: str) -> None:
    calendar = {key: value for key, value in (CALENDAR | changed).items() if value is not None}
    if changed == {"hours": {}}:
        calendar = {"tz": "Europe/Moscow", "hours": {}}
    answer = ask("add", calendar, start="2026-03-02T15:00", add=6, unit="hours")
    assert named in answer["error"]


@pytest.mark.parametrize(
    ("changed", "asked", "sentence"),
    [
        (
            {"name": "Управление ЖКХ"},
            {"add": 10**9},
            'calendar "Управление ЖКХ": the year 2250 is out of reach of it',
        ),
        ({"name": " "}, {"add": 10**9}, "calendar: the year 2250 is out of reach of it"),
        (
            {"name": "Управление ЖКХ", "hours": {}},
            {"add": 6},
            'calendar "Управление ЖКХ": there is no working time in the whole of 2027',
        ),
    ],
)
def test_an_error_of_a_calendar_names_it_where_it_has_a_name(
    changed: dict[str, Any], asked: dict[str, Any], sentence: str
) -> None:
    written = {"tz": "Europe/Moscow", "hours": CALENDAR["hours"]} | changed
    assert ask("add", written, start="2026-03-02T15:00", unit="hours", **asked) == {"error": sentence}


@pytest.mark.parametrize(
    ("start", "add", "unit", "moment"),
    [
        ("2026-03-02T10:00", -3, "hours", "2026-02-27T16:00"),
        ("2026-03-02T14:00", -1, "hours", "2026-03-02T13:00"),
        ("2026-03-02T12:30", -60, "minutes", "2026-03-02T11:00"),
        ("2026-03-03T08:00", -8, "hours", "2026-03-02T08:00"),
        ("2026-03-02T10:00", -1, "business_days", "2026-02-27T17:00"),
        ("2026-03-01T10:00", -2, "business_days", "2026-02-26T17:00"),
        ("2024-03-01T10:00", -1, "calendar_days", "2024-02-29T17:00"),
    ],
)
def test_a_term_below_zero_goes_back_and_between_finds_it_again(
    start: str, add: int, unit: str, moment: str
) -> None:
    plain = {"tz": "Europe/Moscow", "hours": HOURS}
    back = ask("add", plain, start=start, add=add, unit=unit)["result"]
    assert back == f"{moment}:00+03:00"
    if unit != "business_days":
        assert ask("between", plain, start=start, end=back, unit=unit) == {"result": add}


@pytest.mark.parametrize("op", ["intervals", "working_days_between"])
def test_an_end_before_the_start_is_refused(op: str) -> None:
    assert "is before start" in ask(op, start="2026-03-03", end="2026-03-02")["error"]


def test_blank_lines_are_skipped_and_a_mistake_stops_nothing() -> None:
    question = json.dumps({"op": "is_working_day", "calendar": CALENDAR, "start": "2026-03-02", "mark": 7})
    answers = list(run(["\ufeff" + question + "\r\n", "\n", "   \n", "nonsense\n", question]))
    assert [json.loads(answer).get("result") for answer in answers] == [True, None, True]


DAY, MONTH = "2026-03-02", ["2026-03-02", "2026-04-02"]
moments = st.datetimes(min_value=datetime(2015, 1, 1), max_value=datetime(2035, 1, 1)).map(str)  # noqa: DTZ001
oddities = st.one_of(
    st.sampled_from([None, True, 0, -1, 1.5, 10**400, float("nan"), [], {}, [[]], MONTH, [MONTH]]),
    st.sampled_from(["", "\x00", "\ud800", DAY, "2026-03-02T24:00", "9999-12-31T23:59:59Z", "next", "hours"]),
    st.sampled_from([{DAY: 60}, {DAY: "mon"}, {DAY: ["08:00-12:00"]}, {"mon": [[1, 2]]}]),
)


@settings(max_examples=500, deadline=None)
@given(
    op=st.sampled_from(Op),
    calendar=st.dictionaries(
        st.sampled_from(["holidays", "shortened", "overrides", "extra_working_days", "hours", "tz"]), oddities
    ),
    start=oddities | moments,
    end=oddities | moments,
    add=oddities | st.integers(0, 5000),
    unit=oddities | st.sampled_from(Unit),
    fields=st.dictionaries(st.sampled_from(["roll", "pauses", "calendar", "mark"]), oddities),
)
def test_whatever_a_line_holds_it_gets_one_answer(op, calendar, start, end, add, unit, fields) -> None:
    question = {
        "op": op,
        "calendar": CALENDAR | calendar,
        "start": start,
        "end": end,
        "add": add,
        "unit": unit,
    }
    (answer,) = run([json.dumps(question | fields)])
    assert json.loads(answer).keys() in ({"result"}, {"error"})
    assert answer.encode()
