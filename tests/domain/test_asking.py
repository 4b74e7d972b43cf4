"""Who only asks how the own message stands is told; whoever asks for more goes to the department."""

import pytest

from domain.words.asking import asks_how_it_stands

ASKS = """Когда будет ответ? | Ну что там? | Алло | Есть новости по моему сообщению? | Сколько ещё ждать? | Почему нет ответа?
Долго ещё? | Здравствуйте, когда будет ответ по моей заявке? | Что с моим сообщением? | какой статус? | Any news?"""
ASKS_FOR_MORE = """Когда дадут воду? | когда приедете? | Ответ нужен срочно, топит подвал | нет | что делать? | Ответьте, где мастер
| Сколько платить? | 👍 | """


@pytest.mark.parametrize("text", [one.strip() for one in ASKS.replace("\n", "|").split("|")])
def test_asks_how_it_stands(text: str) -> None:
    assert asks_how_it_stands(text)


@pytest.mark.parametrize("text", [one.strip() for one in ASKS_FOR_MORE.replace("\n", "|").split("|")])
def test_asks_for_more(text: str) -> None:
    assert not asks_how_it_stands(text)


def test_a_wall_of_words_is_not_looked_through() -> None:
    assert not asks_how_it_stands("когда " * 10_000)
