"""Numbers as clerks write them."""

import pytest

from domain.numbers import find_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("2026-00042", "2026-00042"),
        ("повторное к 2025-100017, кажется", "2025-100017"),
        ("42", "2026-00042"),
        (" № 00042 ", "2026-00042"),
        ("100017", "2026-100017"),
        ("дом 42", None),
        ("12026-00042", None),
        ("", None),
    ],
)
def test_a_number_is_read(words: str, number: str | None) -> None:
    assert find_number(words, 2026) == number
