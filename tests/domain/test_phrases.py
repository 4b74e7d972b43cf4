"""Greetings and thanks are told from a matter; the gist of a matter fits one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.words.phrases import gist, is_greeting_only, is_thanks_or_greeting
from domain.words.text import utf16_len


@pytest.mark.parametrize(
    "text",
    [
        "Здравствуйте",
        "здраствуйте!!!",
        "Добрый день!",
        "День добрый",
        "Доброго времени суток, уважаемая администрация",
        "привет 👋",
        "Ассаламу алайкум",
        "Здравствуйте, можно вопрос?",
        "Добрый вечер! Подскажите, пожалуйста",
        "У меня есть вопрос",
        "Good morning",
    ],
)
def test_a_greeting_alone_says_nothing_yet(text: str) -> None:
    assert is_greeting_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "Здравствуйте, нет воды",
        "Добрый человек",
        "день",
        "Яма",
        "Добрый день, Ленина 5",
        "спасибо",
        "да",
    ],
)
def test_a_matter_is_more_than_a_greeting(text: str) -> None:
    assert not is_greeting_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "Спасибо",
        "спасибо!!!",
        "Большое спасибо за помощь!",
        "Благодарю вас от души",
        "Ок",
        "Всё понятно, спасибо",
        "Хорошо, жду",
        "Понял",
        "Здравствуйте",
        "Спасибо, хорошего дня 🌸",
        "👍",
        "👍🏻❤️",
        "🙏🙏🙏",
        ")))",
        ":)",
        "+",
        "Thank you very much",
    ],
)
def test_thanks_and_greetings_ask_for_nothing(text: str) -> None:
    assert is_thanks_or_greeting(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "?",
        "???",
        "Понятно?",
        "Поймите!",
        "Спасибо, всё ещё течёт",
        "Спасибо, не решено",
        "Не спасибо",
        "Спасибо за воду",
        "Спасибо 😡",
        "👎",
        "🤷‍♂️",
        "да",
        "нет",
        "за ответ",
        "1",
        "Хорошо бы сделать дорогу",
        "\ud83d",
    ],
)
def test_whatever_may_be_a_matter_is_no_thanks(text: str) -> None:
    assert not is_thanks_or_greeting(text)


def test_a_short_text_is_its_own_gist_in_one_line() -> None:
    assert gist("Нет\nводы \n\n третий  день") == "Нет воды третий день"
    assert gist("") == ""


def test_the_gist_leaves_the_greeting_out_unless_it_is_all() -> None:
    assert gist("Здравствуйте! Нет воды") == "Нет воды"
    assert gist("Добрый день, нет воды") == "нет воды"
    assert gist("Здравствуйте!") == "Здравствуйте!"
    assert gist("Приветливая женщина в кассе") == "Приветливая женщина в кассе"


def test_a_long_text_gives_its_first_whole_sentences() -> None:
    assert gist("Яма на дороге. Объехать нельзя. Третий день никто ничего не делает", 40) == (
        "Яма на дороге. Объехать нельзя."
    )


def test_a_long_sentence_is_cut_after_a_whole_word() -> None:
    assert gist("Да. Во дворе, за школой, упало дерево", 20) == "Да. Во дворе, за…"
    assert gist("Во дворе, за школой, упало дерево", 10) == "Во дворе…"


def test_an_abbreviation_at_the_beginning_is_not_the_gist() -> None:
    assert gist("Ул. Ленина давно ждёт освещения во дворах", 30) == "Ул. Ленина давно ждёт…"


@given(st.text(), st.integers(min_value=2, max_value=100))
def test_the_gist_fits_into_one_line(text: str, limit: int) -> None:
    line = gist(text, limit)

    assert utf16_len(line) <= limit
    assert "\n" not in line
    assert bool(line) == bool(text.strip())
