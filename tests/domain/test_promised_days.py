"""By which day an answer promises something: only what is certain is a day, and what is not is asked about."""

from datetime import date

import pytest

from domain.words.promised_days import PromisedDay, PromiseFlaw, find_promised_day, read_promised_day

TODAY = date(2026, 11, 23)
"""A Monday."""


def found(words):
    one = find_promised_day(words, today=TODAY)
    return one.flaw or (f"{one.day:%d.%m.%Y}" if one.day else None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Отремонтируем до 30 ноября.", "30.11.2026"),
        ("Устраним в срок до 24.12", "24.12.2026"),
        ("Сделаем не позднее 5 декабря 2026 года", "05.12.2026"),
        ("Знак поставим 15 января", "15.01.2027"),
        ("Работы пройдут с 1 по 15 декабря", "15.12.2026"),
        ("Уберём до конца недели", "27.11.2026"),
        ("к концу следующей недели", "04.12.2026"),
        ("до конца текущего месяца", "30.11.2026"),
        ("до конца декабря", "31.12.2026"),
        ("до конца года", "31.12.2026"),
        ("во втором квартале 2027 года", "30.06.2027"),
        ("сделаем через две недели", "07.12.2026"),
        ("привезём до пятницы", "27.11.2026"),
        ("до 1 марта", "01.03.2027"),
        ("Ваше сообщение от 12.11.2026 передали бригаде, уберём до 30.11", "30.11.2026"),
        ("Осмотрели 20 ноября, заменим до 30 ноября", "30.11.2026"),
    ],
)
def test_a_certain_day_is_read(words, day):
    assert found(words) == day


@pytest.mark.parametrize(
    "words",
    [
        "Работы проведены 20 ноября, выделены средства.",
        "Сегодня бригада выехала.",
        "Приём с 8:00 до 15:00, дом 5, до подъезда 3",
        "Устранили за три дня",
        "Сделаем в ближайшее время",
        "Начиная с 1 декабря вывоз по графику",
        "Приём пн, ср и пт с 9:00",
        "",
    ],
)
def test_where_nothing_is_promised_nothing_is_asked(words):
    assert found(words) is None


@pytest.mark.parametrize(
    ("words", "flaw"),
    [
        ("Сделаем до 10 ноября", PromiseFlaw.PAST),
        ("до 24.12.2025", PromiseFlaw.PAST),
        ("до 24.12.2028", PromiseFlaw.TOO_FAR),
        ("до 1 декабря смета, до 24.12 ремонт", PromiseFlaw.SEVERAL),
        ("во втором квартале", PromiseFlaw.UNCLEAR),
        ("до мая", PromiseFlaw.UNCLEAR),
        ("до 31 ноября", PromiseFlaw.UNCLEAR),
        ("в течение 10 рабочих дней", PromiseFlaw.UNCLEAR),
        ("в пятницу заменим", PromiseFlaw.UNCLEAR),
        ("на следующей неделе", PromiseFlaw.UNCLEAR),
    ],
)
def test_what_is_not_certain_is_a_flaw_and_no_day(words, flaw):
    assert found(words) is flaw


def test_until_a_day_without_a_year_is_the_coming_one_unless_it_has_just_passed():
    march = date(2026, 3, 2)
    assert find_promised_day("Отремонтируем до 24.11", today=march).day == date(2026, 11, 24)
    assert find_promised_day("Отремонтируем до 24.02", today=march).flaw is PromiseFlaw.PAST
    assert find_promised_day("Работали по 24.11", today=march).flaw is PromiseFlaw.PAST


def test_who_is_asked_names_the_day_alone():
    assert read_promised_day("24.12", today=TODAY).day == date(2026, 12, 24)
    assert read_promised_day("завтра", today=TODAY).day == date(2026, 11, 24)
    assert read_promised_day("в пятницу", today=TODAY).day == date(2026, 11, 27)
    assert read_promised_day("до пт", today=TODAY).day == date(2026, 11, 27)
    assert read_promised_day("в следующую пятницу", today=TODAY).flaw is PromiseFlaw.UNCLEAR
    assert read_promised_day("конец месяца", today=TODAY).day == date(2026, 11, 30)
    assert read_promised_day("через неделю", today=TODAY).day == date(2026, 11, 30)
    assert read_promised_day("две недели", today=TODAY).day == date(2026, 12, 7)
    assert read_promised_day("вчера", today=TODAY).flaw is PromiseFlaw.PAST
    assert read_promised_day("до 18:00", today=TODAY).flaw is PromiseFlaw.UNCLEAR
    assert read_promised_day("скоро", today=TODAY) == PromisedDay(flaw=PromiseFlaw.UNCLEAR)
