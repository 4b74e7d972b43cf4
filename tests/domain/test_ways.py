"""By what the applicant can be reached, in the words of whoever knows it."""

import pytest

from domain.ways import (
    ContactNotUnderstood,
    Way,
    can_be_reached,
    read_contact,
)
from domain.words.personal_numbers import find_numbers


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
