"""What shows that an answer stands on a page: a picture or a link to it (R26)."""

import pytest

from domain.register.publications import find_link


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("Вот: https://vk.com/wall-1_2.", "https://vk.com/wall-1_2"),
        ("vk.com/wall-1_2?reply=3, смотрите", "vk.com/wall-1_2?reply=3"),
        ("https://госуслуги.рф/ответ", "https://госуслуги.рф/ответ"),
        ("Опубликовала.Готово", None),
        ("на vk.com", None),
        ("24.11/5", None),
        ("", None),
    ],
)
def test_a_link_is_the_address_of_a_page(words, link):
    assert find_link(words) == link
