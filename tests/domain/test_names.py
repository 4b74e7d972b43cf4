"""Names as cards and toasts show them, whatever people call themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.words.names import Gender, gender_of, short_name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Петров Иван Сергеевич", "Петров И. С."),
        ("  Петров   Иван ", "Петров И."),
        ("Петров", "Петров"),
        ("Петров И.С.", "Петров И. С."),
        ("Петров И. С.", "Петров И. С."),
        ("Иванова Анна-Мария", "Иванова А.-М."),
        ("Салтыков-Щедрин Михаил Евграфович", "Салтыков-Щедрин М. Е."),
        ("Мамедов Али Гасан оглы", "Мамедов А. Г."),
        ("Мамедов Али оглы", "Мамедов А."),
        ("Гарсия Хуан Карлос Антонио", "Гарсия Х. К."),
        ("О'Нил Шон", "О'Нил Ш."),
        ("петров иван", "петров И."),
    ],
)
def test_a_full_name_is_shortened_to_initials(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("😀 Маша 🌸 Петрова", "Маша П."),
        ("John Smith", "John S."),
        ("user_123", "user_123"),
        ("🌸", "🌸"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("123", "123"),
        ("\u202eИван\u202c", "Иван"),
        ("Иван 💪🏻", "Иван"),
        ("\ud83d Иван", "Иван"),
    ],
)
def test_a_name_from_the_messenger_is_as_good_as_it_can_be(name: str, short: str) -> None:
    assert short_name(name) == short


@pytest.mark.parametrize("name", ["", "   ", "\u3164", "\u200b\u200d", "\n"])
def test_no_name_is_no_name(name: str) -> None:
    assert short_name(name) == ""


@given(st.text())
def test_any_name_stands_in_one_line(name: str) -> None:
    assert len(short_name(name).splitlines()) <= 1


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Соколова Ольга Петровна", Gender.FEMALE),
        ("Никитина Анна Ильинична", Gender.FEMALE),
        ("Ким Лариса Саввична", Gender.FEMALE),
        ("Петров Иван Сергеевич", Gender.MALE),
        ("Щербина Олег Кузьмич", Gender.MALE),
        ("Мамедов Али Гасан оглы", Gender.MALE),
        ("Соколова О. П.", Gender.FEMALE),
        ("Петров И. С.", Gender.MALE),
        ("Петрова-Водкина О.", Gender.UNKNOWN),
        ("Никитина А. И.", Gender.UNKNOWN),
        ("Ким Л. С.", Gender.UNKNOWN),
        ("Шевченко Саша", Gender.UNKNOWN),
        ("", Gender.UNKNOWN),
    ],
)
def test_a_name_tells_its_form_or_none(name: str, gender: Gender) -> None:
    assert gender_of(name) is gender


def test_a_shortened_name_tells_what_the_full_one_does_unless_two_people_share_it() -> None:
    anna, shcherbina = "Никитина Анна Ильинична", "Никитина Алексей Иванович"

    assert gender_of("Никитина А. И.", [anna, "Петров Иван Сергеевич"]) is Gender.FEMALE
    assert gender_of("Никитина А. И.", [anna, shcherbina]) is Gender.UNKNOWN
