"""What a message most likely is, and the words that say so (R19)."""

import pytest

from domain.kinds import AppealKind, guess_kind

K = AppealKind


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Добрый день! Подскажите, когда включат воду", K.QUESTION, "подскажите"),
        ("Двор чистить собираетесь?", K.QUESTION, "?"),
        ("Здравствуйте. Хотела бы узнать график вывоза мусора", K.QUESTION, "хотела бы узнать"),
        ("Жалуюсь на управляющую компанию: куда она смотрит?", K.COMPLAINT, "жалуюсь"),
        ("Соседи нарушают тишину", K.COMPLAINT, "нарушают"),
        ("Предлагаю поставить скамейки. Как вам?", K.PROPOSAL, "предлагаю"),
        ("Почему бы не сделать здесь переход?", K.PROPOSAL, "почему бы не"),
        ("Прошу выдать справку о составе семьи", K.APPLICATION, "прошу выдать"),
        ("ЗАЯВЛЕНИЕ. Прошу помочь", K.APPLICATION, "заявление"),
        ("Спасибо за ремонт дороги!", K.THANKS, "спасибо"),
        ("Хочу поблагодарить бригаду Иванова", K.THANKS, "хочу поблагодарить"),
        ("Ещё раз прошу наказать виновных", K.COMPLAINT, "прошу наказать"),
    ],
)
def test_the_words_name_the_kind(text, kind, words):
    guess = guess_kind(text)
    assert guess is not None
    assert (guess.kind, guess.words) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Прорвало трубу на ул. Ленина, 5",
        "Почините фонарь, спасибо",
        "Спасибо, но труба опять течёт",
        "Я не жалуюсь, просто яма большая",
        "Предложение автобуса отменили: маршрута 5 нет",
    ],
)
def test_where_the_words_tell_nothing_nothing_is_guessed(text):
    assert guess_kind(text) is None
