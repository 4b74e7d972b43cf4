"""What an interim answer commits to, as people write it (R51)."""

from datetime import UTC, date, datetime

import pytest

from domain.words.commitments import Commitment, Lack, read_reply, read_text

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ALL = list(Lack)
FIFTH = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Меняем трубу, закончим до 05.03.", FIFTH),
        ("Сегодня выехали, работы не позднее 5 марта", FIFTH),
        ("Сделаем в течение трёх дней", FIFTH),
        ("Бригада выехала 1 марта.", None),
        ("Работаем до 17:00", None),
        ("Начнём до 3 марта, закончим до 5 марта", None),
        ("Срок: 05.03.2026", FIFTH),
    ],
)
def test_a_day_is_a_term_where_the_words_say_so(text, until):
    assert read_text(text, NOW).until == until


def test_what_is_named_in_the_text_is_not_asked_for():
    text = "Срок: 05.03.2026. Отвечает: Петров И. С. Что делаем: меняем трубу, откачиваем воду."
    assert read_text(text, NOW) == Commitment(FIFTH, "Петров И. С.", "меняем трубу, откачиваем воду")


@pytest.mark.parametrize(
    "reply",
    [
        "до 05.03\nПетров И. С.\nменяем трубу, качаем воду",
        "05.03; Петров И. С.; меняем трубу, качаем воду",
        "до 5 марта, Петров И. С., меняем трубу, качаем воду",
        "Отвечает: Петров И. С.\nЧто делаем: меняем трубу, качаем воду\nСрок: 05.03",
    ],
)
def test_all_three_come_in_one_message(reply):
    assert read_reply(reply, ALL, NOW) == Commitment(FIFTH, "Петров И. С.", "меняем трубу, качаем воду")


@pytest.mark.parametrize(
    ("reply", "lacks", "left"),
    [
        ("через неделю", ALL, [Lack.RESPONSIBLE, Lack.ACTIONS]),
        ("Петров И. С.", [Lack.RESPONSIBLE, Lack.ACTIONS], [Lack.TERM, Lack.ACTIONS]),
        ("01.02.2020", [Lack.TERM], ALL),
        ("скоро", [Lack.TERM], ALL),
    ],
)
def test_what_was_not_said_lacks_still(reply, lacks, left):
    assert read_reply(reply, lacks, NOW).list_lacks() == left
