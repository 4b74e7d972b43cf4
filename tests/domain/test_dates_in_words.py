"""People write a day in their own way; what may mean two things is asked again, not guessed."""

from datetime import UTC, date, datetime, time

import pytest

from domain.words.dates_in_words import DayInWords, Toward, read_day

NOW = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
"""A Wednesday."""
TODAY = date(2026, 3, 4)


def term(words):
    return read_day(words, now=NOW)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("сегодня", TODAY),
        ("Завтра!", date(2026, 3, 5)),
        ("послезавтра", date(2026, 3, 6)),
        ("24.11", date(2026, 11, 24)),
        ("до 24.11.", date(2026, 11, 24)),
        ("04.03", TODAY),
        ("3.03", date(2027, 3, 3)),
        ("24.11.26", date(2026, 11, 24)),
        ("24.11.2026 г.", date(2026, 11, 24)),
        ("24/11/2026", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("к 24 ноября", date(2026, 11, 24)),
        ("5 мая", date(2026, 5, 5)),
        ("30 марта 2027 года", date(2027, 3, 30)),
        ("28.02", date(2027, 2, 28)),
        ("до пятницы", date(2026, 3, 6)),
        ("в среду", date(2026, 3, 11)),
        ("в понедельник", date(2026, 3, 9)),
        ("не позднее среды", date(2026, 3, 11)),
        ("Среда, до обеда", date(2026, 3, 11)),
        ("Выделить средства на субботник в городской среде до 24.11", date(2026, 11, 24)),
        ("через три дня", date(2026, 3, 7)),
        ("через 10 дней", date(2026, 3, 14)),
        ("через неделю", date(2026, 3, 11)),
        ("в течение двух дней", date(2026, 3, 6)),
        ("три дня", date(2026, 3, 7)),
        ("до пт", date(2026, 3, 6)),
        ("к пятнице, средства выделены", date(2026, 3, 6)),
        ("до конца дня", TODAY),
        ("к концу рабочего дня 5 марта", date(2026, 3, 5)),
        ("до конца недели", date(2026, 3, 6)),
        ("конец следующей недели", date(2026, 3, 13)),
        ("до конца месяца", date(2026, 3, 31)),
        ("до конца апреля", date(2026, 4, 30)),
        ("к новому году", date(2026, 12, 31)),
        ("Разберитесь и доложите до 24.11, пожалуйста. Яма там уже 3 месяца.", date(2026, 11, 24)),
    ],
)
def test_a_day_is_understood_as_people_write_it(words, day):
    assert term(words) == DayInWords(day)


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("до 15:00", TODAY, time(15)),
        ("до 15.30", TODAY, time(15, 30)),
        ("сегодня к 17 часам", TODAY, time(17)),
        ("завтра до 9:00", date(2026, 3, 5), time(9)),
        ("24.11 до 15:00", date(2026, 11, 24), time(15)),
        ("доложить до 12", TODAY, time(12)),
        ("24 ноября в 15.00", date(2026, 11, 24), time(15)),
        ("до 15.00", TODAY, time(15)),
        ("до пт 15:00", date(2026, 3, 6), time(15)),
    ],
)
def test_an_hour_belongs_to_its_day_or_to_today(words, day, hour):
    assert term(words) == DayInWords(day, hour)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "как можно скорее",
        "32 ноября",
        "в следующую пятницу",
        "24-го до 15:00",
        "через месяц к 15:00",
        "через 3 рабочих дня до 15:00",
        "31.02",
        "32.01.2026",
        "24.13.2026",
        "до 25:00",
        "до 9:00",
        "завтра или послезавтра",
        "с 10.04 до 12.04",
        "через 0 дней",
        "через 900 дней",
        "Украсить площадь, новый год близко, конец года",
        "дом 5, кв. 12",
        "Яма там уже 3 дня",
        "средства выделены",
        "среднее давление",
        "проведём субботник",
        "благоустройство городской среды",
        "в окружающую среду",
    ],
)
def test_what_is_no_day_or_not_one_day_is_asked_again(words):
    assert term(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("исх. № 01-24/123 от 24.11.2025", date(2025, 11, 24)),
        ("№ 12.05/77 от 24 февраля 2026", date(2026, 2, 24)),
        ("от 24.11", date(2025, 11, 24)),
        ("04.03", TODAY),
        ("вчера", date(2026, 3, 3)),
        ("в пятницу", date(2026, 2, 27)),
        ("03.03.26", date(2026, 3, 3)),
    ],
)
def test_the_date_of_a_letter_lies_behind(words, day):
    assert read_day(words, now=NOW, toward=Toward.PAST) == DayInWords(day)
