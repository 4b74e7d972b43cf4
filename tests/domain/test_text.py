"""Lengths and cuts are counted as the messenger counts, and nothing that people wrote gets lost."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.words.text import clean_text, cut_utf16, split_utf16, utf16_len

WORDS = st.lists(
    st.sampled_from(
        [
            "слово",
            "да.",
            "Нет!",
            " ",
            " ",
            "\n",
            "\n\n",
            "😀",
            "👨‍👩‍👧",
            "👍🏽",
            "🇷🇺",
            "🇷🇺🇷🇺",
            "1️⃣",
            "и\u0306",
            "\ud83d",
            "\t",
            "é",
        ]
    )
).map("".join)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_length_is_counted_in_utf16_units() -> None:
    assert [utf16_len(text) for text in ("", "abc", "жук", "😀", "🇷🇺", "\ud83d")] == [0, 3, 3, 2, 4, 1]


def test_cleaning_takes_only_what_nobody_can_store() -> None:
    assert clean_text("a\ud83d") == "a\ufffd"
    assert clean_text("\ude00\ud83dб\0") == "\ufffd\ufffdб"
    assert clean_text("\ud83d\ude00") == "😀"
    assert clean_text(" \t\n\u200b\ufeff<b>😀\r\n ") == " \t\n\u200b\ufeff<b>😀\r\n "


@given(st.text(alphabet=st.characters()))
def test_a_clean_text_stays_to_the_letter(text: str) -> None:
    encodable = text.encode("utf-8", "ignore").decode().replace("\0", "")

    assert clean_text(encodable) == encodable


@given(st.text(alphabet=st.sampled_from(["\ud83d", "\ude00", "\0", "a", "😀"])))
def test_a_cleaned_text_can_be_stored_and_sent(text: str) -> None:
    assert "\0" not in clean_text(text).encode().decode()


@given(WORDS | st.text(), st.integers(min_value=2, max_value=60))
def test_parts_fit_and_only_white_space_at_the_cuts_is_lost(text: str, limit: int) -> None:
    parts = split_utf16(text, limit)

    assert all(utf16_len(part) <= limit for part in parts)
    assert all(part.strip() for part in parts)
    assert re.fullmatch(r"\s*" + r"\s*".join(map(re.escape, parts)) + r"\s*", text)
    assert squeezed("".join(parts)) == squeezed(text)


@given(WORDS, st.integers(min_value=9, max_value=60))
def test_no_part_begins_inside_a_character(text: str, limit: int) -> None:
    text = clean_text(text)

    parts = split_utf16(text, limit)

    assert not any(part.endswith("\u200d") for part in parts)
    for part in parts[1:]:
        assert part[0] not in "\u200d\ufe0f\u20e3🏽"
        assert not unicodedata.combining(part[0])


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=4, max_value=30))
def test_flags_are_cut_between_pairs(count: int, limit: int) -> None:
    assert all(set(re.findall("..", part)) == {"🇷🇺"} for part in split_utf16("🇷🇺" * count, limit))


def test_a_text_within_the_limit_is_left_alone() -> None:
    assert split_utf16("  как есть \n", 100) == ("  как есть \n",)
    assert split_utf16("", 100) == ()


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        (
            "Первый абзац.\nДва.\n\nВторой абзац. Три. Четыре",
            36,
            ("Первый абзац.\nДва.", "Второй абзац. Три. Четыре"),
        ),
        ("Первая строка\nвторая. И третья строка", 26, ("Первая строка", "вторая. И третья строка")),
        ("Первая фраза. Вторая фраза тут", 25, ("Первая фраза.", "Вторая фраза тут")),
        ("«Первая фраза!» Вторая фраза", 25, ("«Первая фраза!»", "Вторая фраза")),
        ("Первый абзац.\n\nВторой\nабзац и ещё", 24, ("Первый абзац.", "Второй\nабзац и ещё")),
        ("Да.\n\nОдно другое третье", 18, ("Да.\n\nОдно другое", "третье")),
        ("одно другое третье", 12, ("одно другое", "третье")),
        ("а бвгдежзиклмн", 10, ("а", "бвгдежзикл", "мн")),
        ("бвгдежзиклмн", 5, ("бвгде", "жзикл", "мн")),
        ("ааа 😀😀😀😀", 8, ("ааа", "😀😀😀😀")),
        ("😀😀😀", 5, ("😀😀", "😀")),
    ],
)
def test_a_text_is_cut_where_it_hurts_least(text: str, limit: int, parts: tuple[str, ...]) -> None:
    assert split_utf16(text, limit) == parts


def test_a_character_larger_than_the_limit_is_cut_all_the_same() -> None:
    assert "".join(split_utf16("👨‍👩‍👧", 4)) == "👨‍👩‍👧"


def test_no_part_can_be_smaller_than_one_character() -> None:
    with pytest.raises(ValueError, match="1"):
        split_utf16("текст", 1)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", [" ", "\n", "а", "а ", "👍🏽", "🇷🇺", "\u0301"])
def test_a_huge_text_is_cut_in_no_time(piece: str) -> None:
    assert len(split_utf16(piece * 200_000, 4096)) < 250


def test_a_beginning_ends_between_characters() -> None:
    assert cut_utf16("да😀", 3) == "да"
    assert cut_utf16("да👍🏽", 4) == "да"
    assert cut_utf16("да", 10) == "да"
