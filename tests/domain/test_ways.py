"""Under what a letter was registered, in the words of whoever wrote it."""

from datetime import date, datetime

import pytest

from domain.errors import OutgoingNotUnderstood
from domain.ways import (
    ContactNotUnderstood,
    Outgoing,
    Way,
    can_be_reached,
    read_contact,
    read_outgoing,
)
from domain.words.personal_numbers import find_numbers

NOW = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 — local, as clocks on the wall show it


@pytest.mark.parametrize(
    ("words", "number", "day"),
    [
        ("01-25/134 от 24.11.2026", "01-25/134", date(2026, 11, 24)),
        ("№ 01-25/134 от 24.11", "01-25/134", date(2026, 11, 24)),
        ("исх. № 77 от 20 ноября", "77", date(2026, 11, 20)),
        ("Исх 77-К, завтра", "77-К", date(2026, 11, 23)),
        ("134 вчера", "134", date(2026, 11, 21)),
        ("134 от сегодня", "134", date(2026, 11, 22)),
    ],
)
def test_number_and_day_are_read_as_people_write_them(words, number, day):
    assert read_outgoing(words, now=NOW) == Outgoing(number, day)


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_outgoing("5 от 28.12", now=NOW.replace(2027, 1, 10)).day == date(2026, 12, 28)
    assert read_outgoing("5 от 03.01", now=NOW.replace(2026, 12, 30)).day == date(2027, 1, 3)


@pytest.mark.parametrize(
    "words", ["", "134", "от 24.11", "отправили вчера", "134 от 31.02", "134 когда-нибудь"]
)
def test_what_is_not_clear_is_asked_again(words):
    with pytest.raises(OutgoingNotUnderstood):
        read_outgoing(words, now=NOW)


def test_a_call_needs_a_phone_and_a_letter_an_address():
    phone = find_numbers("8 916 123-45-67")
    assert can_be_reached(Way.CALL, numbers=phone, contact=None, address=None)
    assert not can_be_reached(Way.CALL, numbers=[], contact="ул. Мира, 1", address="ул. Мира, 1")
    assert can_be_reached(Way.LETTER, numbers=[], contact=None, address="ул. Мира, 1")
    assert not can_be_reached(Way.LETTER, numbers=phone, contact=None, address=None)


@pytest.mark.parametrize(
    "words", ["8 912 345-67-89", "+79123456789, звонить после шести", "Мария, 89123456789"]
)
def test_a_phone_among_few_words_is_a_contact(words: str) -> None:
    assert read_contact(words, Way.CALL) == words


@pytest.mark.parametrize("words", ["не знаю", "😀", "<b>завтра</b>", "+79123456789 " + "и ещё вот что " * 14])
def test_where_a_phone_is_asked_other_words_are_asked_again(words: str) -> None:
    with pytest.raises(ContactNotUnderstood):
        read_contact(words, Way.CALL)


def test_for_a_letter_an_address_will_do_but_no_story() -> None:
    assert read_contact("Примерск,  ул. Мира, 3", Way.LETTER) == "Примерск, ул. Мира, 3"
    with pytest.raises(ContactNotUnderstood):
        read_contact("адрес " * 40, Way.LETTER)
