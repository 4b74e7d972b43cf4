"""What a question to the register means: the words alone, no database."""

from datetime import date

import pytest

from bot.words import dictionary
from domain.ids import ChatId, DepartmentCode
from domain.municipality import Chats, Department, Municipality
from domain.search.periods import Period
from domain.search.query import Query, read_query
from domain.status import OPEN, Status

TOWN = Municipality(
    name="Примерск",
    timezone="Europe/Moscow",
    regulation="krasnoufimsk",
    hours={},
    chats=Chats(ChatId(-1), ChatId(-1), ChatId(-1)),
    departments=(
        Department(DepartmentCode("zhkh"), "Управление ЖКХ", ChatId(-2), short="ЖКХ"),
        Department(DepartmentCode("roads"), "Отдел дорог", ChatId(-3), short="Дороги"),
    ),
)
TODAY = date(2026, 3, 20)


def asked(words: str) -> Query:
    return read_query(words, town=TOWN, lemmatizer=dictionary(), today=TODAY)


def test_all_conditions_of_one_question_are_told_apart() -> None:
    query = asked("вода Ленина просрочено ЖКХ с 1 по 15 марта")
    assert query.words == ("вода", "ленина")
    assert query.overdue
    assert query.departments == {"zhkh"}
    assert query.period == Period(date(2026, 3, 1), date(2026, 3, 15))


@pytest.mark.parametrize(
    ("words", "number"), [("2026-00042", "2026-00042"), ("42", "42"), ("№ 0042", "42"), ("дом 42", "")]
)
def test_a_number_alone_is_an_appeals(words: str, number: str) -> None:
    assert asked(words).number == number


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("за февраль", date(2026, 2, 1), date(2026, 2, 28)),
        ("в мае", date(2025, 5, 1), date(2025, 5, 31)),
        ("декабрь 2024", date(2024, 12, 1), date(2024, 12, 31)),
        ("с 20 декабря по 10 января", date(2025, 12, 20), date(2026, 1, 10)),
        ("до 8 марта", None, date(2026, 3, 8)),
        ("от 12.03.2025", date(2025, 3, 12), None),
        ("вчера", date(2026, 3, 19), date(2026, 3, 19)),
        ("за неделю", date(2026, 3, 14), date(2026, 3, 20)),
        ("за 2025 год", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_days_are_a_period(words: str, since: date | None, until: date | None) -> None:
    assert asked(words) == Query(period=Period(since, until))


@pytest.mark.parametrize("words", ["улица 8 Марта", "яма по 9 мая"])
def test_a_street_that_is_called_after_a_day_is_no_day(words: str) -> None:
    assert asked(words).period == Period()


def test_states_are_named_in_the_forms_of_lists_alone() -> None:
    assert asked("закрытые").states == {Status.CLOSED}
    assert asked("в работе").states == {Status.ASSIGNED, Status.IN_PROGRESS}
    assert asked("открытые").states == OPEN
    assert asked("закрыт люк").words == ("закрыт", "люк")


def test_what_stands_in_quotation_marks_is_text_whatever_it_says() -> None:
    query = asked("«просрочено закрытые» жкх")
    assert query.words == ("просрочено", "закрытые")
    assert query.departments == {"zhkh"}
    assert not query.overdue


def test_a_department_of_several_words_is_known_in_any_inflection() -> None:
    assert asked("отдела дорог").departments == {"roads"}
    assert asked("яма на дороге").departments == set()


def test_small_words_ask_for_nothing() -> None:
    assert asked("и на по").is_empty
    assert asked("").is_empty
