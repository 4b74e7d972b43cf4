"""What an answer that sends a citizen elsewhere has to name (R25)."""

import pytest

from domain.municipality import Body
from domain.words.contacts import list_lacking, list_likely


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Обратитесь в Роспотребнадзор.", ["phone", "email", "site"]),
        ("Роспотребнадзор: тел. 8 800 555-49-43, эл. почта rpn@example.ru, сайт https://rpn.ru", []),
        ("Тел. 122, почта a.b@mail.gov.ru", ["site"]),
        ("Сайт госуслуги.рф, телефон +7 (343) 222-33-44", ["email"]),
        ("Пишите на info@rpn.ru", ["phone", "site"]),
        ("Приём 24.11.2026 в 10.30, каб. 12", ["phone", "email", "site"]),
    ],
)
def test_what_an_answer_lacks(text, lacks):
    assert list_lacking(text) == lacks


def test_the_body_that_is_named_stands_first_in_any_inflection():
    bodies = [Body("gji", "Жилищная инспекция"), Body("rpn", "Роспотребнадзор")]
    assert [one.code for one in list_likely("Направлено в Роспотребнадзоре", bodies)] == ["rpn", "gji"]
    assert [one.code for one in list_likely("жилищной инспекцией", bodies)] == ["gji", "rpn"]
