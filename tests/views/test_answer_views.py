"""The answer on its way to the citizen: to the letter, with its number, and the question whether it helped."""

import re

import pytest

from domain.drafts import DraftKind
from tests.views.cases import (
    RUSSIAN,
    case,
    draft,
    files,
    flat,
    labels,
    read,
    words,
)
from views.citizen import answers
from views.parts import Files, Part, Text

LASTING = [["Написать", "Мои сообщения"], ["Помощь"]]


def one(parts: list[Part]) -> Text:
    [part] = parts
    assert isinstance(part, Text)
    return part


@pytest.mark.parametrize("text", [" Ответ до буквы <b>&amp;</b>.\n\n  С отступом.  ", "🏚️" * 900, "а" * 3900])
def test_an_answer_is_sent_to_the_letter(text: str) -> None:
    sent = one(answers.answer(case(draft=draft(text)), RUSSIAN))

    assert text in read(sent)
    assert read(sent).startswith("Ответ на ваше сообщение 2026-00042")
    assert labels(sent) == [["Да, решено", "Частично", "Не решено"]]


@pytest.mark.parametrize("text", ["слово " * 680 + "конец", "Б" * 4096, "🏚️" * 1365])
def test_an_answer_too_long_for_one_message_reads_on_in_the_next(text: str) -> None:
    parts = answers.answer(case(draft=draft(text)), RUSSIAN)
    spoken = words(parts)

    assert len(spoken) == 2
    assert all("2026-00042" in page for page in spoken)
    assert squeezed(text) in squeezed("".join(spoken))
    assert [labels(part) for part in parts] == [[], [["Да, решено", "Частично", "Не решено"]]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_attachments_go_before_the_answer_and_silently() -> None:
    *media, _ = answers.answer(case(draft=draft(attachments=files(3))), RUSSIAN)

    assert media == [Files(files(3), silent=True)]


def test_an_interim_answer_says_that_work_goes_on_and_asks_nothing() -> None:
    sent = one(answers.answer(case(draft=draft(kind=DraftKind.INTERIM)), RUSSIAN))

    assert "Промежуточный ответ" in read(sent)
    assert "Работа продолжается" in read(sent)
    assert labels(sent) == LASTING


def test_a_question_to_the_citizen_asks_for_a_reply() -> None:
    sent = one(answers.answer(case(draft=draft("Какой дом?", kind=DraftKind.CLARIFICATION)), RUSSIAN))

    assert read(sent).startswith(
        "Чтобы ответить на ваше сообщение 2026-00042, нам нужно узнать:\n\nКакой дом?"
    )
    assert "Напишите ответ сюда, можно с фото." in read(sent)


def test_the_rating_is_one_to_five() -> None:
    asked = one(answers.rating_question(case(), RUSSIAN))

    assert flat(asked) == ["1", "2", "3", "4", "5"]
    assert "2026-00042" in read(asked)
